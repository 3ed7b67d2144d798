import { h } from "../player/dom.js";
import { cap } from "./face.js";
import { maskedWhileTyping, maskedWhole } from "./masks.js";
import { questionsOf } from "./outlook.js";

/** The caller's words, and the guides that they lead to. */

export function searchPane(desk) {
  const { word } = desk;
  return [
    "search",
    () => {
      const list = h("ul", {
        id: "hits",
        class: "hits",
        role: "listbox",
        "aria-label": word("search-hits"),
        hidden: true,
      });
      const field = h("input", {
        type: "search",
        id: "search",
        "data-search": true,
        role: "combobox",
        "aria-expanded": "false",
        "aria-controls": "hits",
        "aria-autocomplete": "list",
        "aria-keyshortcuts": "/",
        autocomplete: "off",
        spellcheck: "false",
        placeholder: word("search-example"),
        input: (event) => {
          desk.at = 0;
          if (event.isComposing) {
            desk.query = field.value;
          } else {
            maskField(field, event);
            desk.query = field.value;
            showHits(desk, field, list);
          }
        },
        compositionend: (event) => {
          maskField(field, event);
          desk.query = field.value;
          showHits(desk, field, list);
        },
        keydown: (event) => searchKey(desk, event, field, list),
        blur: () => setTimeout(() => close(field, list), 150),
        focus: () => desk.query && showHits(desk, field, list),
      });
      return h(
        "section",
        { class: "block search" },
        h("label", { for: "search" }, h("span", null, word("search-label")), cap("/")),
        field,
        list,
      );
    },
  ];
}

/** What is searched for stands in the transcript, so no secret is left in the field. */
function maskField(field, { inputType }) {
  const caret = field.selectionStart;
  const pasted = inputType === "insertFromPaste" || inputType === "insertFromDrop";
  const { text, kinds } = pasted ? maskedWhole(field.value) : maskedWhileTyping(field.value, caret);
  if (kinds.length) {
    field.value = text;
    field.setSelectionRange(caret, caret);
  }
}

function searchKey(desk, event, field, list) {
  if (event.isComposing) {
    return;
  }
  const hits = hitsFor(desk);
  if (event.key === "Enter") {
    event.preventDefault();
    close(field, list);
    desk.take(hits[desk.at] || null);
  } else if (event.key === "Escape") {
    close(field, list);
    field.blur();
    desk.focusQuestion();
  } else if (/^Arrow(Up|Down)$/.test(event.key) && hits.length) {
    event.preventDefault();
    desk.at = (desk.at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
    showHits(desk, field, list);
  }
}

const close = (field, list) => {
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
};

/** What was found for these words is not searched for again when one of the hits is taken. */
function hitsFor(desk) {
  const { query, session } = desk;
  if (!desk.found || desk.found.query !== query) {
    desk.found = { query, hits: query.trim() ? session.hits(query) : [] };
  }
  return desk.found.hits;
}

function showHits(desk, field, list) {
  const hits = hitsFor(desk);
  list.hidden = false;
  field.setAttribute("aria-expanded", String(hits.length > 0));
  if (hits.length) {
    field.setAttribute("aria-activedescendant", `hit-${desk.at}`);
  } else {
    field.removeAttribute("aria-activedescendant");
  }
  list.hidden = hits.length === 0;
  list.replaceChildren(...hits.map((hit, at) => hitLine(desk, hit, at)));
}

function hitLine(desk, hit, at) {
  const { issues, guides } = desk.knowledge;
  const issue = issues[hit.issue];
  const replies = Object.entries(hit.replies || {});
  const known = replies.map(([question, option]) => labelIn(guides[issue.guide], question, option)).filter(Boolean);
  return h(
    "li",
    {
      id: `hit-${at}`,
      role: "option",
      "aria-selected": String(at === desk.at),
      mousedown: (event) => event.preventDefault(),
      click: () => desk.take(hit),
    },
    h("span", { class: "title" }, hit.title),
    hit.title !== issue.title && h("span", { class: "hint" }, issue.title),
    known.length > 0 && h("span", { class: "known" }, desk.word("search-known", { replies: desk.listed(known) })),
  );
}

/** An option in words; undefined where the guide has none such. */
export function labelIn(guide, question, option) {
  const node = questionsOf(guide).get(question);
  const found = node && node.options.find(({ id }) => id === option);
  return found && found.label.plain;
}
