/** A complaint from facts, evidence and demands. Nothing leaves the page; secrets are hidden. */

import { letterOf, mailOf } from "./parts/letter.js";
import { copied, element, live } from "./parts/page.js";
import { masked, secretsIn } from "./parts/secrets.js";

export { letterOf } from "./parts/letter.js";
export { masked } from "./parts/secrets.js";

const FACTS = ["company", "day", "amount", "number", "before", "what", "name"];

live("complaint-writer", (root, words) => {
  const form = root.querySelector("[data-form]");
  const frames = JSON.parse(form.dataset.frames);
  const fields = form.elements;
  let text = "";
  const show = () => {
    offer(root, fields);
    const frame = frames[fields.language.value];
    text = letterOf(frame, factsOf(form));
    root
      .querySelector("[data-letter]")
      .replaceChildren(...text.split("\n\n").map((part) => element("p", { lang: fields.language.value }, part)));
    root.querySelector("[data-mail]").href = mailOf(frame["letter-subject"], text);
  };
  form.addEventListener("input", (event) => {
    if (!event.isComposing) {
      hideSecrets(event, root, words);
    }
    show();
  });
  form.addEventListener("change", (event) => {
    hideSecrets(event, root, words);
    show();
  });
  root.querySelector("[data-copy]").addEventListener("click", () => {
    copied(text, root.querySelector("[data-status]"), words);
  });
  root.querySelector("[data-print]").addEventListener("click", () => window.print());
  show();
});

/** Only recipients of the region and stage, only evidence for the trouble. */
function offer(root, { place, stage, to, trouble }) {
  const fits = ({ dataset }) => dataset.region === place.value && dataset.stage === stage.value;
  for (const option of to.options) {
    option.hidden = option.disabled = !fits(option);
  }
  if (!to.selectedOptions[0] || to.selectedOptions[0].disabled) {
    const first = [...to.options].find(fits);
    to.value = first ? first.value : "";
  }
  root.querySelector("[data-before]").hidden = stage.value === "first";
  for (const part of root.querySelectorAll("[data-trouble]")) {
    part.hidden = part.dataset.trouble !== trouble.value;
  }
}

function factsOf(form) {
  const fields = form.elements;
  const language = fields.language.value;
  const ticked = (name) =>
    [...form.querySelectorAll(`input[name="${name}"]:checked`)]
      .filter((box) => !box.closest("[hidden]"))
      .map((box) => JSON.parse(box.dataset.told)[language]);
  const chosen = fields.to.selectedOptions[0];
  const [to, opening, closing] = chosen ? JSON.parse(chosen.dataset.told)[language] : ["", "", ""];
  const typed = FACTS.map((name) => [name, masked(fields[name].value.trim()).text]);
  const facts = { ...Object.fromEntries(typed), demands: ticked("demand"), evidence: ticked("evidence") };
  return { ...facts, before: fields.stage.value === "first" ? "" : facts.before, to, opening, closing };
}

/**
 * Hide what should not be there, and say so. What still is being typed waits for the next sign;
 * the letter never shows it.
 */
function hideSecrets(event, root, words) {
  const field = event.target;
  if (!/^(?:INPUT|TEXTAREA)$/.test(field.tagName) || /^(?:checkbox|date)$/.test(field.type)) {
    return;
  }
  const caret = field.selectionStart;
  const typing = event.type === "input" && event.inputType === "insertText";
  const secrets = secretsIn(field.value).filter(({ end }) => !(typing && end === caret));
  if (!secrets.length) {
    return;
  }
  const { text, kinds } = masked(field.value, secrets);
  field.value = text;
  field.setSelectionRange(caret, caret);
  root.querySelector("[data-secret]").textContent = kinds.map((kind) => words[`letter-secret-${kind}`]).join(" ");
}
