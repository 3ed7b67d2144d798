/** What will it cost: the fee of a calculator, with its working. */

import { decimal } from "../player/decimal.js";
import { fee } from "../player/fee.js";
import { inputsOf } from "../player/reckon.js";
import { grouped, tidied, workingOf } from "./parts/amounts.js";
import { element, filled, live, loaded } from "./parts/page.js";

export { tidied, workingOf } from "./parts/amounts.js";
export { fee } from "../player/fee.js";

const SCHEDULE = ["rate", "minimum", "maximum"];

live("fee", async (root, words) => {
  const { calculators } = await loaded("guides/calculators.json");
  const form = root.querySelector("[data-form]");
  const published = calculators[form.dataset.calculator];
  const show = () => {
    const typed = {};
    for (const field of form.querySelectorAll("input")) {
      typed[field.name] = tidied(field.value);
      field.toggleAttribute("aria-invalid", typed[field.name] !== "" && !isAmount(typed[field.name]));
    }
    const wrong = Object.values(typed).some((text) => text !== "" && !isAmount(text));
    root.querySelector("[data-wrong]").textContent = wrong ? filled(words["fee-invalid"], { value: "1000.50" }) : "";
    const schedule = Object.fromEntries(SCHEDULE.filter((key) => typed[key]).map((key) => [key, typed[key]]));
    const { minimum, maximum, rate, ...rest } = published;
    tell(root, words, { rate, ...rest, ...schedule }, wrong ? {} : typed);
  };
  form.addEventListener("input", show);
  show();
});

const isAmount = (text) => {
  const value = decimal(text);
  return value !== null && value >= 0n;
};

function tell(root, words, calculator, typed) {
  const due = fee(calculator, typed);
  const [result, working] = [root.querySelector("[data-result]"), root.querySelector("[data-working]")];
  const inWords = (value) => filled(words[`unit-${calculator.unit.toLowerCase()}`], { value: grouped(value) });
  if (due === null) {
    result.replaceChildren();
    working.replaceChildren();
    return;
  }
  const amount = decimal(typed[calculator.amount]);
  const free = inputsOf(calculator).length > 1 ? decimal(typed[calculator.free.question]) : 0n;
  const main = (word, value) =>
    element("p", { class: "main" }, element("span", {}, words[word]), " ", element("strong", {}, inWords(value)));
  result.replaceChildren(main("fee-due", decimal(due)), main("fee-arrives", amount - decimal(due)));
  const lines = workingOf(calculator, amount, free).map(({ step, value }) => [
    element("dt", {}, filled(words[`fee-step-${step}`], { value: calculator.rate })),
    element("dd", { "data-step": step }, inWords(value)),
  ]);
  working.replaceChildren(...lines.map((line) => element("div", {}, ...line)));
}
