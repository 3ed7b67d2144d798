import { dayIn } from "../player/days.js";
import { answerPane } from "./answer-pane.js";
import { caseHead, guidesPane, repliesPane } from "./case-pane.js";
import { focusAgain, focusKept, phraseOf, placed, shownDay, typedIn } from "./face.js";
import { presentPane } from "./guide-pane.js";
import { keysDialog, transcriptDialog } from "./dialogs.js";
import { checklistPane, contactPane } from "./work-pane.js";
import { keptCases } from "./keeping.js";
import { answersPane, questionsPane } from "./questions-pane.js";
import { replyPane } from "./reply-pane.js";
import { questionsOf } from "./outlook.js";
import { searchPane } from "./search-pane.js";
import { Session } from "./session.js";
import { whyPane } from "./why-pane.js";
import { h } from "../player/dom.js";

/**
 * Panes by column; each is drawn anew only when what it shows has changed. The present question comes
 * first, for that is what an agent waits for; the others follow in the next picture.
 */
const COLUMNS = [
  ["case", [searchPane, guidesPane, repliesPane]],
  ["guide", [presentPane, whyPane, questionsPane, answersPane]],
  ["work", [answerPane, replyPane, contactPane, checklistPane]],
];

/** The screen of one case; it holds what is open and chosen, and nothing that a transcript needs. */
export class Desk {
  constructor(place, knowledge) {
    this.place = place;
    this.knowledge = knowledge;
    this.locale = knowledge.locale;
    this.word = phraseOf(knowledge.words);
    this.base = document.baseURI;
    this.drawn = new Map();
    this.cards = new Map();
    this.heading = h("h2", { "data-present": true, "data-focus": "present", tabindex: "-1" });
    this.question = h("section", { class: "present" });
    this.open = new Map();
    this.single = true;
    this.kept = keptCases();
    this.reset();
  }

  reset(kase) {
    const zone = Object.values(this.knowledge.calendars).map((calendar) => calendar.zone)[0] || "Asia/Shanghai";
    this.session = new Session(this.knowledge, { today: dayIn(new Date(), zone), kase });
    this.query = "";
    this.at = 0;
    this.told = "";
    this.repliedTo = null;
    this.macro = null;
    this.language = this.locale;
    this.leftOut = [];
  }

  start() {
    const columns = COLUMNS.map(([name, panes]) =>
      h(
        "div",
        { class: `column ${name}`, role: "region", "aria-label": this.word(`column-${name}`), tabindex: "0" },
        ...panes.map((pane) => this.placeOf(pane)),
      ),
    );
    this.status = h("p", { class: "unseen", role: "status" });
    this.dialog = h("dialog", { "aria-labelledby": "dialog-title" });
    this.place.replaceChildren(
      this.placeOf(caseHead),
      this.status,
      h("div", { class: "columns" }, ...columns),
      this.dialog,
    );
    document.addEventListener("keydown", (event) => this.onKey(event));
    this.draw();
    this.place.classList.add("ready");
    this.prepare(Object.keys(this.knowledge.guides));
  }

  /** Look at one guide after the other while there is nothing else to do. */
  prepare([guide, ...others]) {
    const idle = window.requestIdleCallback || setTimeout;
    if (guide) {
      idle(() => {
        this.session.prepare(guide);
        this.prepare(others);
      });
    }
  }

  placeOf(pane) {
    const holder = h("div", { class: "pane" });
    this.drawn.set(pane, { holder, sign: null });
    return holder;
  }

  /** Draw all that has changed. */
  draw() {
    this.look();
    this.view = this.talk ? this.session.view : null;
    this.drawPanes([...this.drawn.keys()]);
    this.waiting = false;
    const answer = this.talk && this.talk.leaf && this.talk.leaf.answer;
    if (answer && answer !== this.answered) {
      this.scrollUp("work");
    }
    this.answered = answer;
  }

  /** Draw the present question now, and all else when it has been seen. */
  drawSoon() {
    this.look();
    this.drawPanes([presentPane]);
    if (document.hidden) {
      this.draw();
    } else if (!this.waiting) {
      this.waiting = true;
      requestAnimationFrame(() => setTimeout(() => this.waiting && this.draw()));
    }
  }

  scrollUp(name) {
    const column = this.place.querySelector(`.column.${name}`);
    if (column.scrollTop > 0) {
      column.scrollTop = 0;
    }
  }

  look() {
    this.talk = this.session.talk;
    this.kase = this.session.case;
    const answer = this.talk && this.talk.leaf && this.talk.leaf.answer;
    if (answer !== this.repliedTo) {
      // A macro that was chosen for another answer is not this one's.
      this.repliedTo = answer;
      this.macro = null;
      this.leftOut = [];
    }
  }

  drawPanes(panes) {
    const held = focusKept();
    for (const pane of panes) {
      const drawn = this.drawn.get(pane);
      const [sign, make] = pane(this);
      const signature = JSON.stringify(sign);
      if (signature !== drawn.sign) {
        drawn.sign = signature;
        placed(drawn.holder, [make()].flat());
      }
    }
    focusAgain(held, this.place);
  }

  /** Do something to the case, show what has come of it, and say it to whoever listens. */
  act(doing) {
    const done = doing(this.session);
    this.drawSoon();
    const now = this.talk
      ? this.talk.question
        ? this.talk.question.text.plain
        : this.word("told-answer", { title: this.talk.answer.title.plain })
      : "";
    if (now !== this.told) {
      this.told = now;
      this.status.textContent = now;
    }
    return done;
  }

  take(hit) {
    const text = this.query;
    this.query = "";
    this.at = 0;
    this.act((session) => session.take(hit, text));
    this.place.querySelector("[data-search]").value = "";
    this.focusQuestion();
  }

  focusQuestion() {
    const found = this.place.querySelector("[data-present]");
    if (found) {
      found.focus({ preventScroll: true });
    }
  }

  newCase(kase) {
    this.reset(kase);
    this.draw();
    this.place.querySelector("[data-search]").value = "";
    this.place.querySelector("[data-search]").focus();
  }

  onKey(event) {
    if (
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      event.isComposing ||
      !this.single ||
      this.dialog.open ||
      typedIn(event.target)
    ) {
      return;
    }
    if (this.shortcut(event.key)) {
      event.preventDefault();
    } else if (this.act((session) => session.press(event.key))) {
      event.preventDefault();
      this.scrollUp("guide");
    }
  }

  shortcut(key) {
    if (/^[d?tmwcl]$/.test(key)) {
      this.draw();
    }
    switch (key) {
      case "/":
        return this.focusField("[data-search]");
      case "d":
        return this.focusField(".present input");
      case "?":
        return this.showDialog(keysDialog);
      case "t":
        return this.talk ? this.showDialog(transcriptDialog) : false;
      case "m":
        return this.focusField("[data-macro]");
      case "c":
        return this.copyReply();
      case "l":
        return this.otherLanguage();
      case "w":
        return this.toggle("why");
      default:
        return false;
    }
  }

  focusField(selector) {
    const field = this.place.querySelector(selector);
    if (field) {
      field.focus();
      field.scrollIntoView({ block: "nearest" });
    }
    return Boolean(field);
  }

  /** Copy the reply, or go to what is still to be filled in. */
  copyReply() {
    const copy = this.place.querySelector('[data-focus="macro-copy"]');
    if (!copy) {
      return false;
    }
    copy.closest("details").open = true;
    if (copy.disabled) {
      const empty = [...this.place.querySelectorAll(".placeholders input:enabled")].find(({ value }) => !value.trim());
      (empty || copy).focus();
    } else {
      copy.click();
    }
    copy.scrollIntoView({ block: "nearest" });
    return true;
  }

  /** The reply in the language that it is not in. */
  otherLanguage() {
    const found = this.place.querySelector('[data-focus="language"]');
    if (found) {
      found.selectedIndex = (found.selectedIndex + 1) % found.options.length;
      found.dispatchEvent(new Event("change"));
    }
    return Boolean(found);
  }

  toggle(name) {
    const found = this.place.querySelector(`[data-open="${name}"]`);
    if (found) {
      found.open = !found.open;
    }
    return Boolean(found);
  }

  showDialog(make) {
    this.dialog.replaceChildren(...make(this));
    this.dialog.showModal();
    return true;
  }

  /** Several texts as one. */
  listed(texts) {
    return texts.join(this.word("list-comma"));
  }

  day(day) {
    return shownDay(day, this.locale);
  }

  optionText(name, id) {
    const option = questionsOf(this.talk.guide)
      .get(name)
      .options.find((each) => each.id === id);
    return option ? option.label.plain : id;
  }

  questionText(name) {
    const found = this.talk && questionsOf(this.talk.guide).get(name);
    return found ? found.text.plain : name;
  }
}
