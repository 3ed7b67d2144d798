/** Evidence to keep, by kind of trouble: tick off, copy, print. */

import { copied, filled, live } from "./parts/page.js";

live("evidence", (root, words) => {
  const { trouble } = root.querySelector("[data-form]").elements;
  const shown = () => [...root.querySelectorAll(".trouble")].filter((part) => !part.hidden);
  const show = () => {
    for (const part of root.querySelectorAll(".trouble")) {
      part.hidden = trouble.value !== "" && part.dataset.trouble !== trouble.value;
      const boxes = [...part.querySelectorAll("input")];
      const value = boxes.filter((box) => box.checked).length;
      part.querySelector("[data-count]").textContent = filled(words["evidence-count"], { value, most: boxes.length });
    }
  };
  root.addEventListener("input", show);
  root.querySelector("[data-print]").addEventListener("click", () => window.print());
  root.querySelector("[data-copy]").addEventListener("click", () => {
    const text = shown().map(asText).join("\n\n");
    copied(text, root.querySelector("[data-status]"), words);
  });
  show();
});

function asText(part) {
  const lines = [...part.querySelectorAll(".check")].map(
    (label) => `${label.querySelector("input").checked ? "☑" : "☐"} ${label.textContent.trim()}`,
  );
  return [part.querySelector("h2").firstChild.textContent.trim(), ...lines].join("\n");
}
