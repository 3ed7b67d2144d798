import { h, inline, item, label, prose } from "./dom.js";
import { inputsOf } from "./reckon.js";

/**
 * What a conversation looks like. Each function draws one part; `act` holds what the reader may do.
 *
 * @typedef {{reply(question: string, value: string): boolean, compute(amounts: object): void,
 *   change(question: string): void, restart(): void, onward(jump: object): void}} Actions
 * @typedef {{talk: import("./conversation.js").Conversation, words: Words, base: string,
 *   level: number, act: Actions, told: string[]}} Scene
 * @typedef {Object<string, string>} Words
 */

/** A word with its placeholders filled in. */
export function say(words, key, values = {}) {
  const single = values.value === 1 && words[`${key}-one`];
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`[${name}]`, value),
    single || words[key] || key,
  );
}

/** @param {Scene} scene @returns {HTMLElement} */
export function draw(scene) {
  const { talk } = scene;
  return h(
    "div",
    { class: "player" },
    scene.told.length > 0 && h("p", { class: "told", role: "status" }, ...scene.told),
    talk.question ? question(scene) : answer(scene),
    talk.asked.length > 0 && given(scene),
  );
}

const heading = (scene, deeper, ...children) => h(`h${Math.min(6, scene.level + deeper)}`, ...children);

function place({ talk, words, act }, text) {
  return h(
    "p",
    { class: "place" },
    h("span", { class: "left" }, text),
    talk.asked.length > 0 && h("button", { type: "button", class: "restart", click: act.restart }, say(words, "guide-restart")),
  );
}

function left({ talk, words }) {
  return talk.least === talk.most
    ? say(words, "guide-left-exact", { value: talk.most })
    : say(words, "guide-left", { least: talk.least, most: talk.most });
}

function question(scene) {
  const { talk, base } = scene;
  const node = talk.question;
  return h(
    "section",
    { class: "node question start", "data-question": node.question },
    place(scene, left(scene)),
    heading(scene, 0, { tabindex: "-1" }, ...label(node.text)),
    node.help && h("div", { class: "help" }, ...prose(node.help, base)),
    node.kind === "date" && dayField(scene, node),
    (node.kind === "number" || node.kind === "duration") && amountField(scene, node),
    options(scene, node),
  );
}

function options({ act }, node) {
  return h(
    "ul",
    { class: "options" },
    ...node.options.map((option, index) =>
      h(
        "li",
        null,
        h(
          "button",
          { type: "button", class: "option", "data-option": option.id, "aria-keyshortcuts": index < 9 ? index + 1 : null, click: () => act.reply(node.question, option.id) },
          h("span", { class: "label" }, ...label(option.label)),
          option.help && h("span", { class: "hint" }, ...label(option.help)),
        ),
      ),
    ),
  );
}

function field(scene, { name, text, type, attributes, button, send }) {
  const input = h("input", { type, name, required: true, autocomplete: "off", ...attributes });
  const wrong = h("span", { class: "wrong", role: "alert" });
  const submit = (event) => {
    event.preventDefault();
    if (!send(input.value)) {
      wrong.textContent = say(scene.words, "player-not-understood");
      input.focus();
    }
  };
  return h(
    "form",
    { class: "field", submit },
    h("label", null, h("span", null, text), input),
    h("button", { type: "submit", class: "button" }, button),
    wrong,
  );
}

function dayField(scene, node) {
  const { words, talk, act } = scene;
  return field(scene, {
    name: node.question,
    type: "date",
    text: say(words, "player-day"),
    attributes: { max: talk.setting.today },
    button: say(words, "player-reckon"),
    send: (value) => act.reply(node.question, value),
  });
}

function amountField(scene, node) {
  const { words, talk, act } = scene;
  const calculator = node.computed_by && talk.guide.calculators[node.computed_by];
  if (calculator) {
    return calculatorForm(scene, calculator);
  }
  return field(scene, {
    name: node.question,
    type: "text",
    text: say(words, "player-amount"),
    attributes: { inputmode: "decimal" },
    button: say(words, "player-next"),
    send: (value) => act.reply(node.question, value),
  });
}

function calculatorForm({ words, talk, act }, calculator) {
  const inputs = inputsOf(calculator).map((name) => [
    name,
    h("input", { type: "text", name, inputmode: "decimal", autocomplete: "off", required: true, value: talk.raw[name] }),
  ]);
  const wrong = h("span", { class: "wrong", role: "alert" });
  const submit = (event) => {
    event.preventDefault();
    if (!act.compute(Object.fromEntries(inputs.map(([name, input]) => [name, input.value])))) {
      wrong.textContent = say(words, "player-not-understood");
    }
  };
  return h(
    "form",
    { class: "field", submit },
    ...inputs.map(([name, input]) => h("label", null, h("span", null, calculator.inputs[name].plain), input)),
    h("button", { type: "submit", class: "button" }, say(words, "player-reckon")),
    wrong,
  );
}

function answer(scene) {
  const { talk, words, base, act } = scene;
  const { leaf } = talk;
  const found = talk.answer;
  const listed = (key, name, texts, tag = "section") =>
    texts && texts.length > 0 && h(tag, { class: name }, heading(scene, 1, null, say(words, key)), h("ul", { class: name === "avoid" ? "crosses" : "ticks" }, ...texts.map((text) => h("li", null, ...item(text, base)))));
  return h(
    "section",
    { class: "node leaf start", "data-answer": leaf.answer },
    place(scene, say(words, "guide-answer")),
    heading(scene, 0, { tabindex: "-1" }, ...label(found.title)),
    h("p", { class: "summary" }, ...item(found.summary, base)),
    "score" in leaf && h("p", { class: "score" }, say(words, "guide-score", { value: leaf.score, most: talk.guide.score.most })),
    leaf.advice.length > 0 &&
      h(
        "section",
        { class: "advice" },
        heading(scene, 1, null, say(words, "guide-first")),
        ...leaf.advice.map((name) => h("div", { "data-advice": name }, ...prose(talk.guide.advice[name].text, base))),
      ),
    leaf.continue && onward(scene),
    heading(scene, 1, null, say(words, "answer-today")),
    steps(scene, found.today),
    h(
      "p",
      { class: "tools-row" },
      h("button", { type: "button", class: "button quiet", click: (event) => act.copy(event.target) }, say(words, "player-copy")),
      h("button", { type: "button", class: "button quiet", click: () => window.print() }, say(words, "player-print")),
    ),
    listed("answer-avoid", "avoid", found.avoid),
    deadline(scene, found.deadline),
    listed("answer-evidence", "evidence", found.evidence),
    found.say && h("section", { class: "say" }, heading(scene, 1, null, say(words, "answer-say")), h("blockquote", null, ...prose(found.say, base))),
    fallback(scene, found.fallback),
    why(scene),
  );
}

function onward({ talk, words, act }) {
  const jump = talk.leaf.continue;
  return h(
    "p",
    { class: "onward" },
    h("button", { type: "button", class: "button", "data-continue": jump.guide, click: () => act.onward(jump) }, say(words, "player-go-on")),
    h("span", { class: "hint" }, say(words, "guide-go-on-hint")),
  );
}

function steps({ words, base }, today) {
  return h(
    "ol",
    { class: "steps tick" },
    ...today.map((step, index) =>
      h(
        "li",
        null,
        h(
          "label",
          null,
          h("input", { type: "checkbox" }),
          h(
            "span",
            null,
            step.does && (index === 0 || today[index - 1].does !== step.does) && h("span", { class: "does" }, say(words, `step-${step.does}`)),
            ...item(step.text, base),
          ),
        ),
      ),
    ),
  );
}

function deadline(scene, found) {
  if (!found) {
    return null;
  }
  const { words, base, talk } = scene;
  const last = talk.deadline;
  return h(
    "section",
    { class: "deadline" },
    heading(scene, 1, null, say(words, "answer-deadline")),
    last && h("p", { class: "day" }, h("time", { datetime: last.day }, say(words, last.certain ? "player-last-day" : "player-last-day-at-least", { value: longDay(last.day, talk.guide.locale) }))),
    ...prose(found.text, base),
  );
}

/** A day as readers of a locale write it. */
export function longDay(day, locale) {
  const [year, month, date] = day.split("-").map(Number);
  return new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(year, month - 1, date)),
  );
}

function fallback(scene, found) {
  const { words, base } = scene;
  return h(
    "section",
    { class: "fallback" },
    heading(scene, 1, null, say(words, "answer-fallback")),
    h("div", { class: "body" }, ...item(found.text, base)),
    h(
      "p",
      { class: "contact" },
      found.phone && h("a", { class: "call", href: `tel:${found.phone.replace(/ /g, "")}` }, say(words, "channel-call", { value: found.phone })),
      found.href && h("a", { href: new URL(found.href, base).href }, say(words, "channel-more", { value: found.name.plain })),
    ),
  );
}

function why(scene) {
  const { talk, words, base } = scene;
  return h(
    "details",
    { class: "why" },
    h("summary", null, say(words, "guide-why")),
    h(
      "ul",
      null,
      ...talk.leaf.because.map((name) => {
        const rule = talk.guide.rules[name];
        const sources = (rule.source || []).map(({ title, url }) =>
          h("cite", null, ...(url ? [h("a", { href: url, rel: "noopener" }, title.plain)] : [title.plain])),
        );
        return h("li", { "data-rule": name }, ...item(rule.because, base), ...sources);
      }),
    ),
    ...otherwise(scene),
  );
}

/** The smallest changes that would lead to other answers, nearest first. */
function otherwise(scene) {
  const { talk, words } = scene;
  const changes = scene.changes().slice(0, 3);
  if (!changes.length) {
    return [];
  }
  return [
    heading(scene, 2, null, say(words, "why-others")),
    h(
      "ul",
      null,
      ...changes.map(([answer, changed]) =>
        h(
          "li",
          null,
          Object.entries(changed)
            .map(([name, option]) => `${scene.questionText(name)} ${scene.optionText(name, option)}`)
            .join(say(words, "list-comma")),
          " → ",
          talk.guide.answers[answer].title.plain,
        ),
      ),
    ),
  ];
}

function given(scene) {
  const { talk, words, act } = scene;
  return h(
    "details",
    { class: "given", open: scene.open || null },
    h("summary", null, say(words, "player-given", { value: talk.asked.length })),
    h(
      "ul",
      null,
      ...talk.asked.map((name) =>
        h(
          "li",
          null,
          h("span", { class: "asked" }, scene.questionText(name)),
          h("span", { class: "replied" }, scene.replyText(name)),
          h("button", { type: "button", class: "change", "aria-label": say(words, "player-change-of", { value: scene.questionText(name) }), click: () => act.change(name) }, say(words, "player-change")),
        ),
      ),
    ),
  );
}
