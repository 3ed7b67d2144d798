import { isLeaf } from "./graph.js";

/** Whether a guide's JSON, brief or whole, holds what its readers touch. Unknown keys are passed over. */

const MOST_NODES = 5000;
const MOST_DAYS = 4000;
const ID = /^[a-z\d][a-z\d.-]{0,63}$/;

/** @param {object} guide throws where it is none, or one for a later reader */
export function inspect(guide) {
  const { start, nodes, answers, advice, rules, calculators = {} } = guide;
  const all = Object.values(nodes);
  must(parseInt(guide.schema_version) === 1 && guide.id.trim() && nodes[start] && all.length < MOST_NODES);
  for (const node of all) {
    if (isLeaf(node)) {
      answers[node.answer].title.plain.trim();
      node.advice.forEach((name) => text(advice[name].text));
      must(!node.continue || ID.test(node.continue.guide));
      node.because.forEach((name) => (rules ? text(rules[name].because) : name.trim()));
    } else {
      lookAtQuestion(node, nodes);
    }
  }
  Object.values(answers).forEach(rules ? lookAtAnswer : lookAtBrief);
  Object.values(rules || {}).forEach(({ source = [] }) => source.forEach(({ title }) => text(title)));
  Object.values(calculators).forEach(({ name, inputs, count = 0 }) => {
    must(count <= MOST_DAYS);
    Object.values(inputs).concat(name).forEach(text);
  });
}

function must(holds) {
  if (!holds) {
    throw new TypeError("something is missing, or too much");
  }
}

function lookAtQuestion(node, nodes) {
  must(ID.test(node.question) && node.kind.trim() && node.least <= node.most && node.most <= MOST_NODES && node.options.length);
  text(node.text);
  maybe(node.help);
  node.options.forEach(({ id, label, help, next, band = {} }) => {
    must(ID.test(id) && nodes[next] && !(band.limit > MOST_DAYS));
    text(label);
    maybe(help);
  });
}

function lookAtAnswer({ title, summary, today, avoid, evidence, deadline, say, fallback }) {
  [title, summary, ...today.map((step) => step.text), ...avoid, ...evidence, fallback.name, fallback.text].forEach(text);
  [deadline && deadline.text, say].forEach(maybe);
}

function lookAtBrief({ title, summary, url }) {
  [title, summary].forEach(text);
  url.trim();
}

const maybe = (found) => !found || text(found);

function text({ plain, blocks }) {
  plain.trim();
  blocks.forEach(({ runs, items = [runs] }) => items.forEach((line) => line.forEach(({ t }) => t.trim())));
}
