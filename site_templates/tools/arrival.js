/** When will my money arrive: the last day of a window, and the days up to it on a calendar. */

import { dayIn, dayNumber } from "../player/days.js";
import { lastDay } from "../player/reckon.js";
import { dayAtLength } from "./parts/day_words.js";
import { legend, monthTables } from "./parts/months.js";
import { element, live, loaded } from "./parts/page.js";

export { kindOfDay } from "./parts/months.js";

live("arrival", async (root, words) => {
  const [{ calculators }, { calendars }] = await Promise.all([
    loaded("guides/calculators.json"),
    loaded("guides/calendars.json"),
  ]);
  const { which, start } = root.querySelector("[data-form]").elements;
  const chosen = () => which.selectedOptions[0];
  const calendarOf = () => calendars[calculators[chosen().dataset.calculator].calendar];
  const today = () => dayIn(new Date(), calendarOf().zone);
  const show = () => {
    root.querySelector("label[data-asks]").textContent = chosen().dataset.asks;
    root.querySelector("p[data-guess]").hidden = !("guess" in chosen().dataset);
    const found = lastDay(calculators[chosen().dataset.calculator], start.value, calendars);
    const told = found ? toldOf(words, { found, start: start.value, today: today(), past: chosen().dataset }) : [];
    root.querySelector("[data-result]").replaceChildren(...told);
    const tables = found ? monthTables(words, calendarOf(), dayNumber(start.value), dayNumber(found.day)) : [];
    root.querySelector("[data-months]").replaceChildren(...tables, ...(found ? [legend(words, tables)] : []));
  };
  start.value = start.value || today();
  root.querySelector("[data-form]").addEventListener("input", show);
  show();
});

function toldOf(words, { found, start, today, past }) {
  const day = element("time", { datetime: found.day }, dayAtLength(words, found.day));
  const told = [element("p", { class: "main" }, element("span", {}, words["arrival-last"]), " ", day)];
  if (!found.certain) {
    told.push(element("p", { class: "doubt" }, words["arrival-uncertain"]));
  }
  if (start > today) {
    told.push(element("p", { class: "state" }, words["arrival-later"]));
  } else if (today <= found.day) {
    told.push(element("p", { class: "state" }, words["arrival-wait"]));
  } else if (found.certain) {
    const link = element("a", { href: past.past }, past.title);
    told.push(element("p", { class: "state late" }, words["arrival-past"], link));
  }
  return told;
}
