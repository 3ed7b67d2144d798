import { h, item, prose } from "../player/dom.js";
import { check } from "./answer-pane.js";
import { block, folding, guarded } from "./face.js";

/** What is left to do: who writes next and when, the stages of the work, the rest of the playbooks. */

const STAGES = "checklist";

export function contactPane(desk) {
  const { word, kase, session } = desk;
  if (!desk.talk) {
    return ["none", () => null];
  }
  const { fields } = kase;
  return [
    [kase.began, fields["ticket-number"]],
    () =>
      block(
        "contact",
        word("contact-title"),
        h(
          "label",
          { class: "field" },
          h("span", null, word("contact-day")),
          h("input", {
            type: "date",
            min: session.setting.today,
            value: fields["contact-day"],
            change: (event) => (desk.session.fill("contact-day", event.target.value), desk.draw()),
          }),
        ),
        guarded(desk, word("ticket"), { value: fields["ticket-number"] }, (text) =>
          desk.session.fill("ticket-number", text),
        ),
        guarded(desk, word("contact-how"), { value: fields["contact-how"] }, (text) =>
          desk.session.fill("contact-how", text),
        ),
        guarded(desk, word("note-own"), { rows: 2, value: fields.note }, (text) => desk.session.fill("note", text)),
      ),
  ];
}

/** Playbooks beside the issues of this guide; those that name none serve for all. */
function playbooksFor({ talk, knowledge }) {
  const issues = Object.keys(knowledge.issues).filter((name) => knowledge.issues[name].guide === talk.guide.id);
  return knowledge.playbooks.filter(
    (each) => each.issues.length === 0 || each.issues.some((name) => issues.includes(name)),
  );
}

/** What can be ticked besides evidence: key → text. */
export function stagesOf(knowledge) {
  const lists = knowledge.playbooks.filter(({ kind }) => kind === STAGES);
  return Object.fromEntries(
    lists.flatMap((playbook) =>
      playbook.sections.flatMap((section) =>
        section.points.map((point, at) => [stageKey(playbook, section, at), `${section.title}: ${point.plain}`]),
      ),
    ),
  );
}

const stageKey = (playbook, section, at) => `stage:${playbook.id}:${section.id}:${at}`;

export function checklistPane(desk) {
  const { talk, kase, word } = desk;
  if (!talk) {
    return ["none", () => null];
  }
  const books = playbooksFor(desk);
  const stages = books.filter(({ kind }) => kind === STAGES);
  return [
    [talk.guide.id, Object.keys(kase.ticked).filter((key) => key.startsWith("stage:"))],
    () => [
      ...stages.map((book) =>
        folding(
          desk,
          `book-${book.id}`,
          book.title,
          false,
          h("p", { class: "hint" }, book.summary),
          ...book.sections.map((section) => stage(desk, book, section)),
        ),
      ),
      ...books
        .filter(({ kind }) => kind !== STAGES)
        .map((book) =>
          folding(
            desk,
            `book-${book.id}`,
            book.title,
            false,
            h("p", { class: "hint" }, book.summary),
            ...book.sections.map((section) => chapter(desk, section)),
          ),
        ),
      h("p", { class: "hint" }, word("playbooks-end")),
    ],
  ];
}

function stage(desk, book, section) {
  const done = section.points.filter((_, at) => stageKey(book, section, at) in desk.kase.ticked).length;
  return h(
    "div",
    { class: "stage" },
    h(
      "h3",
      null,
      section.title,
      h("span", { class: "count" }, section.points.length ? ` ${done}/${section.points.length}` : ""),
    ),
    section.text && h("div", null, ...prose(section.text, desk.base)),
    h(
      "ul",
      { class: "checks" },
      ...section.points.map((point, at) => check(desk, stageKey(book, section, at), desk.kase, item(point, desk.base))),
    ),
  );
}

function chapter(desk, { title, text, points, table }) {
  const cells = (tag, texts) =>
    h("tr", null, ...texts.map((each) => h(tag, tag === "th" ? { scope: "col" } : null, ...item(each, desk.base))));
  return h(
    "div",
    { class: "chapter" },
    h("h3", null, title),
    text && h("div", null, ...prose(text, desk.base)),
    points.length > 0 && h("ul", null, ...points.map((point) => h("li", null, ...item(point, desk.base)))),
    table &&
      h(
        "div",
        { class: "scrolled", tabindex: "0", role: "region", "aria-label": title },
        h(
          "table",
          null,
          h("thead", null, cells("th", table.titles)),
          h("tbody", null, ...table.rows.map((row) => cells("td", row))),
        ),
      ),
  );
}
