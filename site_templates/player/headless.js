import { begin, Conversation } from "./conversation.js";
import { dayNumber } from "./days.js";
import { answersLeft, decidingReplies } from "./deciding.js";
import { completed } from "./details.js";
import { GuideError, typed } from "./errors.js";
import { inspect } from "./sound.js";
import { nearestChanges } from "./why.js";

/**
 * A guide without a face, for apps that draw for themselves: each step gives a new one, and what does
 * not fit throws a GuideError. `state` is what to draw.
 */
export class Guide extends Conversation {
  constructor(...given) {
    typed(() => super(...given));
  }

  get deadline() {
    return typed(() => super.deadline);
  }

  /** The question to ask, or the answer: with all that belongs to it if it is `whole`. */
  get state() {
    const { guide, leaf, question, answer, least, most } = this;
    if (question) {
      return { kind: "question", id: question.question, question, least, most };
    }
    return {
      kind: "answer",
      id: leaf.answer,
      whole: Boolean(guide.rules),
      answer,
      advice: leaf.advice.map((id) => ({ id, ...guide.advice[id] })),
      because: leaf.because.map((id) => ({ id, ...(guide.rules && guide.rules[id]) })),
      score: leaf.score,
      deadline: this.deadline,
      continue: leaf.continue || null,
    };
  }

  /** @param {string} question @param {string | number} value an option, an amount or a day */
  reply(question, value) {
    const next = super.reply(question, String(value));
    if (!next) {
      throw new GuideError("reply", `${question} takes no reply ${value} here`);
    }
    return next;
  }

  /** Replies known otherwise, in any order; what does not fit is dropped, and stands in `dropped`. */
  restrict(replies) {
    return this.replyWith(typed(() => texts(replies)));
  }

  /** Ask a question of the guide next. @param {string} question */
  ask(question) {
    return this.asking(question);
  }

  /** Ask a question anew; the other replies stay where they fit. @param {string} question */
  change(question) {
    return this.without(question);
  }

  /** Without the last reply. */
  back() {
    const last = this.asked[this.asked.length - 1];
    return last === undefined ? this : this.without(last);
  }

  /** The answers still possible; at the end also what decided, and what would lead elsewhere. */
  why() {
    const { guide, replies, leaf } = this;
    const possible = [...answersLeft(guide, replies)];
    return leaf
      ? { possible, decidedBy: decidingReplies(guide, replies) || { ...replies }, others: elsewhere(nearestChanges(guide, replies), leaf) }
      : { possible, decidedBy: null, others: {} };
  }
}

const elsewhere = (changes, leaf) => Object.fromEntries(Object.entries(changes).filter(([answer]) => answer !== leaf.answer));

const texts = (replies) => Object.fromEntries(Object.entries(replies).map(([name, value]) => [name, String(value)]));

const parsed = (json) => (typeof json === "string" ? JSON.parse(json) : json);

const looked = new WeakSet();
const wholes = new WeakMap();

/** Made once for the same two files, so that the guide is looked at once. */
function wholeOf(guide, details) {
  const kept = wholes.get(details);
  if (kept && kept.guide === guide) {
    return kept.whole;
  }
  const whole = completed(guide, details);
  wholes.set(details, { guide, whole });
  return whole;
}

/**
 * Begin a guide.
 * @param {object | string} json what `guides/<locale>/<guide>.json` holds
 * @param {{replies?: Object<string, string | number>, details?: object | string, calendars?: object,
 *   today?: string}} [options] `details` is what `<guide>.details.json` holds; `calendars` as in `guides/calendars.json`; `today` such as "2026-11-18", else the present day
 * @returns {Guide}
 */
export function createGuide(json, { replies = {}, details, calendars, today } = {}) {
  if (today !== undefined && dayNumber(String(today)) === null) {
    throw new GuideError("today", `no such day: ${today}`);
  }
  return typed(() => {
    const guide = details ? wholeOf(parsed(json), parsed(details)) : parsed(json);
    const first = begin(guide, { replies: texts(replies), calendars, today }, Guide);
    if (!looked.has(guide)) {
      inspect(guide);
      looked.add(guide);
    }
    return first;
  });
}
