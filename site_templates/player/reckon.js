import { decimal, percentOf } from "./decimal.js";
import { businessDaysAfter, dayNumber, dayText, monthsAfter } from "./days.js";

/**
 * Calculators of `guides/calculators.json`, held to `guides/calculators.vectors.json`.
 *
 * @typedef {{kind: "fee", amount: string, free?: {question?: string, value?: string}, rate: string,
 *   minimum?: string, maximum?: string, charged?: string}} FeeCalculator
 * @typedef {{kind: "due_date" | "deadline", counts_from: string, count: number,
 *   span: "day" | "business-day" | "month" | "year", calendar?: string}} DateCalculator
 */

/**
 * The questions whose amounts or day a calculator needs, in the order in which people are asked.
 * @param {FeeCalculator | DateCalculator} calculator
 * @returns {string[]}
 */
export function inputsOf(calculator) {
  if (calculator.kind !== "fee") {
    return [calculator.counts_from];
  }
  const { amount, free, charged } = calculator;
  return [amount, free && free.question, charged].filter(Boolean);
}

/**
 * The fee due, or with `charged` what was charged beyond it.
 * @param {FeeCalculator} calculator
 * @param {Object<string, string>} inputs question → amount
 * @returns {bigint | null} null where an amount is missing or no figure
 */
export function feeDue(calculator, inputs) {
  const amounts = inputsOf(calculator).map((name) => decimal(inputs[name] || ""));
  if (amounts.includes(null)) {
    return null;
  }
  const free = calculator.free && (calculator.free.value || inputs[calculator.free.question]);
  const taxed = amounts[0] - (free ? decimal(free) : 0n);
  let due = 0n;
  if (taxed > 0n) {
    due = percentOf(taxed, decimal(calculator.rate));
    const { minimum, maximum } = calculator;
    due = minimum && due < decimal(minimum) ? decimal(minimum) : due;
    due = maximum && due > decimal(maximum) ? decimal(maximum) : due;
  }
  return calculator.charged ? decimal(inputs[calculator.charged]) - due : due;
}

/**
 * The last day that belongs to a window, and whether the calendar knows all days up to it.
 * @param {DateCalculator} calculator
 * @param {string} start such as "2026-11-18"
 * @param {Object<string, import("./days.js").Calendar>} calendars
 * @returns {{day: string, certain: boolean} | null} null where `start` is no day
 */
export function lastDay(calculator, start, calendars) {
  const from = dayNumber(start);
  if (from === null) {
    return null;
  }
  const { count, span } = calculator;
  if (span === "business-day") {
    const found = businessDaysAfter(calendars[calculator.calendar], from, count);
    return { day: dayText(found.day), certain: found.certain };
  }
  const months = span === "year" ? 12 * count : count;
  return { day: dayText(span === "day" ? from + count : monthsAfter(from, months)), certain: true };
}
