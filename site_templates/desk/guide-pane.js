import { h, label, prose } from "../player/dom.js";
import { inputsOf } from "../player/reckon.js";
import { leftToAsk } from "./case-pane.js";
import { cap, placed, press } from "./face.js";
import { keysFor } from "./keys.js";
import { asideText } from "./in-words.js";

/** The present question, or the answer that is reached. */

export function presentPane(desk) {
  const { talk, kase, session } = desk;
  if (!talk) {
    return [
      "none",
      () => shownAs(desk, "empty", [desk.word("empty-title")], () => [null, h("p", null, desk.word("empty-text"))]),
    ];
  }
  const { guide, question, leaf } = talk;
  if (leaf) {
    return [[guide.id, leaf], () => shownAs(desk, "arrived", label(talk.answer.title), () => arrived(desk, leaf))];
  }
  const present = session.present;
  const { least, most } = talk;
  return [
    [
      guide.id,
      least,
      most,
      { ...present, node: null, options: present.options.map((each) => ({ ...each, option: each.option.id })) },
      kase.asking,
    ],
    () => shownAs(desk, "asking", label(question.text), () => asked(desk, question, present)),
  ];
}

/** The section and its heading are always the same, so that the focus stays where it is. */
function shownAs(desk, name, title, parts) {
  const [first, ...others] = parts();
  desk.question.className = `present ${name}`;
  desk.question.dataset.asks = (desk.talk && desk.talk.question && desk.talk.question.question) || "";
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
    h(
      "ol",
      { class: "options" },
      ...found.options.map((each, at) => h("li", null, optionButton(desk, node.question, each, keys[at]))),
    ),
    node.kind !== "choice" && valueForm(desk, node),
  ];
}

function optionButton(desk, question, { option, sets_aside: aside, answers }, key) {
  const { id, label: text, help } = option;
  return h(
    "button",
    {
      type: "button",
      "data-focus": "present",
      "data-option": id,
      "aria-keyshortcuts": key.length === 1 ? key : null,
      click: () => desk.act((session) => session.reply(question, id)),
    },
    cap(key),
    h("span", { class: "label" }, ...label(text), help && h("span", { class: "hint" }, ...label(help))),
    h(
      "span",
      { class: "count" },
      aside.length > 0 && h("span", { class: "clash" }, asideText(desk, aside)),
      desk.word("option-answers", { value: answers }),
    ),
  );
}

const placeLine = (guide, state) => h("p", { class: "place" }, h("span", null, guide), h("span", null, state));

function arrived(desk, leaf) {
  const { talk, word } = desk;
  return [
    placeLine(talk.guide.title.plain, word("answer-reached")),
    h("p", null, talk.answer.summary.plain),
    leaf.continue &&
      press(
        "button",
        word("go-on", { title: desk.knowledge.guides[leaf.continue.guide].title.plain }),
        () => desk.act((session) => session.press("g")),
        { "data-focus": "go-on", "aria-keyshortcuts": "g" },
      ),
  ];
}

/** What can be typed instead of choosing: a day, an amount, or all that a calculator needs. */
function valueForm(desk, { question, kind, computed_by: by }) {
  const { talk, word } = desk;
  const calculator = by && talk.guide.calculators[by];
  const inputs = calculator
    ? inputsOf(calculator).map((name) => [
        calculator.inputs[name].plain,
        { name, inputmode: "decimal", value: talk.raw[name] },
      ])
    : kind === "date"
      ? [[word("player-day"), { name: question, type: "date", max: talk.setting.today }]]
      : [[word("player-amount"), { name: question, inputmode: "decimal" }]];
  const fields = inputs.map(([, attributes]) => h("input", { required: true, autocomplete: "off", ...attributes }));
  const wrong = h("span", { class: "clash", role: "alert" });
  const submit = (event) => {
    event.preventDefault();
    const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    if (
      desk.act((session) => (calculator ? session.reckon(question, values) : session.reply(question, values[question])))
    ) {
      desk.focusQuestion();
    } else {
      wrong.textContent = word("player-not-understood");
    }
  };
  return h(
    "form",
    { class: "value", submit },
    ...fields.map((field, at) => h("label", { class: "field" }, h("span", null, inputs[at][0]), field)),
    h("button", { class: "button quiet" }, word("player-reckon")),
    wrong,
  );
}
