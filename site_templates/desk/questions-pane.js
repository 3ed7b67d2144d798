import { h, label } from "../player/dom.js";
import { block, press, sameParts } from "./face.js";
import { asideText, quoted } from "./in-words.js";

/** All other questions of the guide with their options, and the answers still possible. */

/** Every other question of the guide with all its options, to be clicked in any order. */
export function questionsPane(desk) {
  const { view, word, talk } = desk;
  if (!view) {
    return ["none", () => null];
  }
  const { guide } = talk;
  const shown = view.questions.filter(({ standing }) => standing !== "present");
  const parts = shown.map((each) => [`${guide.id} ${each.question}`, signOf(each), () => questionCard(desk, each)]);
  return [
    [guide.id, parts],
    () =>
      sameParts(desk.cards, [
        ["title", shown.length > 0, () => h("h2", null, shown.length ? word("questions-title") : "")],
        ...parts,
      ]),
  ];
}

const signOf = ({ question, standing, value, misfit, against, options }) => [
  question,
  standing,
  value,
  misfit,
  against,
  options.map((each) => [each.chosen, each.leads, each.sets_aside]),
];

function questionCard(desk, { question, node, standing, value, misfit, against, options }) {
  const { word } = desk;
  const told = value !== null;
  const ruledOut = against.length > 0;
  return h(
    "section",
    {
      class: `card ${standing}${told && ruledOut ? " contradiction" : ""}`,
      "data-question": question,
      "aria-labelledby": `q-${question}`,
    },
    h(
      "header",
      null,
      h("h3", { id: `q-${question}` }, ...label(node.text)),
      standing === "open"
        ? press(
            "plain ask",
            word("question-ask"),
            () => (desk.act((session) => session.ask(question)), desk.focusQuestion()),
            { "aria-describedby": `q-${question}` },
          )
        : h("span", { class: "standing" }, word(`standing-${standing}`)),
    ),
    ruledOut && told && h("p", { class: "clash" }, word("clash-told", { replies: quoted(desk, against) })),
    ruledOut &&
      !told &&
      h(
        "p",
        { class: "hint", title: word("clash-open", { replies: quoted(desk, against) }) },
        word("clash-open", { replies: quoted(desk, against) }),
      ),
    misfit && h("p", { class: "clash" }, word("reply-misfit", { reply: value })),
    h(
      "ul",
      { class: "chips" },
      ...options.map(({ option, chosen, leads, sets_aside: aside }) =>
        h(
          "li",
          null,
          h(
            "button",
            {
              type: "button",
              "data-focus": `chip-${question}-${option.id}`,
              class: leads || chosen ? "" : "dead",
              "aria-pressed": String(chosen),
              title: aside.length ? asideText(desk, aside) : null,
              click: () =>
                desk.act((session) => (chosen ? session.remove(question) : session.reply(question, option.id))),
            },
            ...label(option.label),
            !leads && h("span", { class: "unseen" }, ` ${word("option-idle")}`),
          ),
        ),
      ),
    ),
  );
}

/** The answers that can still be reached, likeliest first. */
export function answersPane(desk) {
  const { view, word, talk } = desk;
  if (!view || talk.leaf) {
    return ["none", () => null];
  }
  return [
    [talk.guide.id, view.answers],
    () =>
      block(
        "answers",
        word("answers-title", { value: view.answers.length }),
        h(
          "ol",
          null,
          ...view.answers.map(({ answer, share }) =>
            h(
              "li",
              null,
              h("span", { class: "title" }, talk.guide.answers[answer].title.plain),
              h("span", { class: "share" }, portion(share)),
            ),
          ),
        ),
      ),
  ];
}

const portion = (share) => (share < 0.01 ? "<1%" : `${Math.round(100 * share)}%`);
