import { readFragment, writeFragment } from "./address.js";
import { createGuide } from "./conversation.js";
import { draw, longDay, say } from "./view.js";
import { nearestChanges } from "./why.js";

const RETRY_MS = [1000, 4000, 15000];

/** Fragments that are no replies: a place on the page. */
const ELSEWHERE = /^#[^=]+$/;

/**
 * `<guide-player src locale replies theme>`: a guide that asks one question at a time. What stands
 * inside is shown until the guide is there, and stays if it does not come.
 *
 * On pages of the help centre `inline` draws into the page itself, with its styles; `address` keeps
 * the replies in the fragment of the page's address; `level` is the level of its headings; `quiet`
 * replaces the history entry instead of adding one; `onward` names the pages of other guides.
 * `today` is the day from which is reckoned, if it is not the present one.
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

  connectedCallback() {
    this.addEventListener("keydown", this);
    window.addEventListener("popstate", this);
    this.load(this.src);
  }

  disconnectedCallback() {
    window.removeEventListener("popstate", this);
  }

  attributeChangedCallback(name, before, now) {
    if (before !== null && before !== now && this.isConnected) {
      this.load(this.src);
    }
  }

  handleEvent(event) {
    if (event.type === "keydown") {
      this.onKey(event);
    } else if (this.talk && this.hasAttribute("address") && !ELSEWHERE.test(location.hash)) {
      this.open({ focus: true });
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
    const beside = (path, kind) => fetched(new URL(path, src), null, kind);
    try {
      const [guide, { calendars }, { words }, sheet] = await Promise.all([
        fetched(src, this.getAttribute("integrity")),
        beside("../calendars.json"),
        beside(`../../player/words.${this.getAttribute("locale") || "zh"}.json`),
        this.hasAttribute("inline") ? null : beside("../../player/guide-player.css", "text"),
      ]);
      if (turn === this.turn) {
        Object.assign(this, { guide, calendars, words, sheet, base: src });
        this.known = { ...readFragment(this.getAttribute("replies")).replies, ...carried };
        this.begin();
      }
    } catch (error) {
      if (turn === this.turn) {
        this.tell("guide-error", { message: error.message, name: error.name });
        if (attempt in RETRY_MS && !(error instanceof RangeError)) {
          setTimeout(() => turn === this.turn && this.isConnected && this.load(src, carried, attempt + 1), RETRY_MS[attempt]);
        }
      }
    }
  }

  /** Whoever is under way in the guide without scripts goes on there. */
  begin() {
    if (!(this.hasAttribute("address") && location.hash.startsWith("#n-"))) {
      this.open();
      this.tell("guide-ready", { guide: this.guide.id, version: this.guide.version });
    }
  }

  /** Draw what the address says, or the beginning. */
  open(how) {
    const { replies, ask } = readFragment(this.hasAttribute("address") ? location.hash : "");
    const talk = this.created({ ...this.known, ...replies });
    this.show(ask ? talk.asking(ask) : talk, how);
  }

  created(replies) {
    const today = this.getAttribute("today") || undefined;
    return createGuide(this.guide, { replies, calendars: this.calendars, today });
  }

  /** Draw a conversation; `focus` moves to its heading, else stays on the option where it was. */
  show(talk, { focus } = {}) {
    this.talk = talk;
    const { words, base, known } = this;
    const value = talk.dropped.map((name) => this.questionText(name)).join(say(words, "list-comma"));
    const drawn = draw({
      talk,
      words,
      base,
      level: Number(this.getAttribute("level")) || 2,
      begun: talk.asked.some((name) => talk.raw[name] !== known[name]),
      told: value && say(words, "player-dropped", { value }),
      player: this,
    });
    const place = this.place();
    const held = place.querySelector("[data-option]:focus");
    place.replaceChildren(drawn);
    const wanted = focus ? "[tabindex]" : held && `[data-option="${held.dataset.option}"]`;
    const found = wanted && drawn.querySelector(wanted);
    if (found) {
      found.focus({ preventScroll: true });
    }
    const { top } = this.getBoundingClientRect();
    if (focus && (top < 0 || top > innerHeight / 2)) {
      this.scrollIntoView();
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

  /** @returns {boolean} whether the question takes such a reply */
  reply(question, value) {
    return this.move(this.talk.reply(question, value), { question, value });
  }

  /** Reply with all that the calculator of the present question needs. */
  compute(amounts) {
    const next = this.talk.replyWith(amounts);
    return this.move(this.talk.question.question in next.replies && next, amounts);
  }

  /** Ask a question anew. */
  change(question) {
    this.move(this.talk.without(question), { question, value: null });
  }

  restart() {
    this.move(this.created(this.known), { question: null, value: null });
  }

  move(next, reply) {
    if (!next) {
      return false;
    }
    this.show(next, { focus: true });
    this.remember();
    const replies = { ...next.replies };
    this.tell("guide-reply", { ...reply, replies });
    if (next.leaf) {
      this.tell("guide-answer", { answer: next.leaf.answer, advice: next.leaf.advice, replies });
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

  /** On in another guide; only where it leads back nothing is carried, or it would lead here again. */
  goOn(jump) {
    const replies = jump.return ? {} : { ...jump.replies, ...this.talk.raw };
    const page = JSON.parse(this.getAttribute("onward") || "{}")[jump.guide];
    if (page) {
      location.assign(`${new URL(page, document.baseURI).href}#${writeFragment(replies)}`);
    } else {
      this.load(new URL(`${jump.guide}.json`, this.base).href, replies);
    }
  }

  onKey(event) {
    const [target] = event.composedPath();
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || !this.talk || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
      return;
    }
    const { asked } = this.talk;
    const button = /^[1-9]$/.test(event.key) && this.place().querySelectorAll(".option")[event.key - 1];
    if (button) {
      event.preventDefault();
      button.click();
    } else if (event.key === "Backspace" && asked.length) {
      event.preventDefault();
      this.change(asked[asked.length - 1]);
    }
  }

  async copy(button) {
    await navigator.clipboard.writeText(plainText(this.talk, this.words));
    button.textContent = say(this.words, "player-copied");
  }

  nodesOf(name) {
    return Object.values(this.guide.nodes).filter(({ question }) => question === name);
  }

  questionText(name) {
    return this.nodesOf(name)[0].text.plain;
  }

  optionText(name, id) {
    const options = this.nodesOf(name).flatMap((node) => node.options);
    return options.find((option) => option.id === id).label.plain;
  }

  replyText(name) {
    const { raw: { [name]: raw }, replies } = this.talk;
    const option = this.optionText(name, replies[name]);
    if (!raw || raw === replies[name]) {
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

async function fetched(address, integrity, kind = "json") {
  const response = await fetch(address, integrity ? { integrity } : {});
  if (!response.ok) {
    throw new Error(`${response.status} ${address}`);
  }
  return response[kind]();
}

/** The answer as plain text, to be sent or kept. */
export function plainText({ guide, leaf, answer }, words) {
  const { title, summary, today, avoid, deadline, evidence, say: ask, fallback } = answer;
  const part = (key, texts, mark = () => "") => (texts && texts.length ? ["", say(words, key), ...texts.map(({ plain }, index) => mark(index) + plain)] : []);
  return [
    title.plain,
    summary.plain,
    ...leaf.advice.map((name) => guide.advice[name].text.plain),
    ...part("answer-today", today.map(({ text }) => text), (index) => `${index + 1}. `),
    ...part("answer-avoid", avoid, () => "✕ "),
    ...part("answer-deadline", deadline && [deadline.text]),
    ...part("answer-evidence", evidence, () => "- "),
    ...part("answer-say", ask && [ask]),
    ...part("answer-fallback", [{ plain: [fallback.name.plain, fallback.phone].filter(Boolean).join(" ") }, fallback.text]),
  ].join("\n");
}
