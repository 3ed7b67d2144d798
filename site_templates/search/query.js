/** A query → parts: keys of the index that speak for the same piece of it, and a weight. */

import { LONGEST_QUERY, folded } from "./fold.js";
import { SHORT, waysOn } from "./lookup.js";
import { covered, findPhrases } from "./phrases.js";
import { nearestStem } from "./slips.js";
import { alikeSound, splitPinyin } from "./sounds.js";
import { unitsOf } from "./units.js";

const MOST_SLIPS = 8;
const MOST_INITIALS = 12;
/** Beside a word of so many letters one more may begin nothing known; else chance makes words. */
const SURE_INITIALS = 3;

/**
 * @typedef {object} Part
 * @property {string} kind
 * @property {string} text
 * @property {string[]} keys the strongest of them counts
 */

/**
 * @typedef {object} Item
 * @property {import("./units.js").Unit} unit
 * @property {string[]} sounds how it may sound; empty where it has no part in sounds
 * @property {string} initials
 * @property {boolean} light
 */

/**
 * @param {import("./lookup.js").Lookup} known
 * @param {string} query
 * @returns {{parts: Part[], asksMeaning: boolean, units: import("./units.js").Unit[]}}
 */
export function understood(known, query) {
  const items = itemsOf(known, query);
  const units = items.map((item) => item.unit);
  const meant = findPhrases(known.groups, units);
  const parts = new Map();
  for (const part of [
    ...pairParts(known, items),
    ...singleParts(known, items),
    ...stemParts(known, items),
    ...meaningParts(meant),
    ...soundParts(known, items),
    ...heardParts(known, items, covered(meant)),
    ...initialParts(known, items),
  ]) {
    const name = `${part.kind} ${part.text}`;
    if (part.keys.length && !parts.has(name)) parts.set(name, part);
  }
  return {
    parts: [...parts.values()],
    asksMeaning: findPhrases(known.asks, units).length > 0,
    units,
  };
}

function itemsOf(known, query) {
  const characters = Array.from(query.slice(0, 2 * LONGEST_QUERY)).slice(0, LONGEST_QUERY);
  const items = [];
  let slips = 0;
  for (const unit of unitsOf(folded(characters, known.folds))) {
    if (!unit.word) {
      items.push(itemOf(unit, known.sounds.readings.get(unit.text) || []));
      continue;
    }
    if (known.stems.has(unit.text) || unit.text[0] <= "9") {
      items.push(itemOf(unit));
      continue;
    }
    const syllables = splitPinyin(known.sounds, unit.word);
    if (syllables.length) {
      items.push(...syllableItems(unit, syllables));
      continue;
    }
    slips += 1;
    const near = slips <= MOST_SLIPS ? nearestStem(unit.text, known) : "";
    items.push(near ? itemOf({ ...unit, text: near }) : itemOf(unit, [], unit.word));
  }
  return lightened(known, items);
}

function itemOf(unit, sounds = [], initials = "") {
  return { unit, sounds, initials, light: false };
}

function syllableItems(unit, syllables) {
  return syllables.map((syllable, number) => {
    const glued = unit.glued || number > 0;
    return itemOf({ ...unit, text: syllable, word: syllable, glued }, [alikeSound(syllable)]);
  });
}

function lightened(known, items) {
  const units = items.map((item) => item.unit);
  const light = covered(findPhrases(known.light, units));
  for (const at of covered(findPhrases(known.groups, units))) light.delete(at);
  return items.map((item, at) => ({ ...item, light: light.has(at) }));
}

function neighbours(items) {
  const pairs = [];
  for (let at = 1; at < items.length; at += 1) {
    if (items[at].unit.glued) pairs.push([items[at - 1], items[at]]);
  }
  return pairs;
}

function pairParts(known, items) {
  const parts = [];
  for (const [first, second] of neighbours(items)) {
    const key = first.unit.text + second.unit.text;
    if (first.unit.word || second.unit.word || !known.keys.has(key)) continue;
    const kind = ["pair", "edge", "light"][Number(first.light) + Number(second.light)];
    parts.push({ kind, text: key, keys: [key] });
  }
  return parts;
}

function singleParts(known, items) {
  const parts = [];
  for (const { unit, sounds, light } of items) {
    if (!unit.word && !light) {
      parts.push({ kind: "single", text: unit.text, keys: listed(known.withCharacter, unit.text) });
    } else if (unit.word && sounds.length) {
      parts.push({ kind: "said", text: sounds[0], keys: listed(known.withSound, sounds[0]) });
    }
  }
  return parts;
}

function listed(map, name) {
  return [...(map.get(name) || [])];
}

function stemParts(known, items) {
  const parts = [];
  for (const { unit, light } of items) {
    if (unit.word && known.keys.has(unit.text)) {
      parts.push({ kind: light ? "light" : "word", text: unit.text, keys: [unit.text] });
    }
  }
  for (const [first, second] of neighbours(items)) {
    const pair = `${first.unit.text} ${second.unit.text}`;
    if (!first.unit.word || !second.unit.word || !known.keys.has(pair)) continue;
    parts.push({ kind: "words", text: pair, keys: [pair] });
  }
  return parts;
}

function meaningParts(meant) {
  return meant.flatMap(({ meanings, phrase }) => meanings.map((meaning) => (
    { kind: "meaning", text: `${meaning} ${phrase}`, keys: [`=${meaning}`] }
  )));
}

/** Two neighbours that sound like something known, and are not written like it. */
function soundParts(known, items) {
  const parts = [];
  for (const [first, second] of neighbours(items)) {
    const written = !first.unit.word && !second.unit.word;
    const isKnown = written && known.keys.has(first.unit.text + second.unit.text);
    if (isKnown || (first.light && second.light)) continue;
    const ways = first.sounds.flatMap((a) => second.sounds.map((b) => `${a} ${b}`));
    const keys = new Set(ways.flatMap((way) => listed(known.heardPairs, way)));
    parts.push({ kind: "sound", text: ways[0] || "", keys: [...keys] });
  }
  return parts;
}

/** Phrases that sound like known ones, where nothing known is written. */
function heardParts(known, items, taken) {
  const parts = [];
  let at = 0;
  while (at < items.length) {
    const found = heardAt(known, items, at, taken);
    for (const meaning of found ? found.meanings : []) {
      parts.push({ kind: "heard", text: `${meaning} ${found.phrase}`, keys: [`=${meaning}`] });
    }
    at = found ? found.end : at + 1;
  }
  return parts;
}

function heardAt(known, items, start, taken) {
  let best = null;
  let ways = [""];
  const last = Math.min(start + known.groups.longest, items.length);
  for (let end = start; end < last; end += 1) {
    const { unit, sounds } = items[end];
    if (taken.has(end) || !sounds.length || (end > start && !unit.glued)) break;
    ways = waysOn(ways, sounds);
    const meanings = new Set(ways.flatMap((way) => listed(known.heardGroups, way)));
    if (end > start && meanings.size) {
      best = { end: end + 1, meanings: [...meanings], phrase: ways[0] };
    }
  }
  return best;
}

function initialParts(known, items) {
  const parts = [];
  for (const { initials } of items) {
    const words = initials.length === SHORT ? known.short : known.initials;
    const found = abbreviated(words, initials.slice(0, MOST_INITIALS));
    const loose = Number(found.some((text) => text.length >= SURE_INITIALS));
    if (found.join("").length < initials.length - loose) continue;
    for (const text of found) {
      const keys = listed(words, text).map((meaning) => `=${meaning}`);
      parts.push({ kind: "initials", text, keys });
    }
  }
  return parts;
}

/** The longest initials of known words, from left to right; what lies between is passed over. */
function abbreviated(words, word) {
  const found = [];
  let at = 0;
  while (at < word.length - 1) {
    let end = word.length;
    while (end > at + 1 && !words.has(word.slice(at, end))) end -= 1;
    if (end > at + 1) found.push(word.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}
