/** Which deadlines do I have: a day for each event, the dates as a list and as a calendar file. */

import { dayIn, dayNumber } from "../player/days.js";
import { lastDay } from "../player/reckon.js";
import { dayAtLength } from "./parts/day_words.js";
import { calendarFile } from "./parts/ics.js";
import { copied, element, filled, live, loaded } from "./parts/page.js";

export { calendarFile } from "./parts/ics.js";

live("deadlines", async (root, words) => {
  const [{ calculators }, { calendars }] = await Promise.all([
    loaded("guides/calculators.json"),
    loaded("guides/calendars.json"),
  ]);
  const { place } = root.querySelector("[data-form]").elements;
  const todayFor = ({ calendar }) => dayIn(new Date(), calendar && calendars[calendar].zone);
  const find = () =>
    [...root.querySelectorAll(`[data-region="${place.value}"] [data-period]`)]
      .map((card) => {
        const calculator = calculators[card.dataset.calculator];
        const found = lastDay(calculator, card.querySelector("input").value, calendars);
        return found && { card, ...found, today: todayFor(calculator) };
      })
      .filter(Boolean)
      .sort((a, b) => (a.day < b.day ? -1 : 1));
  const show = () => {
    for (const part of root.querySelectorAll("[data-region]")) {
      part.hidden = part.dataset.region !== place.value;
    }
    root.querySelectorAll("[data-due]").forEach((due) => due.replaceChildren());
    const dates = find();
    dates.forEach((date) => date.card.querySelector("[data-due]").append(...dueOf(words, date)));
    root.querySelector("[data-dates]").replaceChildren(
      ...dates.map((date) => element("li", {}, element("strong", {}, titleOf(date)), element("br"), ...dueOf(words, date))),
    );
    root.querySelector("[data-none]").hidden = dates.length > 0;
    root.querySelectorAll("[data-download], [data-copy]").forEach((button) => (button.disabled = !dates.length));
  };
  root.addEventListener("input", show);
  root.querySelector("[data-download]").addEventListener("click", () => save(find()));
  root.querySelector("[data-copy]").addEventListener("click", () => {
    const lines = find().map((date) => `${dayAtLength(words, date.day)}\n${titleOf(date)}`);
    copied(lines.join("\n\n"), root.querySelector("[data-status]"), words);
  });
  show();
});

const titleOf = ({ card }) => card.querySelector("h3").textContent;

function dueOf(words, { day, certain, today }) {
  const left = dayNumber(day) - dayNumber(today);
  const counted = words[left === 1 ? "deadlines-left-one" : "deadlines-left"];
  const told =
    left < 0 ? words["deadlines-passed"] : left === 0 ? words["deadlines-today"] : filled(counted, { value: left });
  return [
    element("time", { datetime: day }, dayAtLength(words, day)),
    " ",
    element("span", { class: left < 0 ? "left past" : "left" }, told),
    certain ? null : element("span", { class: "doubt" }, ` ${words["arrival-uncertain"]}`),
  ].filter((part) => part !== null);
}

function save(dates) {
  const events = dates.map((date) => ({
    id: date.card.dataset.period,
    day: date.day,
    title: titleOf(date),
    text: date.card.querySelector("h3 + p").textContent,
  }));
  const file = new Blob([calendarFile(events, new Date())], { type: "text/calendar" });
  const link = element("a", { href: URL.createObjectURL(file), download: "deadlines.ics" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
