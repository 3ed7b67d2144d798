import { readFragment, writeFragment } from "./address.js";
import { Conversation, createGuide } from "./conversation.js";
import { draw, longDay, say } from "./view.js";
import { nearestChanges } from "./why.js";

const RETRY_MS = [1000, 4000, 15000];

/**
 * `<guide-player src locale replies theme>`: a guide that asks one question at a time. What stands
 * inside is shown until the guide is there, and stays if it does not come.
 *
 * On pages of the help centre `inline` draws into the page itself, with its styles; `address` keeps
 * the replies in the fragment of the page's address; `level` is the level of its headings; `quiet`
 * replaces the history entry instead of adding one; `onward` names the pages of other guides.
 *
 * Events, bubbling and composed: `guide-ready`, `guide-reply`, `guide-answer`, `guide-error`.
 */
export class GuidePlayer extends HTMLElement {
  static define(name = "guide-player") {
    if (!customElements.get(name)) {
      customElements.define(name, this);
    }
  }

  static get observedAttributes() {
    return ["src", "replies", "locale"];
  }

  constructor() {
    super();
    this.onAddress = this.onAddress.bind(this);
    this.onKey = this.onKey.bind(this);
  }

  connectedCallback() {
    this.addEventListener("keydown", this.onKey);
    window.addEventListener("popstate", this.onAddress);
    window.addEventListener("hashchange", this.onAddress);
    this.load(this.src);
  }

  disconnectedCallback() {
    this.removeEventListener("keydown", this.onKey);
    window.removeEventListener("popstate", this.onAddress);
    window.removeEventListener("hashchange", this.onAddress);
  }

  attributeChangedCallback(name, before, now) {
    if (before !== null && before !== now && this.isConnected) {
      this.load(this.src);
    }
  }

  /** The address of the guide's JSON. */
  get src() {
    return new URL(this.getAttribute("src") || "", document.baseURI).href;
  }

  /** The conversation so far; null before the guide is there. */
  get conversation() {
    return this.talk || null;
  }

  async load(src, carried = {}, attempt = 0) {
    const turn = (this.turn = (this.turn || 0) + 1);
    try {
      const beside = (path) => new URL(path, src);
      const [guide, shared, words, style] = await Promise.all([
        fetched(src, this.getAttribute("integrity")),
        this.calendars || fetched(beside("../calendars.json")),
        this.words || fetched(beside(`../../player/words.${this.getAttribute("locale") || "zh"}.json`)),
        this.hasAttribute("inline") ? null : this.sheet || fetched(beside("../../player/guide-player.css"), null, "text"),
      ]);
      if (turn !== this.turn) {
        return;
      }
      Object.assign(this, { calendars: shared, words: words.words || words, sheet: style });
      this.base = src;
      this.begin(guide, { ...parsed(this.getAttribute("replies")), ...carried });
    } catch (error) {
      this.fail(error, turn, () => this.load(src, carried, attempt + 1), RETRY_MS[attempt]);
    }
  }

  fail(error, turn, again, delay) {
    if (turn !== this.turn) {
      return;
    }
    this.tell("guide-error", { message: error.message, name: error.name });
    if (delay && !(error instanceof RangeError)) {
      setTimeout(() => turn === this.turn && this.isConnected && again(), delay);
    }
  }

  begin(guide, replies) {
    this.guide = guide;
    this.known = replies;
    const { calendars } = this.calendars;
    const today = this.getAttribute("today") || undefined;
    const { replies: written, ask } = this.hasAttribute("address") ? readFragment(location.hash) : { replies: {}, ask: null };
    this.show(createGuide(guide, { replies: { ...replies, ...written }, calendars, today }), { ask, told: true });
    this.tell("guide-ready", { guide: guide.id, version: guide.version });
  }

  /** Draw a conversation; `focus` moves to its heading. */
  show(talk, { focus = false, ask = null, told = false, open = false } = {}) {
    this.talk = ask ? talk.asking(ask) : talk;
    const drawn = draw({
      talk: this.talk,
      words: this.words,
      base: this.base,
      level: Number(this.getAttribute("level")) || 2,
      open,
      told: told && talk.dropped.length ? [say(this.words, "player-dropped", { value: talk.dropped.map((name) => this.questionText(name)).join("、") })] : [],
      act: this.actions(),
      questionText: (name) => this.questionText(name),
      optionText: (name, option) => this.optionText(name, option),
      replyText: (name) => this.replyText(name),
      changes: () => this.changes(),
    });
    this.place().replaceChildren(drawn);
    if (focus) {
      const heading = drawn.querySelector("[tabindex='-1']");
      heading.focus({ preventScroll: true });
      const top = this.getBoundingClientRect().top;
      if (top < 0 || top > window.innerHeight / 2) {
        this.scrollIntoView({ block: "start" });
      }
    }
  }

  /** Where to draw: the page itself, or a shadow of its own. */
  place() {
    if (this.hasAttribute("inline")) {
      return this;
    }
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(this.sheet);
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    }
    return this.shadowRoot;
  }

  actions() {
    return {
      reply: (question, value) => this.move(this.talk.reply(question, value), { question, value }),
      compute: (amounts) => this.move(computed(this.talk, amounts), amounts),
      change: (question) => this.move(this.talk.without(question), { question, value: null }),
      restart: () => this.move(createGuide(this.guide, { ...this.talk.setting, replies: {} }), { question: null, value: null }),
      onward: (jump) => this.goOn(jump),
      copy: (button) => this.copy(button),
    };
  }

  move(next, reply) {
    if (!next) {
      return false;
    }
    this.show(next, { focus: true, told: true });
    this.remember();
    this.tell("guide-reply", { ...reply, replies: { ...next.replies } });
    if (next.leaf) {
      this.tell("guide-answer", { answer: next.leaf.answer, advice: next.leaf.advice, replies: { ...next.replies } });
    }
    return true;
  }

  remember() {
    if (this.hasAttribute("address")) {
      const fragment = writeFragment(this.talk.raw);
      const address = fragment ? `#${fragment}` : location.pathname + location.search;
      history[this.hasAttribute("quiet") ? "replaceState" : "pushState"](null, "", address);
    }
  }

  onAddress() {
    if (this.hasAttribute("address") && this.talk) {
      const { replies, ask } = readFragment(location.hash);
      const { setting } = this.talk;
      this.show(new Conversation(this.guide, { ...this.known, ...replies }, setting), { focus: true, ask });
    }
  }

  goOn(jump) {
    const replies = { ...jump.replies, ...this.talk.raw };
    const page = parsedJson(this.getAttribute("onward"))[jump.guide];
    if (page) {
      location.assign(`${new URL(page, document.baseURI).href}#${writeFragment(replies)}`);
    } else {
      this.load(new URL(`${jump.guide}.json`, this.base).href, replies);
    }
  }

  onKey(event) {
    const target = event.composedPath()[0];
    if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) {
      return;
    }
    const buttons = [...this.place().querySelectorAll(".option")];
    const button = /^[1-9]$/.test(event.key) && buttons[Number(event.key) - 1];
    if (button) {
      event.preventDefault();
      button.click();
    } else if (event.key === "Backspace" && this.talk && this.talk.asked.length) {
      event.preventDefault();
      this.actions().change(this.talk.asked[this.talk.asked.length - 1]);
    }
  }

  async copy(button) {
    await navigator.clipboard.writeText(plainText(this.talk, this.words));
    button.textContent = say(this.words, "player-copied");
  }

  questionText(name) {
    const node = Object.values(this.guide.nodes).find((each) => each.question === name);
    return node ? node.text.plain : name;
  }

  optionText(name, id) {
    const nodes = Object.values(this.guide.nodes).filter((each) => each.question === name);
    const option = nodes.flatMap(({ options }) => options).find((each) => each.id === id);
    return option ? option.label.plain : id;
  }

  replyText(name) {
    const raw = this.talk.raw[name];
    const option = this.optionText(name, this.talk.replies[name]);
    if (!raw || raw === this.talk.replies[name]) {
      return option;
    }
    return `${/^\d{4}-/.test(raw) ? longDay(raw, this.guide.locale) : raw} · ${option}`;
  }

  changes() {
    return Object.entries(nearestChanges(this.guide, this.talk.replies))
      .filter(([answer, { changed }]) => answer !== this.talk.leaf.answer && Object.keys(changed).length)
      .sort(([, a], [, b]) => size(a) - size(b))
      .map(([answer, { changed }]) => [answer, changed]);
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

const size = ({ changed, asked }) => Object.keys(changed).length * 100 + Object.keys(asked).length;

function computed(talk, amounts) {
  const next = talk.replyWith(amounts);
  return talk.question.question in next.replies ? next : null;
}

const parsed = (text) => readFragment(text || "").replies;

function parsedJson(text) {
  try {
    return JSON.parse(text || "{}");
  } catch {
    return {};
  }
}

async function fetched(address, integrity, kind = "json") {
  const response = await fetch(address, integrity ? { integrity } : {});
  if (!response.ok) {
    throw new Error(`${response.status} ${address}`);
  }
  return response[kind]();
}

/** The answer as plain text, to be sent or kept. */
export function plainText({ guide, leaf, answer }, words) {
  const part = (key, texts) => (texts && texts.length ? ["", say(words, key), ...texts] : []);
  return [
    answer.title.plain,
    answer.summary.plain,
    ...leaf.advice.map((name) => guide.advice[name].text.plain),
    ...part("answer-today", answer.today.map(({ text }, index) => `${index + 1}. ${text.plain}`)),
    ...part("answer-avoid", answer.avoid.map(({ plain }) => `✕ ${plain}`)),
    ...part("answer-deadline", answer.deadline ? [answer.deadline.text.plain] : []),
    ...part("answer-evidence", (answer.evidence || []).map(({ plain }) => `- ${plain}`)),
    ...part("answer-say", answer.say ? [answer.say.plain] : []),
    ...part("answer-fallback", [[answer.fallback.name.plain, answer.fallback.phone].filter(Boolean).join(" "), answer.fallback.text.plain]),
  ].join("\n");
}
