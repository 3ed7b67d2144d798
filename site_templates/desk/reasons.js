import { decidingReplies } from "../player/deciding.js";
import { nearestChanges } from "../player/why.js";

/**
 * Why this answer, and what would lead to each of the others.
 *
 * @typedef {{answer: string, changed: Object<string, string>, asked: Object<string, string>}} Way
 */

/** @returns {Object<string, string>} the replies that alone suffice; empty before the end */
export function deciding(talk) {
  return (talk.leaf && decidingReplies(talk.guide, talk.replies)) || {};
}

/**
 * For each other answer of the guide the smallest change of replies that leads there, nearest first.
 * @returns {Way[]}
 */
export function waysElsewhere(talk) {
  const here = talk.leaf && talk.leaf.answer;
  const weight = ({ changed, asked }) => Object.keys(changed).length * 100 + Object.keys(asked).length;
  return Object.entries(nearestChanges(talk.guide, talk.replies))
    .filter(([answer]) => answer !== here)
    .map(([answer, { changed, asked }]) => ({ answer, changed, asked }))
    .sort((a, b) => weight(a) - weight(b));
}
