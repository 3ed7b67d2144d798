import { decimal } from "./decimal.js";
import { businessDaysAfter, dayNumber } from "./days.js";
import { GuideError } from "./errors.js";
import { feeDue, inputsOf } from "./reckon.js";

/**
 * @typedef {{calendars: Object<string, import("./days.js").Calendar>, today: string}} Setting
 */

/**
 * The option that a reply means: an option id as it is, an amount or day by its band. `unsure` where
 * the calendar ends before the band is certain.
 * @param {object} node a question of a guide
 * @param {string} value
 * @param {Setting} setting
 * @returns {string | null} null where the question takes no such reply
 */
export function optionFor(node, value, setting) {
  const text = String(value).trim();
  if (node.options.some(({ id }) => id === text)) {
    return text;
  }
  if (node.kind === "date") {
    return bandOfDay(node, text, setting);
  }
  return node.kind === "choice" ? null : bandOfNumber(node, decimal(text));
}

/**
 * The option that a calculator tells from amounts; null where one is missing.
 * @param {object} guide @param {object} node @param {Object<string, string>} amounts
 * @returns {string | null}
 */
export function computedOption(guide, node, amounts) {
  const calculator = node.computed_by && guide.calculators[node.computed_by];
  if (!calculator || inputsOf(calculator).some((name) => !(name in amounts))) {
    return null;
  }
  return bandOfNumber(node, feeDue(calculator, amounts));
}

function bandOfNumber(node, value) {
  if (value === null || !within(value, { gte: node.minimum, lte: node.maximum })) {
    return null;
  }
  const found = node.options.find(({ band }) => band && within(value, band));
  return found ? found.id : null;
}

/** Bounds are figures as text, so that none is empty; those that are missing hold. */
const within = (value, { gt, gte, lt, lte }) =>
  !((gt && value <= decimal(gt)) || (gte && value < decimal(gte)) || (lt && value >= decimal(lt)) || (lte && value > decimal(lte)));

function bandOfDay(node, text, { calendars, today }) {
  const [start, now] = [dayNumber(text), dayNumber(today)];
  if (start === null || start > now) {
    return null;
  }
  for (const { id, band } of node.options.filter((option) => option.band)) {
    if (band.limit === undefined) {
      return id;
    }
    if (band.calendar && !calendars[band.calendar]) {
      throw new GuideError("calendars", `no calendar ${band.calendar}`);
    }
    const { day, certain } =
      band.unit === "day"
        ? { day: start + band.limit, certain: true }
        : businessDaysAfter(calendars[band.calendar], start, band.limit);
    if (now <= day) {
      return id;
    }
    if (!certain) {
      break;
    }
  }
  return node.options.some(({ id }) => id === "unsure") ? "unsure" : null;
}
