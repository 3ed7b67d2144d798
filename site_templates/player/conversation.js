import { dayIn } from "./days.js";
import { isLeaf, reached, restrict, walk } from "./graph.js";
import { computedOption, optionFor } from "./replies.js";
import { inputsOf, lastDay } from "./reckon.js";

/**
 * A conversation in a guide. It never changes: each step gives a new one.
 *
 * `raw` holds replies as they were given (an option, an amount, a day), by question, those of other
 * guides, too; `replies` the options that they mean here; `dropped` the guide's questions whose
 * reply does not fit, or is not needed any more. `question` is the node to ask now, with `least` and
 * `most` questions still to come, or null at the end, where `leaf` holds answer and advice.
 */
export class Conversation {
  constructor(guide, raw, setting) {
    const understood = understand(guide, raw, setting);
    const { asked, at } = walk(guide, understood);
    const needed = [...new Set([...asked, ...questionsFrom(guide, at)])];
    this.guide = guide;
    this.setting = setting;
    this.asked = needed.filter((name) => name in understood);
    this.replies = chosen(understood, (name) => this.asked.includes(name));
    const own = questionsFrom(guide, guide.start);
    this.dropped = Object.keys(raw).filter((name) => own.includes(name) && !(name in this.replies) && !isInput(guide, name));
    this.raw = chosen(raw, (name) => !this.dropped.includes(name));
    const left = restrict(guide, this.replies);
    const node = left.nodes[left.start];
    this.left = left;
    this.question = isLeaf(node) ? null : node;
    this.leaf = isLeaf(node) ? node : null;
    this.least = node.least || 0;
    this.most = node.most || 0;
  }

  /**
   * @param {string} question @param {string} value an option, an amount or a day
   * @returns {Conversation | null} null where the question takes no such reply
   */
  reply(question, value) {
    const next = new Conversation(this.guide, { ...this.raw, [question]: value }, this.setting);
    return question in next.replies ? next : null;
  }

  /** Amounts for a calculator, as one step. @param {Object<string, string>} amounts */
  replyWith(amounts) {
    return new Conversation(this.guide, { ...this.raw, ...amounts }, this.setting);
  }

  /** Without the reply to a question, which is asked anew; the others stay. @param {string} question */
  without(question) {
    const calculator = calculatorOf(this.guide, question);
    const names = [question, ...(calculator ? inputsOf(calculator) : [])];
    return new Conversation(this.guide, chosen(this.raw, (name) => !names.includes(name)), this.setting);
  }

  /** The same conversation with a question of the guide asked next. @param {string} question */
  asking(question) {
    const node = Object.values(this.left.nodes).find((each) => each.question === question);
    return node ? Object.assign(Object.create(Conversation.prototype), this, { question: node }) : this;
  }

  /** The answer, with everything that belongs to it; null before the end. */
  get answer() {
    return this.leaf && this.guide.answers[this.leaf.answer];
  }

  /** The last day of the answer's deadline where the day that it counts from is known. */
  get deadline() {
    const deadline = this.answer && this.answer.deadline;
    const start = deadline && deadline.counts_from && this.raw[deadline.counts_from];
    return start ? lastDay(this.guide.calculators[deadline.calculator], start, this.setting.calendars) : null;
  }
}

/**
 * Begin a conversation.
 * @param {object} guide a guide's JSON
 * @param {{replies?: Object<string, string>, calendars?: object, today?: string}} [options]
 * @returns {Conversation}
 */
export function createGuide(guide, { replies = {}, calendars = {}, today } = {}) {
  const [major] = String(guide.schema_version).split(".");
  if (major !== "1") {
    throw new RangeError(`guide of version ${guide.schema_version}; this reader knows version 1`);
  }
  const zone = Object.values(calendars).map((calendar) => calendar.zone)[0] || "Asia/Shanghai";
  return new Conversation(guide, replies, { calendars, today: today || dayIn(new Date(), zone) });
}

function understand(guide, raw, setting) {
  const found = {};
  for (const node of Object.values(guide.nodes)) {
    if (isLeaf(node) || node.question in found) {
      continue;
    }
    const option =
      node.question in raw ? optionFor(node, raw[node.question], setting) : computedOption(guide, node, raw);
    if (option !== null) {
      found[node.question] = option;
    }
  }
  return found;
}

function questionsFrom(guide, at) {
  return reached(guide.nodes, at)
    .map((name) => guide.nodes[name].question)
    .filter(Boolean);
}

const chosen = (values, test) => Object.fromEntries(Object.entries(values).filter(([name]) => test(name)));

const isInput = (guide, name) =>
  Object.values(guide.calculators || {}).some((calculator) => calculator.kind === "fee" && inputsOf(calculator).includes(name));

function calculatorOf(guide, question) {
  const node = Object.values(guide.nodes).find((each) => each.question === question);
  return node && node.computed_by ? guide.calculators[node.computed_by] : null;
}
