import { readFragment, writeFragment } from "./address.js";
import { begin } from "./conversation.js";
import { completed } from "./details.js";
import { h } from "./dom.js";
import { codeOf, fetched } from "./fetching.js";
import { plainText } from "./plain-answer.js";
import { draw, longDay, missing, rest, say } from "./view.js";
import { changeSize, nearestChanges } from "./why.js";

const RETRY_MS = [1000, 4000, 15000];
const EVENTS = ["popstate", "online"];

/** A file beside the guide. */
const BESIDE = /^[\w.-]+$/;

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
    EVENTS.forEach((type) => window.addEventListener(type, this));
    this.load();
  }

  disconnectedCallback() {
    EVENTS.forEach((type) => window.removeEventListener(type, this));
  }

  attributeChangedCallback(name, before, now) {
    if (before !== null && before !== now && this.isConnected) {
      this.load();
    }
  }

  handleEvent(event) {
    if (event.type === "keydown") {
      this.onKey(event);
    } else if (event.type === "online") {
      if (!this.talk) {
        this.load();
      } else if (this.lacking) {
        this.complete();
      }
    } else if (this.talk && this.hasAttribute("address") && !ELSEWHERE.test(location.hash)) {
      this.guarded(() => this.open({ focus: true }));
    }
  }

  /** What `work` gives; false, and said, where the guide turns out not to be sound. */
  guarded(work) {
    try {
      return work();
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** The conversation so far; null before the guide is there. */
  get conversation() {
    return this.talk || null;
  }

  load(src, carried = {}) {
    const files = async () => {
      const base = src || new URL(this.getAttribute("src") || "", document.baseURI).href;
      const beside = (path, kind) => fetched(new URL(path, base), this.getAttribute("integrity"), kind);
      const [guide, { calendars }, sheet] = await Promise.all([
        beside(base),
        beside("../calendars.json"),
        this.hasAttribute("inline") ? null : beside("../../player/guide-player.css", "text"),
        beside(`../../player/words.${this.getAttribute("locale") || "zh"}.json`).then(({ words }) => (this.words = words)),
      ]);
      return () => {
        Object.assign(this, { guide, calendars, sheet, base, whole: null, lacking: false });
        this.known = { ...readFragment(this.getAttribute("replies")).replies, ...carried };
        this.begin();
      };
    };
    this.attempt(files, (...why) => this.fail(...why));
  }

  /** The details of a brief guide, which no question waits for. */
  complete() {
    const { guide, base } = this;
    const files = async () => {
      const details = await fetched(new URL(guide.details, base), this.getAttribute("integrity"));
      return () => {
        this.whole = completed(guide, details);
        this.fill();
        this.lacking = false;
      };
    };
    if (!guide.rules && guide.details && BESIDE.test(guide.details)) {
      this.attempt(files, (...why) => this.lack(...why));
    }
  }

  /**
   * Fetch files, again while the network fails, unless others are wanted by then.
   * @param {() => Promise<() => void>} files comes to what is to be done with them
   * @param {(error: Error, retry: boolean) => void} failed
   */
  async attempt(files, failed, tried = 0) {
    const turn = (this.turn = (this.turn || 0) + 1);
    try {
      const use = await files();
      if (turn === this.turn) {
        use();
      }
    } catch (error) {
      if (turn === this.turn) {
        const retry = error.code === "network" && tried in RETRY_MS;
        failed(error, retry);
        if (retry) {
          setTimeout(() => turn === this.turn && this.isConnected && this.attempt(files, failed, tried + 1), RETRY_MS[tried]);
        }
      }
    }
  }

  /** Say what is wrong, and show again what stands inside. */
  fail(error, retry = false) {
    const { words, still } = this;
    const code = codeOf(error);
    this.talk = null;
    this.setAttribute("error", code);
    this.tell("guide-error", { code, message: error.message, retry });
    if (!this.hasAttribute("inline")) {
      const told = words && h("p", { class: "told", role: "status" }, say(words, code === "newer" ? "player-newer" : "player-failed"));
      this.place().replaceChildren(h("slot"), h("div", { class: "player" }, told));
    } else if (still) {
      this.replaceChildren(...still);
    }
  }

  /** Where an answer that is drawn ends before its details. */
  get brief() {
    return this.place().querySelector(".player .whole");
  }

  /** The details do not come, or are none: answers stay brief, and say so. */
  lack(error, retry = false) {
    const { brief } = this;
    if (brief && !this.lacking) {
      brief.append(missing(this.words));
    }
    this.whole = null;
    this.lacking = true;
    this.tell("guide-error", { code: codeOf(error), message: error.message, retry, details: true });
  }

  /** Put the rest of an answer behind its beginning, which stays as it is; so does a link with the focus. */
  fill() {
    const { brief } = this;
    if (brief) {
      const held = brief.querySelector(":focus");
      brief.after(...rest(this.completely(this.scene)));
      if (held) {
        brief.querySelectorAll(".told").forEach((told) => told.remove());
      } else {
        brief.remove();
      }
    }
  }

  /** A scene with whole answers, where they are there. */
  completely(scene) {
    const { talk } = scene;
    return this.whole ? { ...scene, talk: Object.create(talk, { guide: { value: this.whole } }) } : scene;
  }

  /** What an answer goes on with. Details that cannot be drawn are none. */
  rest(scene) {
    try {
      return rest(this.completely(scene));
    } catch (error) {
      if (!this.whole) {
        throw error;
      }
      this.lack(error);
      return rest(scene);
    }
  }

  /** Whoever is under way in the guide without scripts goes on there. */
  begin() {
    if (!(this.hasAttribute("address") && location.hash.startsWith("#n-"))) {
      this.open();
      this.removeAttribute("error");
      // First, for whoever hears that it is ready may want another guide.
      this.complete();
      this.tell("guide-ready");
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
    return begin(this.guide, { replies, calendars: this.calendars, today });
  }

  /** Draw a conversation; `focus` moves to its heading, else stays on the option where it was. */
  show(talk, { focus } = {}) {
    this.talk = talk;
    const { words, base, known } = this;
    const value = talk.dropped.map((name) => this.questionText(name)).join(say(words, "list-comma"));
    const scene = (this.scene = {
      talk,
      words,
      base,
      level: Number(this.getAttribute("level")) || 2,
      begun: talk.asked.some((name) => talk.raw[name] !== known[name]),
      told: value && say(words, "player-dropped", { value }),
      player: this,
    });
    const drawn = draw(scene);
    const place = this.place();
    this.still = this.still || [...this.childNodes];
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
    const root = this.shadowRoot || this.attachShadow({ mode: "open" });
    if (this.sheet && !root.adoptedStyleSheets.length) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(this.sheet);
      root.adoptedStyleSheets = [sheet];
    }
    return root;
  }

  /** @returns {boolean} whether the question takes such a reply */
  reply(question, value) {
    return this.move(() => this.talk.reply(question, value), question, value);
  }

  /** Reply with all that the calculator of the present question needs. */
  compute(amounts) {
    const { question } = this.talk.question;
    return this.move(() => {
      const next = this.talk.replyWith(amounts);
      return question in next.replies && next;
    }, question);
  }

  /** Ask a question anew. */
  change(question) {
    this.move(() => this.talk.without(question), question);
  }

  restart() {
    this.move(() => this.created(this.known));
  }

  move(step, question = null, value = null) {
    return this.guarded(() => {
      const next = step();
      if (!next) {
        return false;
      }
      this.show(next, { focus: true });
      this.remember();
      const replies = { ...next.replies };
      this.tell("guide-reply", { question, value, replies });
      if (next.leaf) {
        this.tell("guide-answer", { answer: next.leaf.answer, advice: next.leaf.advice, replies });
      }
      return true;
    });
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
    await navigator.clipboard.writeText(plainText(this.completely(this.scene).talk, this.words));
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
      .sort(([, a], [, b]) => changeSize(a) - changeSize(b))
      .map(([answer, { changed }]) => [answer, changed]);
  }

  tell(type, detail) {
    const { id: guide = null, version = null } = this.guide || {};
    this.dispatchEvent(new CustomEvent(type, { detail: { guide, version, ...detail }, bubbles: true, composed: true }));
  }
}
