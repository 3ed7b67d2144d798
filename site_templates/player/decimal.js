/**
 * Exact decimals: a whole number of millionths of a millionth. Money never touches a float.
 */

export const SCALE = 12;
const ONE = 10n ** 12n;
const PATTERN = /^\s*(-?)(\d{1,15})(?:\.(\d{1,9}))?\s*$/;

/**
 * @param {string} text such as "1,000.50"
 * @returns {bigint | null} null where it is no plain figure
 */
export function decimal(text) {
  const found = PATTERN.exec(String(text).replace(/,/g, ""));
  if (!found) {
    return null;
  }
  const size = BigInt(found[2] + (found[3] || "").padEnd(SCALE, "0"));
  return found[1] ? -size : size;
}

/**
 * `rate` percent of `amount`, rounded half up to a hundredth.
 * @param {bigint} amount not below zero
 * @param {bigint} rate in percent
 * @returns {bigint}
 */
export function percentOf(amount, rate) {
  const hundredth = ONE / 100n;
  const whole = 100n * ONE * hundredth;
  return ((amount * rate + whole / 2n) / whole) * hundredth;
}
