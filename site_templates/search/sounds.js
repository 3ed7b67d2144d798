/** How Han characters sound, without tones, for slips of an input method and for pinyin. */

const LONGEST_SYLLABLE = 6;

/**
 * @typedef {object} Sounds
 * @property {Map<string, string[]>} readings of a character, as `alikeSound` leaves them
 * @property {Set<string>} syllables as they are spelt
 */

/**
 * @param {string} runs `a2 ai13 …`: sounds of the first level of GB 2312, in its order
 * @param {string} more `行hang …`: sounds besides
 * @returns {Sounds}
 */
export function soundsFrom(runs, more) {
  const sounds = { readings: new Map(), syllables: new Set() };
  const characters = runs ? commonCharacters() : "";
  let at = 0;
  for (const run of runs.split(" ").filter(Boolean)) {
    const [, sound, count] = /^([a-z]+)(\d+)$/.exec(run);
    sounds.syllables.add(sound);
    for (const char of characters.slice(at, at + Number(count))) {
      sounds.readings.set(char, [alikeSound(sound)]);
    }
    at += Number(count);
  }
  for (const told of more.split(" ").filter(Boolean)) addReading(sounds, told[0], told.slice(1));
  return sounds;
}

function addReading(sounds, char, sound) {
  sounds.syllables.add(sound);
  const known = sounds.readings.get(char) || [];
  const alike = alikeSound(sound);
  sounds.readings.set(char, known.includes(alike) ? known : [...known, alike]);
}

/** Every browser can decode GB 2312, whose first level stands in the order of sounds. */
function commonCharacters() {
  const bytes = [];
  for (let row = 0xb0; row < 0xd8; row += 1) {
    const cells = row === 0xd7 ? 0xfa : 0xff;
    for (let cell = 0xa1; cell < cells; cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder("gbk").decode(new Uint8Array(bytes));
}

/**
 * A sound without the differences that are often not heard: zh and z, ing and in.
 * @param {string} sound
 */
export function alikeSound(sound) {
  const flat = sound[1] === "h" ? sound[0] + sound.slice(2) : sound;
  const nasal = flat.endsWith("ng") && "aei".includes(flat[flat.length - 3]);
  return nasal ? flat.slice(0, -1) : flat;
}

/**
 * The syllables of a word in pinyin, as few as possible; none if it is no pinyin.
 * @param {Sounds} sounds
 * @param {string} word
 * @returns {string[]}
 */
export function splitPinyin(sounds, word) {
  const best = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    let here = null;
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start += 1) {
      const before = best[start];
      const syllable = word.slice(start, end);
      if (!before || !sounds.syllables.has(syllable)) continue;
      if (!here || before.length + 1 < here.length) here = [...before, syllable];
    }
    best.push(here);
  }
  return best[word.length] || [];
}
