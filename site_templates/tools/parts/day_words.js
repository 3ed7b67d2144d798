import { dayNumber } from "../../player/days.js";
import { filled } from "./page.js";

const WEEK = 7;

/** @param {number} day since 1970 @returns {number} Monday is 1 */
export function weekdayOf(day) {
  // 1 January 1970 was a Thursday.
  return ((((day + 3) % WEEK) + WEEK) % WEEK) + 1;
}

/** @param {import("./page.js").Words} words @param {string} text such as "2026-11-18" */
export function dayInWords(words, text) {
  const [year, month, day] = text.split("-").map(Number);
  return filled(words.date, { year, month: words[`month-${month}`], day });
}

/** The same with the day of the week. */
export function dayAtLength(words, text) {
  const weekday = words[`weekday-${weekdayOf(dayNumber(text))}`];
  return filled(words["day-long"], { day: dayInWords(words, text), weekday });
}
