/** Kinds of wallet by the reader's own weights, once nothing rules the wallet out. */

import { meritOf } from "./parts/merit.js";
import { element, filled, live } from "./parts/page.js";

export { meritOf } from "./parts/merit.js";

const STRONG = 3;
const WEAK = 1;

live("wallet-chooser", (root, words) => {
  const form = root.querySelector("[data-form]");
  const sliders = [...form.querySelectorAll("input[type=range]")];
  const kinds = [...root.querySelectorAll(".kind[data-marks]")].map((card) => ({
    id: card.id,
    title: card.querySelector("h3").firstChild.textContent.trim(),
    marks: JSON.parse(card.dataset.marks),
  }));
  const show = () => {
    sliders.forEach((slider) => (slider.parentElement.querySelector("output").textContent = slider.value));
    const ruledOut = [...form.querySelectorAll("input[name=exclusion]:checked")];
    const told = ruledOut.length ? refusal(words, ruledOut) : ranking(words, sliders, kinds);
    root.querySelector("[data-result]").replaceChildren(...told);
  };
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  show();
});

function refusal(words, boxes) {
  const because = boxes.map((box) => element("li", {}, box.parentElement.textContent.trim()));
  return [element("p", { class: "main refused" }, words["weigh-excluded"]), element("ul", { class: "crosses" }, ...because)];
}

function ranking(words, sliders, kinds) {
  const weights = Object.fromEntries(sliders.map((slider) => [slider.name, Number(slider.value)]));
  const names = Object.fromEntries(sliders.map((slider) => [slider.name, slider.dataset.title]));
  const merits = kinds.map((kind) => ({ ...kind, merit: meritOf(weights, kind.marks) }));
  if (merits.some(({ merit }) => merit === null)) {
    return [element("p", {}, words["weigh-nothing"])];
  }
  merits.sort((a, b) => b.merit - a.merit || (a.id < b.id ? -1 : 1));
  const first = element("p", { class: "main" }, filled(words["weigh-first"], { value: merits[0].title }));
  return [first, element("ol", { class: "ranking" }, ...merits.map((kind) => place(words, kind, weights, names)))];
}

function place(words, { id, title, marks, merit }, weights, names) {
  const weighty = Object.keys(weights).filter((name) => weights[name] > 0).sort((a, b) => weights[b] - weights[a]);
  const reason = (key, found) =>
    found.length
      ? element("p", { class: "hint" }, filled(words[key], { value: found.map((name) => names[name]).join(words["list-comma"]) }))
      : null;
  return element(
    "li",
    { "data-kind": id, "data-merit": String(merit) },
    element("p", {}, element("a", { href: `#${id}` }, title), " ", element("span", { class: "weight" }, filled(words["guide-score"], { value: merit, most: 100 }))),
    element("meter", { min: "0", max: "100", value: String(merit), "aria-hidden": "true" }),
    reason("weigh-strong", weighty.filter((name) => marks[name] === STRONG).slice(0, 3)),
    reason("weigh-weak", weighty.filter((name) => marks[name] <= WEAK).slice(0, 3)),
  );
}
