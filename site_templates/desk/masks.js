import { captured, inDigits, masked, secretsIn } from "../tools/parts/secrets.js";
import { spokenIn } from "./spoken.js";

/**
 * Secrets that callers read out and agents type along: they are masked before they reach a case.
 * Beside those of the letters that readers write: cards of all issuers, identity numbers of the
 * first generation, and codes that somebody says "is" such a number.
 *
 * @typedef {import("../tools/parts/secrets.js").Secret} Secret
 */

// A number that begins as a year does is an order's far more often than a card's.
const CARD = /(?<!\d)(?:2[2-7]|[3-6]|8[1-6]|9)\d?(?:[ -]?\d){11,17}(?!\d)/g;
const OLD_IDENTITY = /(?<!\d)[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g;
const CODE_IS =
  /(?:\b(?:code|pin|otp)\b|验证码|校验码|动态码|短信码)(?:\s*(?:number|号码|数字))?\s*(?:was|is|[:：=是为])?\s*(\d(?:[ -]?\d){3,7})(?!\d)/gi;
// "The password is wrong" tells none; "the password is letmein" does.
const PASSWORD =
  /\b(?:password|passcode)\s+is\s+[“"']?(?!(?:not|no|now|wrong|right|correct|incorrect|invalid|forgotten|lost|changed|reset|refused|rejected|expired|known|unknown|required|needed|asked|the|too|still|being|always|never|stolen|safe|set)\b)([^\s，。,;；“”"']{3,})/gi;

/** After words that are digits others may follow: nothing yet, or the beginning of one. */
const ENDS_OPEN = /^[ ,.-]{0,2}[a-z]{0,6}$/i;

/** @param {string} text @returns {Secret[]} by their place, none inside another */
function allSecretsIn(text) {
  const narrow = inDigits(text);
  const found = [
    ...secretsIn(text),
    ...captured(narrow, CODE_IS, "code"),
    ...captured(narrow, PASSWORD, "code"),
    ...spokenIn(narrow),
    ...whole(narrow, OLD_IDENTITY, "identity"),
    ...whole(narrow, CARD, "card").filter(({ start, end }) => addsUp(narrow.slice(start, end))),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((each, at) => !found.slice(0, at).some((other) => each.start < other.end));
}

/** A text without secrets. @param {string} text @returns {string} */
export function withoutSecrets(text) {
  return masked(text, allSecretsIn(text)).text;
}

/**
 * A field's text while somebody types. A number that still grows is let be: masked too early, its
 * further digits would stand there alone.
 * @param {string} text @param {number} caret @returns {{text: string, kinds: string[]}}
 */
export function maskedWhileTyping(text, caret) {
  const narrow = inDigits(text);
  const grows = ({ end, spoken }) =>
    (end === caret && /\d/.test(narrow[end - 1])) || (spoken && ENDS_OPEN.test(narrow.slice(end, caret)));
  return masked(
    text,
    allSecretsIn(text).filter((each) => !grows(each)),
  );
}

/** @returns {{text: string, kinds: string[]}} */
export function maskedWhole(text) {
  return masked(text, allSecretsIn(text));
}

const whole = (text, pattern, kind) =>
  [...text.matchAll(pattern)].map((each) => ({ start: each.index, end: each.index + each[0].length, kind }));

function addsUp(number) {
  const digits = number.replace(/\D/g, "");
  if (digits.length < 13) {
    return false;
  }
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
