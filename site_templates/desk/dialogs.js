import { h } from "../player/dom.js";
import { copied, press, shownTime } from "./face.js";
import { stagesOf } from "./work-pane.js";
import { transcriptOf, written } from "./transcript.js";

/** What lies over the desk: the keys, and the transcript. */

const KEYS = [
  ["/", "keys-search"],
  ["Enter", "keys-enter"],
  ["1–9", "keys-digits"],
  ["0", "keys-zero"],
  ["Backspace", "keys-back"],
  ["n p", "keys-turn"],
  ["d", "keys-value"],
  ["g", "keys-on"],
  ["[ ]", "keys-guides"],
  ["m", "keys-macro"],
  ["l", "keys-language"],
  ["c", "keys-copy"],
  ["w", "keys-why"],
  ["t", "keys-transcript"],
  ["?", "keys-keys"],
];

export function keysDialog(desk) {
  const { word } = desk;
  return [
    head(desk, word("keys-title")),
    h("p", null, word("keys-where")),
    h(
      "dl",
      { class: "keys" },
      ...KEYS.flatMap(([key, text]) => [
        h("dt", null, ...key.split(" ").map((each) => h("kbd", null, each))),
        h("dd", null, word(text)),
      ]),
    ),
    h(
      "label",
      { class: "switch" },
      h("input", { type: "checkbox", checked: desk.single, change: (event) => (desk.single = event.target.checked) }),
      h("span", null, word("keys-single")),
    ),
  ];
}

/** The transcript in each of its forms. */
export function transcriptDialog(desk) {
  const { word, session, knowledge, locale } = desk;
  const schema = new URL(knowledge.transcript_schema, new URL(desk.place.dataset.data, desk.base)).href;
  const record = transcriptOf(session, { locale, schema, stages: stagesOf(knowledge) });
  const how = { time: (at) => shownTime(at, locale), day: (day) => desk.day(day) };
  const forms = {
    text: ["txt", () => written(record, word, { ...how, markdown: false })],
    markdown: ["md", () => written(record, word, { ...how, markdown: true })],
    json: ["json", () => `${JSON.stringify(record, null, 1)}\n`],
  };
  const shown = h("textarea", { readonly: true, rows: 18, "aria-label": word("record-title"), spellcheck: "false" });
  const choose = (name) => {
    desk.form = name;
    shown.value = forms[name][1]();
    radios.forEach((radio) => (radio.checked = radio.value === name));
  };
  const radios = Object.keys(forms).map((name) =>
    h("input", { type: "radio", name: "form", value: name, change: () => choose(name) }),
  );
  choose(desk.form || "text");
  return [
    head(desk, word("record-title")),
    h(
      "fieldset",
      null,
      h("legend", null, word("record-form")),
      ...radios.map((radio) => h("label", null, radio, h("span", null, word(`record-${radio.value}`)))),
    ),
    shown,
    h(
      "p",
      { class: "row" },
      press("button", word("record-copy"), ({ target }) => copied(target, shown.value, word("copied"))),
      press("button quiet", word("record-save"), () =>
        download(`case-${record.began.slice(0, 16).replace(/[:T]/g, "-")}.${forms[desk.form][0]}`, shown.value),
      ),
    ),
  ];
}

function head(desk, title) {
  return h(
    "header",
    null,
    h("h2", { id: "dialog-title", tabindex: "-1", autofocus: true }, title),
    press("plain", desk.word("close"), () => desk.dialog.close(), { "aria-keyshortcuts": "Escape" }),
  );
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  h("a", { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
