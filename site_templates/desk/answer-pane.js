import { h, item, prose } from "../player/dom.js";
import { dayNumber } from "../player/days.js";
import { dueDay, evidenceKey } from "./transcript.js";
import { block } from "./face.js";

/** What the customer is told, and what agents know besides. */

export function answerPane(desk) {
  const { talk, kase, knowledge } = desk;
  if (!talk) {
    return ["none", () => null];
  }
  const { leaf, guide } = talk;
  const marks = leaf ? (talk.answer.evidence || []).map(({ plain }) => evidenceKey(plain) in kase.ticked) : [];
  const day = leaf && talk.answer.deadline && kase.told[talk.answer.deadline.counts_from];
  const notes = notesFor(desk);
  return [
    [guide.id, leaf, marks, day, notes.map(({ key }) => key), desk.open.get("steps")],
    () => [
      leaf && answerBlock(desk, knowledge),
      notes.length > 0 &&
        block(
          "notes",
          desk.word("notes-title"),
          ...notes.map(({ title, text }) =>
            h("div", { class: "note" }, h("strong", null, title), ...prose(text, desk.base)),
          ),
        ),
    ],
  ];
}

/** Notes on the issue, the answer, its advice and its channel. */
function notesFor({ talk, kase, knowledge, word }) {
  const { leaf, answer } = talk;
  const places = [
    ["answer", leaf && leaf.answer, word("note-answer")],
    ...((leaf && leaf.advice) || []).map((name) => ["advice", name, word("note-advice")]),
    ["channel", answer && answer.fallback.channel, answer && answer.fallback.name.plain],
    ["issue", kase.issue, kase.issue && knowledge.issues[kase.issue].title],
  ];
  return places
    .filter(([kind, name]) => name && knowledge.notes[kind] && knowledge.notes[kind][name])
    .map(([kind, name, title]) => ({ key: `${kind}:${name}`, title, text: knowledge.notes[kind][name] }));
}

function answerBlock(desk) {
  const { talk, word, base } = desk;
  const { leaf, guide, answer } = talk;
  const listed = (name, texts) =>
    texts &&
    texts.length > 0 &&
    h(
      "div",
      { class: name },
      h("h3", null, word(`answer-${name}`)),
      h("ul", null, ...texts.map((text) => h("li", null, ...item(text, base)))),
    );
  const begins = ({ does }, at) => does && (at === 0 || answer.today[at - 1].does !== does);
  return block(
    "answer",
    answer.title.plain,
    h("p", { class: "summary" }, ...item(answer.summary, base)),
    guide.valid_until &&
      talk.setting.today >= guide.valid_until &&
      h("p", { class: "clash" }, word("player-lapsed", { value: desk.day(guide.valid_until) })),
    "score" in leaf && h("p", null, word("guide-score", { value: leaf.score, most: guide.score.most })),
    leaf.advice.length > 0 &&
      h(
        "div",
        { class: "advice" },
        h("h3", null, word("guide-first")),
        ...leaf.advice.map((name) => h("div", null, ...prose(guide.advice[name].text, base))),
      ),
    h("h3", null, word("answer-today")),
    h(
      "ol",
      { class: "steps" },
      ...answer.today.map((step, at) =>
        h(
          "li",
          null,
          begins(step, at) && h("span", { class: "does" }, word(`step-${step.does}`)),
          ...item(step.text, base),
        ),
      ),
    ),
    listed("avoid", answer.avoid),
    answer.deadline && deadlineOf(desk, answer.deadline),
    evidenceList(desk, answer.evidence || []),
    answer.say &&
      h("div", { class: "say" }, h("h3", null, word("answer-say")), h("blockquote", null, ...prose(answer.say, base))),
    h(
      "div",
      { class: "fallback" },
      h("h3", null, word("answer-fallback")),
      h("p", null, [answer.fallback.name.plain, answer.fallback.phone].filter(Boolean).join(" · ")),
      ...prose(answer.fallback.text, base),
    ),
  );
}

/** By when, as a date where the day that it counts from is known; else the day can be filled in. */
function deadlineOf(desk, deadline) {
  const { talk, word, kase, base } = desk;
  const { counts_from: from, calculator: name } = deadline;
  const calculator = talk.guide.calculators[name];
  const told = from && kase.told[from];
  const start = told && dayNumber(told.value) !== null ? told.value : null;
  const last = dueDay(talk, kase.told);
  const field =
    from &&
    h("input", {
      type: "date",
      value: start || "",
      change: (event) => event.target.value && desk.act((session) => session.tellDay(from, event.target.value)),
    });
  return h(
    "div",
    { class: "deadline" },
    h("h3", null, word("answer-deadline")),
    last &&
      h(
        "p",
        { class: "day" },
        h(
          "time",
          { datetime: last.day },
          word(last.certain ? "player-last-day" : "player-last-day-at-least", { value: desk.day(last.day) }),
        ),
      ),
    ...prose(deadline.text, base),
    field &&
      h(
        "label",
        { class: "field inline" },
        h("span", null, calculator.inputs[from] ? calculator.inputs[from].plain : word("player-day")),
        field,
      ),
  );
}

function evidenceList(desk, texts) {
  const { word, kase, base } = desk;
  return (
    texts.length > 0 &&
    h(
      "div",
      { class: "evidence" },
      h("h3", null, word("answer-evidence")),
      h(
        "ul",
        { class: "checks" },
        ...texts.map((text) => check(desk, evidenceKey(text.plain), kase, item(text, base))),
      ),
    )
  );
}

/** Something to tick; when it was ticked stands in the transcript. */
export function check(desk, key, kase, text) {
  return h(
    "li",
    null,
    h(
      "label",
      null,
      h("input", {
        type: "checkbox",
        "data-focus": key,
        checked: key in kase.ticked,
        change: () => desk.act((session) => session.tick(key)),
      }),
      h("span", null, ...text),
    ),
  );
}
