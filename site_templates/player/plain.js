import { SCALE } from "./decimal.js";

/**
 * @param {bigint} value
 * @returns {string} without zeros at its end
 */
export function plain(value) {
  const digits = String(value < 0n ? -value : value).padStart(SCALE + 1, "0");
  const part = digits.slice(-SCALE).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -SCALE)}${part && `.${part}`}`;
}
