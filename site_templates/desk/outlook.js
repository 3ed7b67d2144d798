import { answersLeft } from "../player/deciding.js";
import { isLeaf, reached } from "../player/graph.js";
import { optionFor } from "../player/replies.js";
import { blamed, holds } from "./relevance.js";

/**
 * A guide in view: all its questions with all their options, what each reply has come to, and the
 * answers that are still possible.
 *
 * @typedef {"present" | "told" | "open" | "idle"} Standing
 *   told: its reply counts; open: may still be asked; idle: makes no difference any more
 * @typedef {object} OptionInView
 * @property {object} option of a node: id, label, help, band
 * @property {boolean} chosen
 * @property {boolean} leads whether it can still be replied and make a difference
 * @property {string[]} sets_aside questions whose replies would count no more
 * @property {number | null} answers how many would still be possible; the present question alone
 * @typedef {object} QuestionInView
 * @property {string} question
 * @property {object} node its text, help and kind
 * @property {Standing} standing
 * @property {string | null} value what was told
 * @property {boolean} misfit whether it was told and means none of the options here
 * @property {string[]} against questions whose replies rule it out
 * @property {OptionInView[]} options
 */

const QUESTIONS = new WeakMap();

/**
 * The questions of a guide, each once with all the options that any of its nodes offers.
 * @param {object} guide @returns {Map<string, object>} in the order in which they may come
 */
export function questionsOf(guide) {
  if (!QUESTIONS.has(guide)) {
    const found = new Map();
    for (const at of reached(guide.nodes, guide.start)) {
      const node = guide.nodes[at];
      if (!isLeaf(node)) {
        const known = found.get(node.question);
        const options = known ? known.options : [];
        const more = node.options.filter(({ id }) => !options.some((each) => each.id === id));
        found.set(node.question, { ...(known || node), options: [...options, ...more] });
      }
    }
    QUESTIONS.set(guide, found);
  }
  return QUESTIONS.get(guide);
}

/**
 * @param {import("../player/conversation.js").Conversation} talk
 * @param {Object<string, string>} values what was told, all of it
 * @param {Object<string, object>} relevance question → when it is asked at all
 * @returns {{questions: QuestionInView[], answers: {answer: string, share: number}[]}}
 */
export function outlook(talk, values, relevance) {
  const scene = sceneOf(talk, values, relevance, counted(talk, values));
  const questions = [...questionsOf(talk.guide)].map(([question, node]) => inView(scene, question, node));
  return { questions, answers: answersWithShares(scene.left) };
}

/** @returns {QuestionInView | null} the present question; null at the end */
export function presentIn(talk, values, relevance) {
  const { question } = talk;
  return question && inView(sceneOf(talk, values, relevance, new Set()), question.question, question);
}

/** What is left of the guide is reckoned once: it takes longer than all else. */
function sceneOf(talk, values, relevance, counting) {
  const { left } = talk;
  return { talk, values, relevance, left, known: optionsTold(talk, values), offered: offeredIn(left), counting };
}

function inView({ talk, values, relevance, left, known, offered, counting }, question, node) {
  const standing = standingOf(talk, question, { counting, offered });
  const others = without(known, question);
  const offers = offered.get(question) || [];
  return {
    question,
    node,
    standing,
    value: question in values ? values[question] : null,
    misfit: question in values && !(question in known),
    against: holds(relevance, question, others) === false ? blamed(relevance, question, others) : [],
    options: node.options.map((option) => ({
      option,
      chosen: known[question] === option.id,
      leads: standing === "told" || offers.includes(option.id),
      sets_aside: setAside(relevance, others, question, option.id),
      answers: standing === "present" ? answersLeft(left, { [question]: option.id }).size : null,
    })),
  };
}

/** What each reply means here, whether it is needed or not. */
export function optionsTold(talk, values) {
  const found = { ...talk.replies };
  for (const [question, node] of questionsOf(talk.guide)) {
    const option = question in values ? optionFor(node, values[question], talk.setting) : null;
    if (option !== null) {
      found[question] = option;
    }
  }
  return found;
}

/**
 * The questions whose replies count: a way through the guide that keeps to all replies asks them.
 * @returns {Set<string>}
 */
export function counted(talk, values) {
  const known = optionsTold(talk, values);
  const { nodes, start } = talk.guide;
  const found = new Set();
  const seen = new Set([start]);
  for (const at of seen) {
    const { question, options = [] } = nodes[at];
    const given = options.filter(({ id }) => id === known[question]);
    (given.length ? given : options).forEach(({ next }) => seen.add(next));
    if (given.length) {
      found.add(question);
    }
  }
  return found;
}

function standingOf(talk, question, { counting, offered }) {
  if (talk.question && talk.question.question === question) {
    return "present";
  }
  if (counting.has(question)) {
    return "told";
  }
  return offered.has(question) ? "open" : "idle";
}

/** Replies that an option would rule out: nobody is asked those questions then. */
function setAside(relevance, others, question, option) {
  const then = { ...others, [question]: option };
  return Object.keys(others).filter(
    (told) =>
      told in relevance &&
      holds(relevance, told, without(others, told)) !== false &&
      holds(relevance, told, without(then, told)) === false,
  );
}

function offeredIn(left) {
  const offered = new Map();
  for (const node of Object.values(left.nodes).filter((each) => !isLeaf(each))) {
    offered.set(node.question, [...(offered.get(node.question) || []), ...node.options.map(({ id }) => id)]);
  }
  return offered;
}

/** The answers that can still be reached, the likeliest first. */
function answersWithShares(left) {
  const shares = new Map([[left.start, 1]]);
  const answers = new Map();
  for (const at of inOrder(left)) {
    const node = left.nodes[at];
    const share = shares.get(at);
    if (isLeaf(node)) {
      answers.set(node.answer, (answers.get(node.answer) || 0) + share);
    } else {
      for (const { next, share: part = 1 / node.options.length } of node.options) {
        shares.set(next, (shares.get(next) || 0) + share * part);
      }
    }
  }
  return [...answers].map(([answer, share]) => ({ answer, share })).sort((a, b) => b.share - a.share);
}

/** Nodes, each behind all those that lead to it. */
function inOrder({ nodes, start }) {
  const done = new Set();
  const order = [];
  const visit = (at) => {
    if (!done.has(at)) {
      done.add(at);
      (nodes[at].options || []).forEach(({ next }) => visit(next));
      order.push(at);
    }
  };
  visit(start);
  return order.reverse();
}

const without = (values, name) => Object.fromEntries(Object.entries(values).filter(([each]) => each !== name));
