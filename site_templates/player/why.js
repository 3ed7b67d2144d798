import { isLeaf } from "./graph.js";

/** @typedef {import("./graph.js").Graph} Graph */

/** Changed replies count first, then further questions. */
export const changeSize = ({ changed, asked }) => Object.keys(changed).length * 1000 + Object.keys(asked).length;

/**
 * For every answer the smallest change of replies that leads there: fewest changed replies, then
 * fewest further questions, then the first options on the way.
 * @param {Graph} guide @param {Object<string, string>} replies
 * @returns {Object<string, {changed: Object<string, string>, asked: Object<string, string>}>}
 */
export function nearestChanges(guide, replies) {
  const found = new Map();
  const visit = (at) => {
    if (found.has(at)) {
      return found.get(at);
    }
    const node = guide.nodes[at];
    const best = new Map();
    if (isLeaf(node)) {
      best.set(node.answer, { changed: {}, asked: {} });
    } else {
      const given = replies[node.question];
      for (const { id, next } of node.options) {
        const step = { [node.question]: id };
        for (const [answer, below] of visit(next)) {
          const change = {
            changed: given === undefined || given === id ? below.changed : { ...step, ...below.changed },
            asked: given === undefined ? { ...step, ...below.asked } : below.asked,
          };
          if (!best.has(answer) || changeSize(change) < changeSize(best.get(answer))) {
            best.set(answer, change);
          }
        }
      }
    }
    found.set(at, best);
    return best;
  };
  return Object.fromEntries(visit(guide.start));
}
