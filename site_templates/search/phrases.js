/** Known phrases in a sequence of units: leftmost, and there the longest. */

import { folded } from "./fold.js";
import { unitsOf } from "./units.js";

const LONGEST_PHRASE = 12;

/**
 * @typedef {object} Found
 * @property {number} start
 * @property {number} end
 * @property {number[]} meanings
 * @property {string} phrase
 */

/**
 * @typedef {object} Phrases
 * @property {Map<string, number[]>} meanings by units with blanks between
 * @property {number} longest
 */

/**
 * Phrases that each stand for the numbers of their groups.
 * @param {string[][]} groups
 * @param {Map<string, string>} folds
 * @returns {Phrases}
 */
export function phrasesOf(groups, folds) {
  const meanings = new Map();
  let longest = 0;
  groups.forEach((group, number) => {
    for (const phrase of group) {
      const units = unitsOf(folded(Array.from(phrase), folds)).slice(0, LONGEST_PHRASE);
      const key = units.map((unit) => unit.text).join(" ");
      const have = meanings.get(key) || [];
      if (!key || have.includes(number)) continue;
      meanings.set(key, [...have, number]);
      longest = Math.max(longest, units.length);
    }
  });
  return { meanings, longest };
}

/**
 * The phrases in a sequence; none overlaps another.
 * @param {Phrases} phrases
 * @param {import("./units.js").Unit[]} units
 * @returns {Found[]}
 */
export function findPhrases(phrases, units) {
  const found = [];
  let at = 0;
  while (at < units.length) {
    const here = phraseAt(phrases, units, at);
    if (here) found.push(here);
    at = here ? here.end : at + 1;
  }
  return found;
}

function phraseAt(phrases, units, start) {
  let best = null;
  let key = "";
  const last = Math.min(start + phrases.longest, units.length);
  for (let end = start; end < last; end += 1) {
    if (end > start && !units[end].glued) break;
    key = key ? `${key} ${units[end].text}` : units[end].text;
    const meanings = phrases.meanings.get(key);
    if (meanings) best = { start, end: end + 1, meanings, phrase: key };
  }
  return best;
}

/**
 * The numbers of all units that belong to a phrase.
 * @param {Found[]} found
 * @returns {Set<number>}
 */
export function covered(found) {
  const numbers = new Set();
  for (const { start, end } of found) for (let at = start; at < end; at += 1) numbers.add(at);
  return numbers;
}
