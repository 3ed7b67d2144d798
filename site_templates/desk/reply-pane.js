import { h } from "../player/dom.js";
import { dayNumber } from "../player/days.js";
import { copied, folding, guarded, press, shownDay } from "./face.js";
import { dueDay } from "./transcript.js";
import { macrosFor, pieces, sent, stillOpen } from "./macros.js";
import { inOwnWords, offeredFirst } from "./own-words.js";

/** The reply to the customer: a macro in either language, filled in, and copied once it is whole. */

const NAMES_A_DAY = /-(?:day|date)$/;

export function replyPane(desk) {
  const { talk, kase, knowledge } = desk;
  if (!talk) {
    return ["none", () => null];
  }
  const issues = Object.keys(knowledge.issues).filter((name) => knowledge.issues[name].guide === talk.guide.id);
  const near = kase.issue && issues.includes(kase.issue) ? [kase.issue] : issues;
  const due = dueDay(talk, kase.told);
  const own = talk.leaf && inOwnWords(knowledge.replies, talk.leaf, { due, shown: shownDay }, desk.word);
  const written = macrosFor(knowledge.macros, { answer: talk.leaf && talk.leaf.answer, issues: near });
  const first = offeredFirst(written.fitting, own);
  const found = { ...written, fitting: own ? [own, ...written.fitting] : written.fitting };
  const chosen = [...found.fitting, ...found.others].find(({ id }) => id === desk.macro) || first || found.others[0];
  return [
    [
      talk.guide.id,
      found.fitting.map(({ id }) => id),
      chosen && chosen.id,
      own && own.text,
      desk.language,
      desk.leftOut,
      kase.fields["contact-day"],
      kase.fields["ticket-number"],
      kase.began,
    ],
    () =>
      chosen &&
      folding(
        desk,
        "reply",
        desk.word("macro-title"),
        Boolean(talk.leaf),
        choice(desk, found, chosen),
        knowledge.replies.private.includes(talk.guide.id) &&
          h("p", { class: "clash private" }, desk.word("macro-private")),
        ...form(desk, chosen),
      ),
  ];
}

function choice(desk, { fitting, others }, chosen) {
  const { word } = desk;
  const group = (name, macros) =>
    macros.length > 0 &&
    h(
      "optgroup",
      { label: word(name) },
      ...macros.map(({ id, title }) => h("option", { value: id, selected: id === chosen.id }, title)),
    );
  const pick = (event) => {
    desk.macro = event.target.value;
    desk.leftOut = [];
    desk.draw();
  };
  return h(
    "div",
    { class: "row" },
    h(
      "label",
      { class: "field" },
      h("span", null, word("macro-choose")),
      h(
        "select",
        { "data-macro": true, "data-focus": "macro", change: pick },
        group("macro-fitting", fitting),
        group("macro-others", others),
      ),
    ),
    h(
      "label",
      { class: "field language" },
      h("span", null, word("macro-language")),
      h(
        "select",
        { "data-focus": "language", "aria-keyshortcuts": "l", change: (event) => ((desk.language = event.target.value), desk.draw()) },
        ...Object.keys(chosen.text).map((name) =>
          h("option", { value: name, selected: name === desk.language }, word(`language-${name}`)),
        ),
      ),
    ),
  );
}

function form(desk, macro) {
  const { word } = desk;
  const preview = h("div", {
    class: "preview",
    lang: desk.language,
    role: "region",
    "aria-label": word("macro-preview"),
    tabindex: "0",
  });
  const state = h("p", { class: "hint", role: "status" });
  const copy = press("button", word("macro-copy"), ({ target }) => send(desk, macro, target), {
    "data-focus": "macro-copy",
    "aria-keyshortcuts": "c",
  });
  const show = () => {
    const made = composed(desk, macro);
    const open = stillOpen(made);
    preview.replaceChildren(
      ...made.map((piece) =>
        h(
          piece.out ? "del" : piece.open ? "mark" : piece.placeholder ? "ins" : "span",
          null,
          piece.open ? `[${macro.placeholders[piece.placeholder]}]` : piece.t,
        ),
      ),
    );
    copy.disabled = open.length > 0;
    state.textContent = open.length
      ? word("macro-open", { value: open.length, names: desk.listed(open.map((name) => macro.placeholders[name])) })
      : word("macro-ready");
  };
  const fields = Object.entries(macro.placeholders).map(([name, text]) => placeholder(desk, name, text, show));
  show();
  return [
    h("p", { class: "hint" }, word("macro-use"), " ", macro.use),
    h("div", { class: "placeholders" }, ...fields),
    preview,
    state,
    copy,
  ];
}

function placeholder(desk, name, text, show) {
  const { word } = desk;
  const out = desk.leftOut.includes(name);
  const heard = (value) => (desk.session.fill(name, value), show());
  const value = desk.kase.fields[name] || suggested(desk, name);
  const field = NAMES_A_DAY.test(name)
    ? h(
        "label",
        { class: "field" },
        h("span", null, text),
        h("input", { type: "date", disabled: out, value, input: (event) => heard(event.target.value) }),
      )
    : guarded(desk, text, { value, disabled: out }, heard);
  const leave = () => {
    desk.leftOut = out ? desk.leftOut.filter((each) => each !== name) : [...desk.leftOut, name];
    desk.draw();
  };
  return h(
    "div",
    { class: "row" },
    field,
    press("plain", word(out ? "macro-keep" : "macro-leave"), leave, {
      "data-focus": `leave-${name}`,
      "aria-label": `${word(out ? "macro-keep" : "macro-leave")} ${text}`,
    }),
  );
}

/** A day that was promised is the day of the next contact; a day of arrival is the deadline's. */
function suggested({ kase, talk }, name) {
  if (!NAMES_A_DAY.test(name)) {
    return "";
  }
  const arrives = /arrival|last/.test(name);
  const due = dueDay(talk, kase.told);
  return (arrives ? due && due.day : kase.fields["contact-day"]) || "";
}

function composed(desk, macro) {
  const names = Object.keys(macro.placeholders);
  const values = Object.fromEntries(
    names.map((name) => {
      const value = desk.session.case.fields[name] || suggested(desk, name);
      return [name, dayNumber(value) === null ? value : shownDay(value, desk.language)];
    }),
  );
  return pieces(macro.text[desk.language], values, desk.leftOut);
}

async function send(desk, macro, button) {
  const made = composed(desk, macro);
  if (stillOpen(made).length === 0) {
    await copied(button, sent(made), desk.word("copied"));
    desk.session.note({ did: "sent", macro: macro.id, locale: desk.language });
  }
}
