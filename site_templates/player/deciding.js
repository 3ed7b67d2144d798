import { isLeaf, walk } from "./graph.js";

/** @typedef {import("./graph.js").Graph} Graph */

/**
 * The answers that are still possible with these replies.
 * @param {Graph} guide @param {Object<string, string>} replies
 * @returns {Set<string>}
 */
export function answersLeft(guide, replies) {
  const answers = new Set();
  const seen = new Set([guide.start]);
  for (const at of seen) {
    const node = guide.nodes[at];
    if (isLeaf(node)) {
      answers.add(node.answer);
    } else {
      const given = node.options.filter(({ id }) => id === replies[node.question]);
      (given.length ? given : node.options).forEach(({ next }) => seen.add(next));
    }
  }
  return answers;
}

/** Of more replies not all sets are tried. */
const LONGEST_WAY = 12;

/**
 * The fewest of the replies on the way that alone lead to the same answer; of several such sets the
 * one whose questions come first. Null where the replies lead to no answer.
 * @param {Graph} guide @param {Object<string, string>} replies
 * @returns {Object<string, string> | null}
 */
export function decidingReplies(guide, replies) {
  const { asked, at } = walk(guide, replies);
  const leaf = guide.nodes[at];
  if (!isLeaf(leaf)) {
    return null;
  }
  const pick = (from, size) => {
    if (size === 0) {
      return [[]];
    }
    return asked
      .slice(from)
      .flatMap((question, index) => pick(from + index + 1, size - 1).map((more) => [question, ...more]));
  };
  if (asked.length > LONGEST_WAY) {
    return fewer(guide, replies, asked, leaf.answer);
  }
  for (let size = 0; ; size += 1) {
    for (const chosen of pick(0, size)) {
      const known = Object.fromEntries(chosen.map((question) => [question, replies[question]]));
      if (answersLeft(guide, known).size === 1) {
        return known;
      }
    }
  }
}

/** Replies of a long way, without each that is not missed, the last first. */
function fewer(guide, replies, asked, answer) {
  const known = Object.fromEntries(asked.map((question) => [question, replies[question]]));
  for (const question of [...asked].reverse()) {
    const { [question]: left, ...others } = known;
    const found = answersLeft(guide, others);
    if (left && found.size === 1 && found.has(answer)) {
      delete known[question];
    }
  }
  return known;
}
