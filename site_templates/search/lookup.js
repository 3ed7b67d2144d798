/** A published index → what its queries need; derived once. */

import { documentsOf, keysOf } from "./decode.js";
import { phrasesOf } from "./phrases.js";
import { soundsFrom } from "./sounds.js";

/** So few letters may begin so many words that only those by which groups go are meant. */
export const SHORT = 2;
const MOST_WAYS = 8;

/**
 * @typedef {object} Lookup
 * @property {import("./decode.js").SearchDocument[]} documents
 * @property {Map<string, number[]>} keys
 * @property {Map<string, string>} folds
 * @property {import("./phrases.js").Phrases} groups
 * @property {import("./phrases.js").Phrases} light
 * @property {import("./phrases.js").Phrases} asks
 * @property {import("./sounds.js").Sounds} sounds
 * @property {Set<string>} stems all that anything knows
 * @property {Map<string, Set<string>>} withCharacter
 * @property {Map<string, Set<string>>} withSound
 * @property {Map<string, Set<string>>} heardPairs
 * @property {Map<string, Set<number>>} heardGroups
 * @property {Map<string, Set<number>>} initials
 * @property {Map<string, number[]>} short two letters that begin a group's first word
 * @property {Record<string, number>} weights
 */

/** @type {WeakMap<object, Lookup>} */
const LOOKUPS = new WeakMap();

/**
 * @param {object} index as published
 * @returns {Lookup}
 */
export function lookupOf(index) {
  let known = LOOKUPS.get(index);
  if (!known) {
    known = derived(index);
    LOOKUPS.set(index, known);
  }
  return known;
}

function derived(index) {
  const folds = pairsIn(index.folds);
  const words = index.groups.split("\n").map((line) => line.split("|"));
  const groups = phrasesOf(words, folds);
  const light = phrasesOf([index.light.split("|")], folds);
  const keys = keysOf(index);
  const known = {
    documents: documentsOf(index),
    keys,
    folds,
    groups,
    light,
    asks: phrasesOf([index.asks.split("|")], folds),
    sounds: soundsFrom(index.sounds, index.readings),
    stems: new Set(),
    withCharacter: new Map(),
    withSound: new Map(),
    heardPairs: new Map(),
    heardGroups: new Map(),
    initials: new Map(),
    short: new Map(),
    weights: index.weights,
  };
  for (const key of keys.keys()) noteKey(known, key);
  for (const phrase of light.meanings.keys()) noteStems(known, phrase);
  for (const [phrase, meanings] of groups.meanings) {
    noteStems(known, phrase);
    noteGroup(known, phrase, meanings);
  }
  words.forEach(([first], number) => {
    if (first.length !== SHORT) return;
    for (const heard of spoken(first, known.sounds)) {
      const letters = initialsOf(heard);
      if (!known.short.has(letters)) known.short.set(letters, [number]);
    }
  });
  return known;
}

function pairsIn(text) {
  const pairs = new Map();
  for (let at = 0; at < text.length; at += 2) pairs.set(text[at], text[at + 1]);
  return pairs;
}

function isLatin(key) {
  return key < "\u3400";
}

function noteKey(known, key) {
  if (isLatin(key)) {
    if (key[0] !== "=" && !key.includes(" ")) known.stems.add(key);
    return;
  }
  for (const char of key) {
    gather(known.withCharacter, char, key);
    for (const sound of known.sounds.readings.get(char) || []) gather(known.withSound, sound, key);
  }
  if (key.length === 2) {
    for (const heard of spoken(key, known.sounds)) gather(known.heardPairs, heard, key);
  }
}

function noteStems(known, phrase) {
  for (const unit of phrase.split(" ")) if (isLatin(unit)) known.stems.add(unit);
}

function noteGroup(known, phrase, meanings) {
  const characters = phrase.split(" ");
  if (characters.length < 2 || characters.some(isLatin)) return;
  for (const heard of spoken(characters, known.sounds)) {
    const letters = initialsOf(heard);
    for (const meaning of meanings) {
      gather(known.heardGroups, heard, meaning);
      gather(known.initials, letters, meaning);
    }
  }
}

function spoken(characters, sounds) {
  let ways = [""];
  for (const char of characters) ways = waysOn(ways, sounds.readings.get(char) || []);
  return ways;
}

/** The first letters of a phrase as it is heard. */
function initialsOf(heard) {
  return heard.split(" ").map((sound) => sound[0]).join("");
}

/**
 * Ways of reading aloud, each with each sound of the next character.
 * @param {string[]} ways
 * @param {string[]} sounds
 */
export function waysOn(ways, sounds) {
  const further = [];
  for (const way of ways) {
    for (const sound of sounds) further.push(way ? `${way} ${sound}` : sound);
  }
  return further.slice(0, MOST_WAYS);
}

function gather(map, name, value) {
  const have = map.get(name);
  if (have) have.add(value);
  else map.set(name, new Set([value]));
}
