/**
 * Numbers as they are read out in English, word by word: "four double one nine". A run as long as a
 * card's is taken for one; a short one is a code where a code was just spoken of.
 *
 * @typedef {import("../tools/parts/secrets.js").Secret} Secret
 */

const SIGN_SAID = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\\d)";
const WORD_SAID = `(?:(?:double|treble|triple)[ -])?${SIGN_SAID}`;
const PAUSE = "[ ,.-]{1,2}";
const SPOKEN = new RegExp(`\\b${WORD_SAID}(?:${PAUSE}${WORD_SAID}){2,}\\b(?! (?:times?|tries|days?|weeks?|hours?|minutes?|months?|people)\\b)`, "gi");
const CODE_BEFORE = /\b(?:code|pin|otp|password|passcode)\b[^.!?。！？\n]{0,24}$/i;
const SOCIAL_BEFORE = /\b(?:social security|ssn)\b[^.!?。！？\n]{0,24}$/i;
const CARD_LEAST = 12;
const CODE_LEAST = 4;
const CODE_MOST = 8;
const SOCIAL_DIGITS = 9;

/** @param {string} text @returns {Secret[]} */
export function spokenIn(text) {
  return [...text.matchAll(SPOKEN)]
    .filter(([run]) => /[a-z]/i.test(run))
    .map((each) => ({
      start: each.index,
      end: each.index + each[0].length,
      kind: kindSaid(each[0], text.slice(0, each.index)),
      spoken: true,
    }))
    .filter(({ kind }) => kind);
}

function kindSaid(run, before) {
  const digits = digitsSaid(run);
  if (digits >= CARD_LEAST) {
    return "card";
  }
  if (digits === SOCIAL_DIGITS && SOCIAL_BEFORE.test(before)) {
    return "identity";
  }
  return digits >= CODE_LEAST && digits <= CODE_MOST && CODE_BEFORE.test(before) ? "code" : null;
}

function digitsSaid(run) {
  const words = run.toLowerCase().match(/[a-z]+|\d/g);
  return words.reduce((sum, word) => sum + ({ double: 1, treble: 2, triple: 2 }[word] || 1), 0);
}
