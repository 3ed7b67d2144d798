/** Months as tables, with what each day is on a calendar of business days. */

import { dayNumber, dayText, isBusinessDay } from "../../player/days.js";
import { weekdayOf } from "./day_words.js";
import { element, filled } from "./page.js";

/**
 * @param {import("../../player/days.js").Calendar} calendar @param {number} day
 * @returns {"working" | "make-up" | "weekend" | "holiday" | "unknown"}
 */
export function kindOfDay(calendar, day) {
  const known = isBusinessDay(calendar, day);
  const text = dayText(day);
  if (known === null) {
    return "unknown";
  }
  if (known) {
    return calendar.working_days.includes(text) ? "make-up" : "working";
  }
  return calendar.holidays.includes(text) ? "holiday" : "weekend";
}

/**
 * A table for each month from the first day to the last.
 * @param {import("./page.js").Words} words
 * @param {import("../../player/days.js").Calendar} calendar
 * @param {number} start the day that it counts from @param {number} end the last day
 * @returns {HTMLElement[]}
 */
export function monthTables(words, calendar, start, end) {
  const counted = new Map();
  for (let day = start + 1; day <= end; day += 1) {
    if (isBusinessDay(calendar, day) !== false) {
      counted.set(day, counted.size + 1);
    }
  }
  const marks = (day) => marksOf({ words, calendar, counted, start, end }, day);
  return monthsBetween(start, end).map(([year, month]) => monthTable(words, year, month, marks));
}

function monthsBetween(start, end) {
  const found = [];
  const [last, lastMonth] = yearAndMonth(end);
  for (let [year, month] = yearAndMonth(start); year < last || (year === last && month <= lastMonth); ) {
    found.push([year, month]);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return found;
}

function yearAndMonth(day) {
  return dayText(day).split("-").slice(0, 2).map(Number);
}

function marksOf({ words, calendar, counted, start, end }, day) {
  const kind = kindOfDay(calendar, day);
  const within = day > start && day <= end;
  const told = [words[`arrival-${kind}`]];
  const classes = [kind];
  if (day === start) {
    classes.push("start");
    told.unshift(words["arrival-start"]);
  }
  if (day === end) {
    classes.push("end");
    told.unshift(words["arrival-end"]);
  }
  if (within && counted.has(day)) {
    classes.push("counted");
  }
  return { classes, told, badge: within ? counted.get(day) : undefined };
}

function monthTable(words, year, month, marks) {
  const first = dayNumber(`${year}-${String(month).padStart(2, "0")}-01`);
  const rows = [element("tr")];
  for (let empty = 1; empty < weekdayOf(first); empty += 1) {
    rows[0].append(element("td"));
  }
  for (let day = first; yearAndMonth(day)[1] === month; day += 1) {
    if (weekdayOf(day) === 1 && day !== first) {
      rows.push(element("tr"));
    }
    rows[rows.length - 1].append(dayCell(day, marks(day)));
  }
  const heads = [1, 2, 3, 4, 5, 6, 7].map((n) => element("th", { scope: "col" }, words[`weekday-${n}`]));
  const title = filled(words["month-long"], { year, month: words[`month-${month}`] });
  return element(
    "table",
    { class: "month" },
    element("caption", {}, title),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows),
  );
}

function dayCell(day, { classes, told, badge }) {
  return element(
    "td",
    { class: classes.join(" "), "data-day": dayText(day) },
    element("span", { class: "number" }, String(Number(dayText(day).slice(-2)))),
    badge === undefined ? null : element("span", { class: "badge", "aria-hidden": "true" }, String(badge)),
    element("span", { class: "hidden" }, ` ${told.join(" ")}`),
  );
}

/** What the looks of days mean, for those that occur. @returns {HTMLElement} */
export function legend(words, tables) {
  const occur = (kind) => tables.some((table) => table.querySelector(`td.${kind}`));
  const kinds = ["start", "end", "weekend", "holiday", "make-up", "unknown"].filter(occur);
  const item = (kind) =>
    element("li", {}, element("span", { class: `sample ${kind}`, "aria-hidden": "true" }), words[`arrival-${kind}`]);
  const count = element("li", {}, words["arrival-count"]);
  return element("ul", { class: "legend" }, ...kinds.map(item), count);
}
