import { plain } from "./plain.js";
import { feeDue } from "./reckon.js";

/**
 * The fee due, or with `charged` what was charged beyond it, as a figure.
 * @param {import("./reckon.js").FeeCalculator} calculator
 * @param {Object<string, string>} inputs question → amount
 * @returns {string | null} null where an amount is missing or no figure
 */
export function fee(calculator, inputs) {
  const due = feeDue(calculator, inputs);
  return due === null ? null : plain(due);
}
