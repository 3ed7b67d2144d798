import { h } from "../player/dom.js";
import { maskedWhileTyping, maskedWhole } from "./masks.js";

/** What all panes are drawn with. */

/** Words by key, with their `[placeholders]` filled in; a key with `-one` serves for exactly 1. */
export function phraseOf(words) {
  return (key, values = {}) => {
    const single = values.value === 1 && words[`${key}-one`];
    return Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`[${name}]`, value),
      single || words[key] || key,
    );
  };
}

const FORMATS = new Map();

/** Making a format takes a hundred times as long as using it. */
function formatOf(locale, how) {
  const key = `${locale} ${JSON.stringify(how)}`;
  if (!FORMATS.has(key)) {
    FORMATS.set(key, new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", how));
  }
  return FORMATS.get(key);
}

/** A day as readers of a locale write it. */
export function shownDay(day, locale) {
  return formatOf(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

/** The time of day; the date, too, where it is not today's. */
export function shownTime(at, locale) {
  const time = new Date(at);
  const near = time.toDateString() === new Date().toDateString();
  return formatOf(locale, { timeStyle: "short", ...(near ? {} : { dateStyle: "short" }) }).format(time);
}

/** Whether keys belong to a field. */
export function typedIn(target) {
  return (
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target.tagName === "INPUT" && target.type !== "checkbox") ||
    target.isContentEditable
  );
}

/** A heading with what follows it. */
export const block = (name, title, ...children) =>
  h("section", { class: `block ${name}` }, h("h2", null, title), ...children);

/** A part that can be closed; the desk remembers which are. */
export function folding(desk, name, title, open, ...children) {
  const shown = desk.open.has(name) ? desk.open.get(name) : open;
  return h(
    "details",
    {
      class: `block ${name}`,
      "data-open": name,
      open: shown,
      toggle: (event) => desk.open.set(name, event.target.open),
    },
    h("summary", null, h("h2", null, title)),
    ...children,
  );
}

export const press = (name, text, click, attributes) =>
  h("button", { type: "button", class: name, click, ...attributes }, text);

/** The cap of a key beside what it does. */
export const cap = (key) => h("kbd", { "aria-hidden": "true" }, key);

/**
 * A field whose text lands in the transcript: secrets are masked as they are typed, and told.
 * @param {string} labelText @param {{value?: string, rows?: number, type?: string}} attributes
 * @param {(text: string) => void} heard
 */
export function guarded(desk, labelText, { rows, ...attributes }, heard) {
  const warned = h("span", { class: "masked", role: "alert" });
  const listen = {
    input: (event) => mask(event, false),
    change: (event) => mask(event, true),
    compositionend: (event) => mask(event, false),
    autocomplete: "off",
    spellcheck: "false",
  };
  const field = rows
    ? h("textarea", { rows, ...attributes, ...listen }, attributes.value || "")
    : h("input", { type: "text", ...attributes, ...listen });
  const mask = (event, whole) => {
    const pasted = event.inputType === "insertFromPaste" || event.inputType === "insertFromDrop";
    if (event.isComposing) {
      return;
    }
    const { text, kinds } =
      whole || pasted ? maskedWhole(field.value) : maskedWhileTyping(field.value, field.selectionStart);
    if (kinds.length) {
      const caret = field.selectionStart;
      field.value = text;
      field.setSelectionRange(caret, caret);
      warned.textContent = desk.word("masked", { what: desk.listed(kinds.map((kind) => desk.word(`masked-${kind}`))) });
    }
    heard(field.value);
  };
  return h("label", { class: "field" }, h("span", null, labelText), field, warned);
}

/**
 * Parts of a pane by name: those whose sign is as before are taken as they were.
 * @param {Map<string, {sign: string, element: Element}>} before is brought up to date
 * @param {[string, unknown, () => Element][]} parts
 */
export function sameParts(before, parts) {
  const now = parts.map(([name, sign, make]) => {
    const signature = JSON.stringify(sign);
    const known = before.get(name);
    return [name, known && known.sign === signature ? known : { sign: signature, element: make() }];
  });
  before.clear();
  now.forEach(([name, part]) => before.set(name, part));
  return now.map(([, { element }]) => element);
}

/** Give a place these children; those that are there already stay, and keep the focus. */
export function placed(place, children) {
  const wanted = children.filter(Boolean);
  [...place.childNodes].filter((child) => !wanted.includes(child)).forEach((child) => child.remove());
  wanted.forEach((child, at) => {
    if (place.childNodes[at] !== child) {
      place.insertBefore(child, place.childNodes[at] || null);
    }
  });
}

/** Where the focus is, so that it can be found again after drawing. */
export function focusKept() {
  const held = document.activeElement;
  const name = held && held.closest("[data-focus]");
  return name ? name.dataset.focus : null;
}

/** Back to where the focus was, or to the present question. */
export function focusAgain(name, place) {
  if (name === null || (document.activeElement && document.activeElement !== document.body)) {
    return;
  }
  const found = place.querySelector(`[data-focus="${CSS.escape(name)}"]`) || place.querySelector("[data-present]");
  if (found) {
    found.focus({ preventScroll: true });
  }
}

/** Copy, and say on the button that it was done. */
export async function copied(button, text, said) {
  await navigator.clipboard.writeText(text);
  button.textContent = said;
}
