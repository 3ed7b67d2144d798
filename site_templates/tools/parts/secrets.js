/**
 * What nobody should write into a letter: card numbers, ID numbers, passwords and codes. What is
 * found is hidden sign by sign, so that the text keeps its length.
 *
 * @typedef {{start: number, end: number, kind: "card" | "identity" | "code"}} Secret
 */

const HIDDEN = "*";
const KEPT = 4;
const RUN = /[\dXx](?:[ -]?[\dXx])*/g;
const SOCIAL = /(^|\D)(\d{3}-\d{2}-\d{4})(?!\d)/g;
const NAMED =
  /(密码|口令|验证码|校验码|动态码|passcode|password|\bpin\b|\bcvv2?\b|\bcvc2?\b|\botp\b|(?:one-time|security|verification|login|sms) code)(\s*(?:[:：=]|是|为|\bis\b|\bwas\b)?\s*)([!-~]{3,})/gi;
const NAMED_CARD = /(?:银行卡|信用卡|储蓄卡|卡)(?:的)?(?:号码?|号)\s*(?:[:：=]|是|为)?\s*(\d(?:[ -]?\d){12,18})(?!\d)/g;
const NAMED_AFTER = /(\d{4,8})(?=\s*是?(?:我的)?(?:验证码|密码))/g;

// Digits as somebody reads them out, sign by sign: 三八二九一零. Amounts (一百二十三) have no such run.
const READ_OUT = "零一二三四五六七八九";
const ALSO = { "〇": "0", "○": "0", "幺": "1", "壹": "1", "贰": "2", "叁": "3", "肆": "4", "伍": "5", "陆": "6", "柒": "7", "捌": "8", "玖": "9" };
const SIGN = `[${READ_OUT}${Object.keys(ALSO).join("")}]`;
const READ_RUN = new RegExp(`(?:${SIGN}|\\d)(?:[ 、，,-]?(?:${SIGN}|\\d)){3,}(?!${SIGN}|[百千万亿年月日天])`, "g");
const READ_CODE = new RegExp(
  `(?:验证码|校验码|动态码|短信码|安全码|密码|口令)[^\\d。！？!?\\n号${READ_OUT}]{0,12}(${SIGN}(?:[ 、，,-]?${SIGN}){3,7})(?!${SIGN}|[百千万亿年月日天个次元块])`,
  "g",
);

/**
 * A text with each digit as 0–9, sign for sign, whether it was full-width or read out in Chinese.
 * @param {string} text @returns {string} of the same length
 */
export function inDigits(text) {
  const narrow = text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return narrow.replace(READ_RUN, (run) => (new RegExp(SIGN).test(run) ? [...run].map(digitOf).join("") : run));
}

function digitOf(sign) {
  const digit = READ_OUT.indexOf(sign);
  return digit >= 0 ? String(digit) : ALSO[sign] || (/[、，,]/.test(sign) ? " " : sign);
}

/** @param {string} text @returns {Secret[]} by their place, none inside another */
export function secretsIn(text) {
  const narrow = inDigits(text);
  const found = [...longNumbersIn(narrow), ...codesIn(narrow), ...captured(text, READ_CODE, "code")].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((each, at) => !found.slice(0, at).some((other) => each.start < other.end));
}

/** @param {string} text @returns {{text: string, kinds: string[]}} */
export function masked(text, secrets = secretsIn(text)) {
  let made = text;
  for (const { start, end, kind } of secrets) {
    const shown = kind === "card" ? KEPT : 0;
    const part = made.slice(start, end - shown).replace(/[^\s-]/g, HIDDEN);
    made = made.slice(0, start) + part + made.slice(end - shown);
  }
  return { text: made, kinds: [...new Set(secrets.map(({ kind }) => kind))] };
}

function longNumbersIn(text) {
  const found = [];
  for (const run of text.matchAll(RUN)) {
    const groups = [...run[0].matchAll(/[\dXx]+/g)];
    for (let from = 0; from < groups.length; from += 1) {
      for (let to = groups.length; to > from; to -= 1) {
        const joined = groups.slice(from, to).map(([signs]) => signs).join("");
        const kind = isIdentity(joined) ? "identity" : isCard(joined) ? "card" : null;
        if (kind) {
          const last = groups[to - 1];
          found.push({ start: run.index + groups[from].index, end: run.index + last.index + last[0].length, kind });
        }
      }
    }
  }
  for (const each of text.matchAll(SOCIAL)) {
    const start = each.index + each[1].length;
    found.push({ start, end: start + each[2].length, kind: "identity" });
  }
  return [...found, ...captured(text, NAMED_CARD, "card")];
}

/** What stands at the end of each find, in brackets. @returns {Secret[]} */
export function captured(text, pattern, kind) {
  return [...text.matchAll(pattern)].map((each) => {
    const end = each.index + each[0].length;
    return { start: end - each[1].length, end, kind };
  });
}

function codesIn(text) {
  const found = [];
  for (const each of text.matchAll(NAMED)) {
    const [, name, between, value] = each;
    // "the password was changed" tells no password, "password: letmein" does.
    const told = /\d/.test(value) || /[:：=是为]/.test(between);
    if (told && value.split(HIDDEN).join("")) {
      const start = each.index + name.length + between.length;
      found.push({ start, end: start + value.length, kind: "code" });
    }
  }
  for (const each of text.matchAll(NAMED_AFTER)) {
    found.push({ start: each.index, end: each.index + each[1].length, kind: "code" });
  }
  return found;
}

/** Thirteen to nineteen digits that begin as cards do, with a check digit that fits. */
function isCard(digits) {
  if (!/^[3-6]\d{12,18}$/.test(digits)) {
    return false;
  }
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A mainland identity number: a date of birth in it, and a check digit that fits. */
function isIdentity(signs) {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(signs)) {
    return false;
  }
  const sum = [...signs.slice(0, 17)].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return "10X98765432"[sum % 11] === signs[17].toUpperCase();
}
