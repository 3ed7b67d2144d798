import { optionFor } from "../player/replies.js";
import { search } from "../search/hits.js";
import {
  closeGuide,
  fill,
  goOn,
  askNext,
  hear,
  newCase,
  note,
  openGuide,
  showGuide,
  takeBack,
  talkIn,
  tell,
  tick,
  valuesFor,
} from "./case.js";
import { keysFor } from "./keys.js";
import { outlook, presentIn, questionsOf } from "./outlook.js";

/** The guide for whoever cannot say yet what it is about. */
const FIRST = "triage";
const MOST_HITS = 8;

/**
 * A case at work: what an agent does to it, step by step, each of which can be undone. Knows no page.
 *
 * @typedef {object} Knowledge
 * @property {Object<string, object>} guides as published, by id
 * @property {object} calendars
 * @property {object} index the search's
 * @property {Object<string, {guide: string, replies: Object<string, string>}>} issues
 * @property {Object<string, Object<string, object>>} relevance guide → question → condition
 */
export class Session {
  /**
   * @param {Knowledge} knowledge
   * @param {{today: string, now?: () => string, kase?: import("./case.js").Case}} setting
   */
  constructor(knowledge, { today, now = () => new Date().toISOString(), kase }) {
    this.knowledge = knowledge;
    this.setting = { calendars: knowledge.calendars, today };
    this.now = now;
    this.past = [];
    this.begun = "";
    this.case = kase || newCase(now());
  }

  /** What a search offers here: hits that open a guide. @param {string} text */
  hits(text) {
    return search(this.knowledge.index, text, { limit: MOST_HITS }).filter(({ issue }) => issue);
  }

  /** Open the guide of a hit; without one, the guide that finds out what it is about. */
  take(hit, text = "") {
    const { issues } = this.knowledge;
    const at = this.now();
    const way = hit
      ? {
          guide: issues[hit.issue].guide,
          issue: hit.issue,
          replies: { ...issues[hit.issue].replies, ...hit.replies },
          presumed: "search",
        }
      : { guide: FIRST, presumed: "search" };
    this.become(openGuide(hear(this.case, text, at), way, at));
  }

  /** A guide by its name, or on without leaving the others. */
  open(guide) {
    this.become(openGuide(this.case, { guide, presumed: "agent" }, this.now()));
  }

  /** The conversation in the guide before us; null where none is open. */
  get talk() {
    return this.case.guide ? this.talkOf(this.case.guide) : null;
  }

  talkOf(guide) {
    const { talks } = this.reckoned();
    if (!talks.has(guide)) {
      talks.set(guide, talkIn(this.case, this.knowledge.guides[guide], this.setting));
    }
    return talks.get(guide);
  }

  /** What was reckoned about the case as it is; a case never changes, so it holds while that one does. */
  reckoned() {
    const { told, guide, asking, anew } = this.case;
    const { made } = this;
    if (!made || made.told !== told || made.guide !== guide || made.asking !== asking || made.anew !== anew) {
      this.made = { told, guide, asking, anew, talks: new Map(), view: null };
    }
    return this.made;
  }

  /** All questions of that guide, and the answers still possible. */
  get view() {
    const made = this.reckoned();
    if (!made.view) {
      const { id } = this.talk.guide;
      made.view = outlook(this.talk, valuesFor(this.case, id), this.relevance);
    }
    return made.view;
  }

  /** Reckon now what the first look at a guide reckons once for all later ones. */
  prepare(guide) {
    questionsOf(this.knowledge.guides[guide]);
    talkIn(newCase(""), this.knowledge.guides[guide], this.setting);
  }

  /** The present question alone, for those who cannot wait for all. */
  get present() {
    return presentIn(this.talk, valuesFor(this.case, this.case.guide), this.relevance);
  }

  get relevance() {
    return this.knowledge.relevance[this.case.guide] || {};
  }

  /** @returns {boolean} whether the question takes such a reply */
  reply(question, value) {
    const node = questionsOf(this.knowledge.guides[this.case.guide]).get(question);
    if (!node || optionFor(node, value, this.setting) === null) {
      return false;
    }
    this.become(tell(this.case, question, value, this.now()));
    return true;
  }

  /** A day from which a deadline counts, whether the guide asks for it or not. */
  tellDay(question, day) {
    if (!this.reply(question, day)) {
      this.become(tell(this.case, question, day, this.now()));
    }
  }

  /** Amounts for a calculator, as one step. @returns {boolean} whether they tell the reply */
  reckon(question, amounts) {
    const at = this.now();
    const next = Object.entries(amounts).reduce(
      (kase, [name, value]) => tell(kase, name, value, at),
      takeBackIfTold(this.case, question, at),
    );
    if (!(question in talkIn(next, this.talk.guide, this.setting).replies)) {
      return false;
    }
    this.become(next);
    return true;
  }

  remove(question) {
    this.become(takeBack(this.case, question, this.now()));
  }

  ask(question) {
    this.become(askNext(this.case, question));
  }

  show(guide) {
    this.become(showGuide(this.case, guide));
  }

  close(guide) {
    this.become(closeGuide(this.case, guide, this.now()));
  }

  tick(what) {
    this.become(tick(this.case, what, this.now()));
  }

  /** Fields are not steps: undoing goes past them. */
  fill(field, text) {
    this.case = fill(this.case, field, text);
  }

  note(deed) {
    this.case = note(this.case, { ...deed, at: this.now() });
  }

  /** @returns {boolean} whether there was a step to undo */
  undo() {
    const before = this.past.pop();
    if (before) {
      this.case = { ...before, fields: this.case.fields };
    }
    return Boolean(before);
  }

  /** A key as `KeyboardEvent.key` has it. @returns {boolean} whether it meant anything */
  press(key) {
    if (/^\d$/.test(key)) {
      return this.digit(key);
    }
    this.begun = "";
    switch (key) {
      case "Backspace":
        return this.undo();
      case "g":
        return this.onward();
      case "n":
      case "p":
        return this.turn(key === "n" ? 1 : -1);
      case "[":
      case "]":
        return this.switch(key === "]" ? 1 : -1);
      default:
        return false;
    }
  }

  digit(key) {
    const talk = this.talk;
    const options = talk && talk.question ? talk.question.options : [];
    const keys = keysFor(options.length);
    const typed = this.begun + key;
    const option = options[keys.indexOf(typed)];
    this.begun = !option && keys.some((each) => each.startsWith(typed)) ? typed : "";
    return option ? this.reply(talk.question.question, option.id) : this.begun !== "";
  }

  /** On in the guide in which the answer continues. */
  onward() {
    const leaf = this.talk && this.talk.leaf;
    if (!leaf || !leaf.continue) {
      return false;
    }
    this.become(goOn(this.case, leaf.continue, leaf.answer, this.now()));
    return true;
  }

  /** Another of the questions that may still be asked. */
  turn(step) {
    const talk = this.talk;
    if (!talk || !talk.question) {
      return false;
    }
    const open = this.view.questions.filter(({ standing }) => standing === "open" || standing === "present");
    const at = open.findIndex(({ standing }) => standing === "present");
    this.ask(open[(at + step + open.length) % open.length].question);
    return true;
  }

  switch(step) {
    const { guides, guide } = this.case;
    if (guides.length < 2) {
      return false;
    }
    this.show(guides[(guides.indexOf(guide) + step + guides.length) % guides.length]);
    return true;
  }

  become(kase) {
    this.past.push(this.case);
    this.case = kase;
  }
}

const takeBackIfTold = (kase, question, at) => (question in kase.told ? takeBack(kase, question, at) : kase);
