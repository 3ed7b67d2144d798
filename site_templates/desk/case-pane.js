import { h } from "../player/dom.js";
import { counted, optionsTold, questionsOf } from "./outlook.js";
import { valuesFor } from "./case.js";
import { block, press, shownTime } from "./face.js";
import { keysDialog, transcriptDialog } from "./dialogs.js";
import { keepCase } from "./keeping.js";
import { labelIn } from "./search-pane.js";

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
          desk.talk &&
            press("plain", word("case-keep"), () => ((desk.kept = keepCase(desk.session)), desk.draw()), {
              "data-focus": "keep",
            }),
          kept.length > 0 && keptMenu(desk),
          desk.talk &&
            press("plain", [word("record-open"), " "].join(""), () => desk.showDialog(transcriptDialog), {
              "data-transcript": true,
              "aria-keyshortcuts": "t",
            }),
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
          press("plain", word("kept-forget"), () => ((desk.kept = keepCase(null, kase.began)), desk.draw()), {
            "aria-label": `${word("kept-forget")} ${title}`,
          }),
        ),
      ),
    ),
  );
}

export function guidesPane(desk) {
  const { kase, word, knowledge } = desk;
  const open = kase.guides.map((name) => [name, desk.session.talkOf(name)]);
  const lines = open.map(([name, talk]) => [
    name,
    knowledge.guides[name].title.plain,
    talk.leaf ? talk.answer.title.plain : leftToAsk(word, talk),
    Boolean(talk.leaf),
  ]);
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
                h(
                  "button",
                  {
                    type: "button",
                    "data-focus": `guide-${name}`,
                    "aria-current": name === kase.guide ? "true" : null,
                    click: () => desk.act((session) => session.show(name)),
                  },
                  h("span", { class: "title" }, title),
                  h("span", { class: done ? "state done" : "state" }, state),
                ),
                press("remove", "×", () => desk.act((session) => session.close(name)), {
                  "aria-label": word("guide-close", { title }),
                }),
              ),
            ),
          ),
        ),
      h(
        "details",
        { class: "block all", open: lines.length === 0 },
        h("summary", null, h("h2", null, word("guides-all"))),
        h(
          "ul",
          null,
          ...Object.values(knowledge.guides).map(({ id, title }) =>
            h(
              "li",
              null,
              press("plain", title.plain, () => (desk.act((session) => session.open(id)), desk.focusQuestion()), {
                "data-guide": id,
              }),
            ),
          ),
        ),
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
                {
                  type: "button",
                  "data-focus": `told-${line.question}`,
                  "aria-label": word("reply-change", { question: line.text, reply: line.value }),
                  click: () => showQuestion(desk, line.question),
                },
                h("span", { class: "hint", title: line.text }, line.text),
                h("span", { class: "title" }, line.value),
                line.tags.length > 0 && h("span", { class: "tags" }, desk.listed(line.tags)),
              ),
              press("remove", "×", () => desk.act((session) => session.remove(line.question)), {
                "aria-label": word("reply-remove", { question: line.text }),
              }),
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
    tags: [told.presumed && word("reply-presumed"), !counts && word("reply-idle"), shownTime(told.at, locale)].filter(
      Boolean,
    ),
  };
}

function inputName(talks, question) {
  const found = talks
    .flatMap(({ guide }) => Object.values(guide.calculators || {}).map(({ inputs }) => inputs[question]))
    .find(Boolean);
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
