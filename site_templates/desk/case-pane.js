import { h } from "../player/dom.js";
import { counted, optionsTold, questionsOf } from "./outlook.js";
import { valuesFor } from "./case.js";
import { block, cap, guarded, press, shownTime } from "./face.js";
import { keysDialog, transcriptDialog } from "./dialogs.js";
import { keepCase } from "./keeping.js";

/** The caller: what was said, which guides are open, what was replied. */

export function caseHead(desk) {
  const { kase, word, kept } = desk;
  return [
    [kase.began, kept, Boolean(desk.talk)],
    () =>
      h(
        "header",
        { class: "bar" },
        h("h1", null, word("desk-title")),
        h("p", null, word("case-began", { time: shownTime(kase.began, desk.locale) })),
        h(
          "nav",
          { "aria-label": word("case-actions") },
          press("plain", word("case-new"), () => desk.newCase()),
          desk.talk && press("plain", word("case-keep"), () => ((desk.kept = keepCase(desk.session)), desk.draw()), { "data-focus": "keep" }),
          kept.length > 0 && keptMenu(desk),
          desk.talk && press("plain", [word("record-open"), " "].join(""), () => desk.showDialog(transcriptDialog), { "data-transcript": true, "aria-keyshortcuts": "t" }),
          press("plain", word("keys-open"), () => desk.showDialog(keysDialog), { "aria-keyshortcuts": "?" }),
        ),
      ),
  ];
}

function keptMenu(desk) {
  const { kept, word } = desk;
  return h(
    "details",
    { class: "menu" },
    h("summary", null, word("kept-cases", { value: kept.length })),
    h(
      "ul",
      null,
      ...kept.map(({ kase, title, at }) =>
        h(
          "li",
          null,
          press("plain", `${shownTime(at, desk.locale)} ${title}`, () => desk.newCase(kase)),
          press("plain", word("kept-forget"), () => ((desk.kept = keepCase(null, kase.began)), desk.draw()), { "aria-label": `${word("kept-forget")} ${title}` }),
        ),
      ),
    ),
  );
}

export function searchPane(desk) {
  const { word } = desk;
  return [
    "search",
    () => {
      const list = h("ul", { id: "hits", class: "hits", role: "listbox", "aria-label": word("search-hits"), hidden: true });
      const field = h("input", {
        type: "search",
        id: "search",
        "data-search": true,
        role: "combobox",
        "aria-expanded": "false",
        "aria-controls": "hits",
        "aria-autocomplete": "list",
        "aria-keyshortcuts": "/",
        autocomplete: "off",
        spellcheck: "false",
        placeholder: word("search-example"),
        input: (event) => {
          desk.query = field.value;
          desk.at = 0;
          if (!event.isComposing) {
            showHits(desk, field, list);
          }
        },
        compositionend: () => showHits(desk, field, list),
        keydown: (event) => searchKey(desk, event, field, list),
        blur: () => setTimeout(() => close(field, list), 150),
        focus: () => desk.query && showHits(desk, field, list),
      });
      return h("section", { class: "block search" }, h("label", { for: "search" }, h("span", null, word("search-label")), cap("/")), field, list);
    },
  ];
}

function searchKey(desk, event, field, list) {
  const hits = desk.found || [];
  if (event.isComposing) {
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    const [hit] = desk.query.trim() ? desk.session.hits(desk.query).slice(desk.at) : [];
    close(field, list);
    desk.take(hit || null);
  } else if (event.key === "Escape") {
    close(field, list);
    field.blur();
    desk.focusQuestion();
  } else if (/^Arrow(Up|Down)$/.test(event.key) && hits.length) {
    event.preventDefault();
    desk.at = (desk.at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
    showHits(desk, field, list);
  }
}

const close = (field, list) => {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
};

function showHits(desk, field, list) {
  const hits = desk.query.trim() ? desk.session.hits(desk.query) : [];
  desk.found = hits;
  list.hidden = false;
  field.setAttribute("aria-expanded", String(hits.length > 0));
  if (hits.length) {
    field.setAttribute("aria-activedescendant", `hit-${desk.at}`);
  } else {
    field.removeAttribute("aria-activedescendant");
  }
  list.hidden = hits.length === 0;
  list.replaceChildren(...hits.map((hit, at) => hitLine(desk, hit, at)));
}

function hitLine(desk, hit, at) {
  const { issues, guides } = desk.knowledge;
  const issue = issues[hit.issue];
  const replies = Object.entries(hit.replies || {});
  const known = replies.map(([question, option]) => labelIn(guides[issue.guide], question, option)).filter(Boolean);
  return h(
    "li",
    { id: `hit-${at}`, role: "option", "aria-selected": String(at === desk.at), mousedown: (event) => event.preventDefault(), click: () => desk.take(hit) },
    h("span", { class: "title" }, hit.title),
    hit.title !== issue.title && h("span", { class: "hint" }, issue.title),
    known.length > 0 && h("span", { class: "known" }, desk.word("search-known", { replies: desk.listed(known) })),
  );
}

function labelIn(guide, question, option) {
  const node = questionsOf(guide).get(question);
  const found = node && node.options.find(({ id }) => id === option);
  return found && found.label.plain;
}

export function guidesPane(desk) {
  const { kase, word, knowledge } = desk;
  const open = kase.guides.map((name) => [name, desk.session.talkOf(name)]);
  const lines = open.map(([name, talk]) => [name, knowledge.guides[name].title.plain, talk.leaf ? talk.answer.title.plain : leftToAsk(word, talk), Boolean(talk.leaf)]);
  return [
    [lines, kase.guide],
    () => [
      lines.length > 0 &&
        block(
          "guides",
          word("guides-title"),
          h(
            "ul",
            null,
            ...lines.map(([name, title, state, done]) =>
              h(
                "li",
                { class: name === kase.guide ? "now" : "" },
                h("button", { type: "button", "data-focus": `guide-${name}`, "aria-current": name === kase.guide ? "true" : null, click: () => desk.act((session) => session.show(name)) }, h("span", { class: "title" }, title), h("span", { class: done ? "state done" : "state" }, state)),
                press("remove", "×", () => desk.act((session) => session.close(name)), { "aria-label": word("guide-close", { title }) }),
              ),
            ),
          ),
        ),
      h(
        "details",
        { class: "block all", open: lines.length === 0 },
        h("summary", null, h("h2", null, word("guides-all"))),
        h("ul", null, ...Object.values(knowledge.guides).map(({ id, title }) => h("li", null, press("plain", title.plain, () => (desk.act((session) => session.open(id)), desk.focusQuestion()), { "data-guide": id })))),
      ),
    ],
  ];
}

export function leftToAsk(word, { least, most }) {
  return least === most ? word("guide-left-exact", { value: most }) : word("guide-left", { least, most });
}

export function repliesPane(desk) {
  const { kase, word, talk } = desk;
  const lines = Object.entries(kase.told).map(([question, told]) => replyLine(desk, question, told));
  return [
    [lines, kase.guide],
    () =>
      block(
        "replies",
        word("replies-title", { value: lines.length }),
        lines.length === 0 && h("p", { class: "hint" }, word("replies-none")),
        h(
          "ul",
          null,
          ...lines.map((line) =>
            h(
              "li",
              { class: line.counts || !talk ? "" : "idle" },
              h(
                "button",
                { type: "button", "data-focus": `told-${line.question}`, "aria-label": word("reply-change", { question: line.text, reply: line.value }), click: () => showQuestion(desk, line.question) },
                h("span", { class: "hint", title: line.text }, line.text),
                h("span", { class: "title" }, line.value),
                line.tags.length > 0 && h("span", { class: "tags" }, desk.listed(line.tags)),
              ),
              press("remove", "×", () => desk.act((session) => session.remove(line.question)), { "aria-label": word("reply-remove", { question: line.text }) }),
            ),
          ),
        ),
      ),
  ];
}

/** A reply in the words of the first guide of this caller that knows its question. */
function replyLine(desk, question, told) {
  const { kase, word, session, talk, locale } = desk;
  const talks = kase.guides.map((guide) => session.talkOf(guide));
  const nodes = (each) => questionsOf(each.guide).get(question);
  const owner = (talk && nodes(talk) && talk) || talks.find(nodes);
  const node = owner && nodes(owner);
  const option = owner ? optionsTold(owner, valuesFor(kase, owner.guide.id))[question] : null;
  const label = owner && option ? labelIn(owner.guide, question, option) : null;
  const raw = told.value === option ? null : /^\d{4}-/.test(told.value) ? desk.day(told.value) : told.value;
  const counts = talks.some((each) => counted(each, valuesFor(kase, each.guide.id)).has(question)) || !node;
  return {
    question,
    text: node ? node.text.plain : inputName(talks, question),
    value: [raw, label].filter(Boolean).join(" · "),
    counts,
    tags: [
      told.presumed && word("reply-presumed"),
      !counts && word("reply-idle"),
      shownTime(told.at, locale),
    ].filter(Boolean),
  };
}

function inputName(talks, question) {
  const found = talks.flatMap(({ guide }) => Object.values(guide.calculators || {}).map(({ inputs }) => inputs[question])).find(Boolean);
  return found ? found.plain : question;
}

function showQuestion(desk, question) {
  const found = desk.place.querySelector(`[data-question="${question}"]`);
  if (found) {
    found.scrollIntoView({ block: "center" });
    const chip = found.querySelector("[aria-pressed=true]") || found.querySelector("button");
    if (chip) {
      chip.focus({ preventScroll: true });
    }
  }
}
