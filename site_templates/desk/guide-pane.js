import { h, label, prose } from "../player/dom.js";
import { inputsOf } from "../player/reckon.js";
import { valuesFor } from "./case.js";
import { block, cap, placed, press, sameParts } from "./face.js";
import { optionsTold, questionsOf } from "./outlook.js";
import { keysFor } from "./session.js";
import { leftToAsk } from "./case-pane.js";

/** The guide before us: the present question, all others with their options, the answers possible. */

export function presentPane(desk) {
  const { talk, kase, session } = desk;
  if (!talk) {
    return ["none", () => shownAs(desk, "empty", [desk.word("empty-title")], () => [null, h("p", null, desk.word("empty-text"))])];
  }
  const { guide, question, leaf } = talk;
  if (leaf) {
    return [[guide.id, leaf], () => shownAs(desk, "arrived", label(talk.answer.title), () => arrived(desk, leaf))];
  }
  const present = session.present;
  const { least, most } = talk;
  return [[guide.id, least, most, { ...present, node: null, options: present.options.map((each) => ({ ...each, option: each.option.id })) }, kase.asking], () => shownAs(desk, "asking", label(question.text), () => asked(desk, question, present))];
}

/** The section and its heading are always the same, so that the focus stays where it is. */
function shownAs(desk, name, title, parts) {
  const [first, ...others] = parts();
  desk.question.className = `present ${name}`;
  desk.heading.replaceChildren(...title);
  placed(desk.question, [first, desk.heading, ...others]);
  return desk.question;
}

function asked(desk, node, found) {
  const { talk, word, knowledge } = desk;
  const note = (knowledge.notes.question || {})[node.question];
  const keys = keysFor(node.options.length);
  return [
    placeLine(talk.guide.title.plain, leftToAsk(word, talk)),
    node.help && h("div", { class: "help" }, ...prose(node.help, desk.base)),
    note && h("div", { class: "note" }, h("strong", null, word("note-title")), ...prose(note, desk.base)),
    found.misfit && h("p", { class: "clash" }, word("reply-misfit", { reply: found.value })),
    h("ol", { class: "options" }, ...found.options.map((each, at) => h("li", null, optionButton(desk, node.question, each, keys[at])))),
    node.kind !== "choice" && valueForm(desk, node),
  ];
}

function optionButton(desk, question, { option, sets_aside: aside, answers }, key) {
  const { id, label: text, help } = option;
  return h(
    "button",
    { type: "button", "data-focus": "present", "data-option": id, "aria-keyshortcuts": key.length === 1 ? key : null, click: () => desk.act((session) => session.reply(question, id)) },
    cap(key),
    h("span", { class: "label" }, ...label(text), help && h("span", { class: "hint" }, ...label(help))),
    h("span", { class: "count" }, aside.length > 0 && h("span", { class: "clash" }, asideText(desk, aside)), desk.word("option-answers", { value: answers })),
  );
}

const placeLine = (guide, state) => h("p", { class: "place" }, h("span", null, guide), h("span", null, state));

function arrived(desk, leaf) {
  const { talk, word } = desk;
  return [
    placeLine(talk.guide.title.plain, word("answer-reached")),
    h("p", null, talk.answer.summary.plain),
    leaf.continue && press("button", word("go-on", { title: desk.knowledge.guides[leaf.continue.guide].title.plain }), () => desk.act((session) => session.press("g")), { "data-focus": "go-on", "aria-keyshortcuts": "g" }),
  ];
}

const asideText = (desk, names) => desk.word("sets-aside", { replies: quoted(desk, names) });

const quoted = (desk, names) => desk.listed(names.map((name) => `“${chosenText(desk, name).replace(/“/g, "‘").replace(/”/g, "’")}”`));

function chosenText({ talk, kase }, name) {
  const option = optionsTold(talk, valuesFor(kase, talk.guide.id))[name];
  const found = questionsOf(talk.guide).get(name).options.find(({ id }) => id === option);
  return found ? found.label.plain : "";
}

/** What can be typed instead of choosing: a day, an amount, or all that a calculator needs. */
function valueForm(desk, { question, kind, computed_by: by }) {
  const { talk, word } = desk;
  const calculator = by && talk.guide.calculators[by];
  const inputs = calculator
    ? inputsOf(calculator).map((name) => [calculator.inputs[name].plain, { name, inputmode: "decimal", value: talk.raw[name] }])
    : kind === "date"
      ? [[word("player-day"), { name: question, type: "date", max: talk.setting.today }]]
      : [[word("player-amount"), { name: question, inputmode: "decimal" }]];
  const fields = inputs.map(([, attributes]) => h("input", { required: true, autocomplete: "off", ...attributes }));
  const wrong = h("span", { class: "clash", role: "alert" });
  const submit = (event) => {
    event.preventDefault();
    const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    if (desk.act((session) => (calculator ? session.reckon(question, values) : session.reply(question, values[question])))) {
      desk.focusQuestion();
    } else {
      wrong.textContent = word("player-not-understood");
    }
  };
  return h("form", { class: "value", submit }, ...fields.map((field, at) => h("label", { class: "field" }, h("span", null, inputs[at][0]), field)), h("button", { class: "button quiet" }, word("player-reckon")), wrong);
}

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
    () => sameParts(desk.cards, [["title", shown.length > 0, () => h("h2", null, shown.length ? word("questions-title") : "")], ...parts]),
  ];
}

const signOf = ({ question, standing, value, misfit, against, options }) => [question, standing, value, misfit, against, options.map((each) => [each.chosen, each.leads, each.sets_aside])];

function questionCard(desk, { question, node, standing, value, misfit, against, options }) {
  const { word } = desk;
  const told = value !== null;
  const ruledOut = against.length > 0;
  return h(
    "section",
    { class: `card ${standing}${told && ruledOut ? " contradiction" : ""}`, "data-question": question, "aria-labelledby": `q-${question}` },
    h(
      "header",
      null,
      h("h3", { id: `q-${question}` }, ...label(node.text)),
      standing === "open"
        ? press("plain ask", word("question-ask"), () => (desk.act((session) => session.ask(question)), desk.focusQuestion()), { "aria-describedby": `q-${question}` })
        : h("span", { class: "standing" }, word(`standing-${standing}`)),
    ),
    ruledOut && told && h("p", { class: "clash" }, word("clash-told", { replies: quoted(desk, against) })),
    ruledOut && !told && h("p", { class: "hint", title: word("clash-open", { replies: quoted(desk, against) }) }, word("clash-open", { replies: quoted(desk, against) })),
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
              click: () => desk.act((session) => (chosen ? session.remove(question) : session.reply(question, option.id))),
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
        h("ol", null, ...view.answers.map(({ answer, share }) => h("li", null, h("span", { class: "title" }, talk.guide.answers[answer].title.plain), h("span", { class: "share" }, portion(share))))),
      ),
  ];
}

const portion = (share) => (share < 0.01 ? "<1%" : `${Math.round(100 * share)}%`);
