/** Folded text → units: Han characters one by one, Latin words by their stem, numbers. */

import { isHan } from "./fold.js";

/**
 * @typedef {object} Unit
 * @property {string} text the character or the stem
 * @property {number} start
 * @property {number} end
 * @property {boolean} glued nothing but blanks stands before it
 * @property {string} word the Latin word before it was stemmed; empty for Han
 */

/**
 * @param {string} text
 * @returns {Unit[]}
 */
export function unitsOf(text) {
  const units = [];
  let at = 0;
  let glued = false;
  while (at < text.length) {
    const char = text[at];
    if (isHan(char)) {
      units.push({ text: char, start: at, end: at + 1, glued, word: "" });
      at += 1;
      glued = true;
    } else if (isLetter(char)) {
      const [end, word] = latinWord(text, at);
      units.push({ text: stem(word), start: at, end, glued, word });
      at = end;
      glued = true;
    } else {
      glued = glued && char === " ";
      at += 1;
    }
  }
  return units;
}

/** @returns {[number, string]} where a Latin word ends, and the word without what joins it */
function latinWord(text, start) {
  let at = start;
  let word = "";
  while (at < text.length) {
    const char = text[at];
    if (isLetter(char)) word += char;
    else if (!joins(text, at)) break;
    at += 1;
  }
  return [at, word];
}

function joins(text, at) {
  if (at === 0 || at === text.length - 1) return false;
  const [before, char, after] = [text[at - 1], text[at], text[at + 1]];
  if (!isLetter(before) || !isLetter(after)) return false;
  return "'’‘".includes(char) || (char === "," && before <= "9" && after <= "9");
}

function isLetter(char) {
  return (char >= "a" && char <= "z") || (char >= "0" && char <= "9");
}

/**
 * A Latin word without its commonest endings.
 * @param {string} word
 */
export function stem(word) {
  if (word.length < 4 || word[0] <= "9") return word;
  let short = word.split("iz").join("is").split("yz").join("ys");
  if (short.endsWith("ies")) short = `${short.slice(0, -3)}y`;
  else if (short.endsWith("s") && !"sui".includes(short[short.length - 2])) {
    short = short.slice(0, -1);
  }
  short = withoutTense(short);
  return short.endsWith("e") && short.length > 3 ? short.slice(0, -1) : short;
}

function withoutTense(word) {
  for (const [ending, least] of [["ing", 6], ["ed", 5]]) {
    if (!word.endsWith(ending) || word.length < least) continue;
    const short = word.slice(0, -ending.length);
    const [last, before] = [short[short.length - 1], short[short.length - 2]];
    const doubled = short.length > 3 && last === before && !"ls".includes(last);
    return doubled ? short.slice(0, -1) : short;
  }
  return word;
}
