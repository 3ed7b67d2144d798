import { h, item, label, prose, safe } from "./dom.js";
import { inputsOf } from "./reckon.js";

/**
 * What a conversation looks like. Each function draws one part; `player` does what the reader wants.
 *
 * @typedef {{talk: import("./conversation.js").Conversation, words: Words, base: string,
 *   level: number, player: import("./element.js").GuidePlayer, told: string, begun: boolean}} Scene
 *   `told`: what the reader must hear first; `begun`: whether there is a reply of the reader's own
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
  const { talk, told, begun } = scene;
  return h(
    "div",
    { class: "player" },
    told && h("p", { class: "told", role: "status" }, told),
    talk.question ? question(scene) : answer(scene),
    begun && given(scene),
  );
}

const heading = ({ level }, deeper, ...children) => h(`h${Math.min(6, level + deeper)}`, ...children);

/** The heading to which focus goes; what was told before it is read with it. */
const title = (scene, text) =>
  heading(scene, 0, { tabindex: "-1", "aria-description": scene.told || null }, ...label(text));

const part = (scene, name, key, ...children) =>
  h("section", { class: name }, heading(scene, 1, null, say(scene.words, key)), ...children);

const button = (name, click, text, attributes) => h("button", { type: "button", class: name, click, ...attributes }, text);

function place({ words, player, begun }, text) {
  return h(
    "p",
    { class: "place" },
    h("span", { class: "left" }, text),
    begun && button("restart", () => player.restart(), say(words, "guide-restart")),
  );
}

/** After the day up to which its figures were checked, a guide says so. */
function lapsed({ talk, words }) {
  const { valid_until: until, locale } = talk.guide;
  return until && talk.setting.today >= until && h("p", { class: "told lapsed" }, say(words, "player-lapsed", { value: longDay(until, locale) }));
}

function left({ talk: { least, most }, words }) {
  return say(words, `guide-left${least === most ? "-exact" : ""}`, { value: most, least, most });
}

function question(scene) {
  const { talk, base } = scene;
  const node = talk.question;
  return h(
    "section",
    { class: "node question start", "data-question": node.question },
    place(scene, left(scene)),
    title(scene, node.text),
    node.help && h("div", { class: "help" }, ...prose(node.help, base)),
    node.kind !== "choice" && fields(scene, node),
    options(scene, node),
    lapsed(scene),
  );
}

function options({ player }, node) {
  return h(
    "ul",
    { class: "options" },
    ...node.options.map(({ id, label: text, help }, index) =>
      h(
        "li",
        null,
        h(
          "button",
          { type: "button", class: "option", "data-option": id, "aria-keyshortcuts": index < 9 ? index + 1 : null, click: () => player.reply(node.question, id) },
          h("span", { class: "label" }, ...label(text)),
          help && h("span", { class: "hint" }, ...label(help)),
        ),
      ),
    ),
  );
}

/** What can be typed instead of choosing: a day, an amount, or all that a calculator needs. */
function fields(scene, { question: name, kind, computed_by: by }) {
  const { talk, words, player } = scene;
  const calculator = by && talk.guide.calculators[by];
  if (calculator) {
    const inputs = inputsOf(calculator).map((each) => [calculator.inputs[each].plain, { name: each, inputmode: "decimal", value: talk.raw[each] }]);
    return form(words, "player-reckon", inputs, (amounts) => player.compute(amounts));
  }
  const send = (values) => player.reply(name, values[name]);
  return kind === "date"
    ? form(words, "player-reckon", [[say(words, "player-day"), { name, type: "date", max: talk.setting.today }]], send)
    : form(words, "player-next", [[say(words, "player-amount"), { name, inputmode: "decimal" }]], send);
}

function form(words, key, labelled, send) {
  const wrong = h("span", { class: "wrong", role: "alert" });
  const inputs = labelled.map(([, attributes]) => h("input", { required: true, autocomplete: "off", ...attributes }));
  const submit = (event) => {
    event.preventDefault();
    if (!send(Object.fromEntries(inputs.map(({ name, value }) => [name, value])))) {
      wrong.textContent = say(words, "player-not-understood");
      inputs[0].focus();
    }
  };
  return h(
    "form",
    { class: "field", submit },
    ...inputs.map((input, index) => h("label", null, h("span", null, labelled[index][0]), input)),
    h("button", { class: "button" }, say(words, key)),
    wrong,
  );
}

function answer(scene) {
  const { talk, words, base, player } = scene;
  const { leaf, guide, answer: found } = talk;
  return h(
    "section",
    { class: "node leaf start", "data-answer": leaf.answer },
    place(scene, say(words, "guide-answer")),
    title(scene, found.title),
    h("p", { class: "summary" }, ...item(found.summary, base)),
    lapsed(scene),
    "score" in leaf && h("p", { class: "score" }, say(words, "guide-score", { value: leaf.score, most: guide.score.most })),
    leaf.advice.length > 0 && part(scene, "advice", "guide-first", ...leaf.advice.map((name) => h("div", { "data-advice": name }, ...prose(guide.advice[name].text, base)))),
    leaf.continue && onward(scene, leaf.continue),
    ...player.rest(scene),
  );
}

/** The rest of an answer; while the details are not there, where it stands. @param {Scene} scene @returns {Node[]} */
export function rest(scene) {
  const { talk, words, base, player } = scene;
  const { guide, leaf, answer: found } = talk;
  if (!guide.rules) {
    const link = h("a", { class: leaf.continue ? "button quiet" : "button", href: safe(found.url, base) }, say(words, "guide-whole"));
    return [h("div", { class: "whole" }, link, player.lacking && missing(words))];
  }
  const listed = (name, marks, texts) =>
    texts && texts.length > 0 && part(scene, name, `answer-${name}`, h("ul", { class: marks }, ...texts.map((text) => h("li", null, ...item(text, base)))));
  return [
    heading(scene, 1, null, say(words, "answer-today")),
    steps(scene, found.today),
    h(
      "p",
      { class: "tools-row" },
      navigator.clipboard && button("button quiet", ({ target }) => player.copy(target), say(words, "player-copy"), { "aria-live": "polite" }),
      button("button quiet", () => print(), say(words, "player-print")),
    ),
    listed("avoid", "crosses", found.avoid),
    deadline(scene, found.deadline),
    listed("evidence", "ticks", found.evidence),
    found.say && part(scene, "say", "answer-say", h("blockquote", null, ...prose(found.say, base))),
    fallback(scene, found.fallback),
    why(scene),
  ].filter(Boolean);
}

/** That the rest does not come. @param {Words} words */
export const missing = (words) => h("p", { class: "told", role: "status" }, say(words, "player-brief"));

function onward({ words, player }, jump) {
  return h(
    "p",
    { class: "onward" },
    button("button", () => player.goOn(jump), say(words, "player-go-on"), { "data-continue": jump.guide }),
    h("span", { class: "hint" }, say(words, "guide-go-on-hint")),
  );
}

function steps({ words, base }, today) {
  const begins = ({ does }, index) => does && (index === 0 || today[index - 1].does !== does);
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
          h("span", null, begins(step, index) && h("span", { class: "does" }, say(words, `step-${step.does}`)), ...item(step.text, base)),
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
  const day = last && say(words, last.certain ? "player-last-day" : "player-last-day-at-least", { value: longDay(last.day, talk.guide.locale) });
  return part(scene, "deadline", "answer-deadline", day && h("p", { class: "day" }, h("time", { datetime: last.day }, day)), ...prose(found.text, base));
}

const WRITTEN = { zh: "zh-CN", "zh-Hant": "zh-TW", en: "en-GB" };

/** A day as readers of a locale write it. */
export function longDay(day, locale) {
  return new Intl.DateTimeFormat(WRITTEN[locale], { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

function fallback(scene, { text, phone, href, name }) {
  const { words, base } = scene;
  return part(
    scene,
    "fallback",
    "answer-fallback",
    h("div", { class: "body" }, ...item(text, base)),
    h(
      "p",
      { class: "contact" },
      phone && h("a", { class: "call", href: `tel:${phone.replace(/ /g, "")}` }, say(words, "channel-call", { value: phone })),
      href && h("a", { href: safe(href, base) }, say(words, "channel-more", { value: name.plain })),
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
        const { because, source } = talk.guide.rules[name];
        const cites = (source || []).map(({ title: { plain }, url }) => h("cite", null, url ? h("a", { href: safe(url, base), rel: "noopener" }, plain) : plain));
        return h("li", { "data-rule": name }, ...item(because, base), ...cites);
      }),
    ),
    ...otherwise(scene),
  );
}

/** The smallest changes that would lead to other answers, nearest first. */
function otherwise(scene) {
  const { talk, words, player } = scene;
  const changes = player.changes().slice(0, 3);
  if (!changes.length) {
    return [];
  }
  const told = (changed) => Object.entries(changed).map(([name, option]) => `${player.questionText(name)} ${player.optionText(name, option)}`);
  return [
    heading(scene, 2, null, say(words, "why-others")),
    h(
      "ul",
      { class: "others" },
      ...changes.map(([found, changed]) => h("li", { "data-answer": found }, `${told(changed).join(say(words, "list-comma"))} → ${talk.guide.answers[found].title.plain}`)),
    ),
  ];
}

function given({ talk, words, player }) {
  return h(
    "details",
    { class: "given" },
    h("summary", null, say(words, "player-given", { value: talk.asked.length })),
    h(
      "ul",
      null,
      ...talk.asked.map((name) => {
        const asked = player.questionText(name);
        const change = { "data-change": name, "aria-label": say(words, "player-change-of", { value: asked }) };
        return h(
          "li",
          null,
          h("span", { class: "asked" }, asked),
          h("span", { class: "replied" }, player.replyText(name)),
          button("change", () => player.change(name), say(words, "player-change"), change),
        );
      }),
    ),
  );
}
