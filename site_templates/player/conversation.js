import { dayIn } from "./days.js";
import { GuideError } from "./errors.js";
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
    const { base, questions, from } = prepared(guide);
    const understood = understand(guide, questions, raw, setting);
    const { asked, at } = walk(base, understood);
    const below = from(at);
    this.guide = guide;
    this.setting = setting;
    this.asked = asked.concat(below.filter((name) => name in understood));
    this.replies = Object.fromEntries(this.asked.map((name) => [name, understood[name]]));
    this.dropped = Object.keys(raw).filter((name) => questions.has(name) && !(name in this.replies) && !isInput(guide, name));
    this.raw = chosen(raw, (name) => !this.dropped.includes(name));
    // Nothing that is known below means nothing to leave out there.
    const node = this.asked.length > asked.length ? this.left.nodes[this.left.start] : base.nodes[at];
    this.question = isLeaf(node) ? null : node;
    this.leaf = isLeaf(node) ? node : null;
    this.least = node.least || 0;
    this.most = node.most || 0;
  }

  /** What is left of the guide with the replies so far. */
  get left() {
    return restrict(prepared(this.guide).base, this.replies);
  }

  /**
   * @param {string} question @param {string} value an option, an amount or a day
   * @returns {Conversation | null} null where the question takes no such reply
   */
  reply(question, value) {
    const next = new this.constructor(this.guide, { ...this.raw, [question]: value }, this.setting);
    return question in next.replies ? next : null;
  }

  /** Amounts for a calculator, as one step. @param {Object<string, string>} amounts */
  replyWith(amounts) {
    return new this.constructor(this.guide, { ...this.raw, ...amounts }, this.setting);
  }

  /** Without the reply to a question, which is asked anew; the others stay. @param {string} question */
  without(question) {
    const calculator = calculatorOf(this.guide, question);
    const names = [question, ...(calculator ? inputsOf(calculator) : [])];
    return new this.constructor(this.guide, chosen(this.raw, (name) => !names.includes(name)), this.setting);
  }

  /** The same conversation with a question of the guide asked next. @param {string} question */
  asking(question) {
    const node = Object.values(this.left.nodes).find((each) => each.question === question);
    return node ? Object.assign(Object.create(Object.getPrototypeOf(this)), this, { question: node }) : this;
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
 * Begin a conversation; throws where the guide is none, or one for a later reader.
 * @param {object} guide a guide's JSON
 * @param {{replies?: Object<string, string>, calendars?: object, today?: string}} [options]
 * @param {typeof Conversation} [Kind]
 * @returns {Conversation}
 */
export function begin(guide, { replies = {}, calendars = {}, today } = {}, Kind = Conversation) {
  const zone = Object.values(calendars).map((calendar) => calendar.zone)[0] || "Asia/Shanghai";
  return new Kind(guide, replies, { calendars, today: today || dayIn(new Date(), zone) });
}

const preparedGuides = new WeakMap();

/**
 * What every conversation in a guide needs: the guide without questions that decide nothing, its
 * questions, and those that can still be asked at a node. Each guide is looked at once.
 */
function prepared(guide) {
  if (!preparedGuides.has(guide)) {
    const { schema_version: version } = guide;
    if (parseInt(version) > 1) {
      throw new GuideError("newer", `guide of version ${version}, not 1`);
    }
    const base = restrict(guide, {});
    const found = {};
    const from = (at) => (found[at] = found[at] || questionsFrom(base, at));
    const named = Object.values(guide.nodes).filter((node) => !isLeaf(node)).reverse();
    preparedGuides.set(guide, { base, from, questions: new Map(named.map((node) => [node.question, node])) });
  }
  return preparedGuides.get(guide);
}

function understand(guide, questions, raw, setting) {
  const found = {};
  for (const [name, node] of questions) {
    const option = name in raw ? optionFor(node, raw[name], setting) : computedOption(guide, node, raw);
    if (option !== null) {
      found[name] = option;
    }
  }
  return found;
}

const questionsFrom = (guide, at) => [...new Set(reached(guide.nodes, at).map((name) => guide.nodes[name].question))].filter(Boolean);

const chosen = (values, test) => Object.fromEntries(Object.entries(values).filter(([name]) => test(name)));

const isInput = (guide, name) =>
  Object.values(guide.calculators || {}).some((calculator) => calculator.kind === "fee" && inputsOf(calculator).includes(name));

function calculatorOf(guide, question) {
  const node = prepared(guide).questions.get(question);
  return node && node.computed_by && guide.calculators[node.computed_by];
}
