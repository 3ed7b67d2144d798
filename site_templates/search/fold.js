/** Texts and queries → characters that can be compared, one for each that came in. */

/** No more characters of a query are read. */
export const LONGEST_QUERY = 600;

/**
 * The text with each character folded; one character comes out for each that goes in.
 * @param {string[]} characters
 * @param {Map<string, string>} folds
 * @returns {string}
 */
export function folded(characters, folds) {
  let result = "";
  for (const char of characters) result += foldedCharacter(char, folds);
  return result;
}

/**
 * @param {string} char one character, perhaps of two UTF-16 units
 * @param {Map<string, string>} folds
 */
function foldedCharacter(char, folds) {
  let plain = char;
  const code = char.codePointAt(0);
  if (code > 0xffff) return "\0";
  if (code >= 0xff01 && code <= 0xff5e) plain = String.fromCharCode(code - 0xfee0);
  else if (code === 0x3000 || code === 0xa0 || code === 9) plain = " ";
  if (plain >= "A" && plain <= "Z") return plain.toLowerCase();
  return folds.has(plain) ? folds.get(plain) : plain;
}

/** @param {string} char */
export function isHan(char) {
  return char >= "\u3400" && char <= "\u9fff";
}
