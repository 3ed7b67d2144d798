/** A guide's questions on one page: as many as the replies so far make needful, then the gaps. */

import { isLeaf, walk } from "../player/graph.js";
import { element, filled, live, loaded } from "./parts/page.js";

live("check-up", async (root, words) => {
  const form = root.querySelector("[data-form]");
  const guide = await loaded(`guides/${root.dataset.locale}/${form.dataset.guide}.json`);
  const gaps = [...root.querySelectorAll("[data-advice]")];
  const questions = [...form.querySelectorAll("[data-question]")];
  const show = () => {
    const { asked, at } = walk(guide, Object.fromEntries(new FormData(form)));
    const node = guide.nodes[at];
    for (const part of questions) {
      part.hidden = !asked.includes(part.dataset.question) && part.dataset.question !== node.question;
    }
    const leaf = isLeaf(node) ? node : null;
    const open = leaf ? gaps.filter((gap) => leaf.advice.includes(gap.dataset.advice)) : [];
    gaps.forEach((gap) => (gap.hidden = !open.includes(gap)));
    root.querySelector("[data-gaps]").hidden = !open.length;
    const whole = leaf && asked.length === questions.length;
    const told = leaf ? verdict(words, guide, leaf, form.dataset.answers) : element("p", {}, words["check-up-left"]);
    root.querySelector("[data-result]").replaceChildren(...(whole ? score(words, gaps, open) : []), told);
  };
  const heading = root.querySelector("[data-found]");
  heading.textContent = heading.dataset.found;
  form.addEventListener("input", show);
  show();
});

function score(words, gaps, open) {
  const points = (parts) => parts.reduce((sum, part) => sum + Number(part.dataset.lost), 0);
  const [most, lost] = [points(gaps), points(open)];
  const told = filled(words["check-up-score"], { value: most - lost, most });
  const main = element("p", { class: "main", "data-score": String(most - lost) }, told);
  return lost ? [main] : [main, element("p", {}, words["check-up-none"])];
}

function verdict(words, guide, leaf, answers) {
  const href = new URL(`${leaf.answer}/`, new URL(answers, document.baseURI)).href;
  const link = element("a", { href, "data-answer": leaf.answer }, guide.answers[leaf.answer].title.plain);
  return element("p", { class: "verdict" }, words["check-up-next"], link);
}
