/** What words of a query surely say to the guide of an issue. */

import { unitsOf } from "./units.js";

export const DENIALS = new Set([
  ..."不没非未无别", "not", "no", "without", "never", "isnt", "wasnt", "dont",
]);

/**
 * Replies that a query gives to the guide of an issue; none to a question it answers twice.
 * @param {Record<string, string[][]>} sayings
 * @param {string} issue
 * @param {import("./units.js").Unit[]} units
 * @returns {Record<string, string>}
 */
export function said(sayings, issue, units) {
  const options = new Map();
  for (const [question, option, ...words] of sayings[issue] || []) {
    if (!words.some((word) => says(word, units))) continue;
    const have = options.get(question);
    options.set(question, have === undefined || have === option ? option : null);
  }
  return Object.fromEntries([...options].filter(([, option]) => option !== null));
}

function says(word, units) {
  const wanted = unitsOf(word);
  for (let start = 0; start + wanted.length <= units.length; start += 1) {
    const here = wanted.every(({ text }, at) => (
      units[start + at].text === text && (at === 0 || units[start + at].glued)
    ));
    if (here) return start === 0 || !DENIALS.has(units[start - 1].text);
  }
  return false;
}
