/**
 * Every `<form role="search">` of the help centre: results while typing. Nothing leaves the browser.
 *
 * The form names its index in `data-index`, its locale in `data-locale`, and holds its words as
 * `data-…`. Without this module it leads to the search page with `?q=`, which shows topics and A–Z.
 */

import { tellsOf } from "./danger.js";
import { recentSearches } from "./recent.js";

const LIMIT = 12;
const NEAREST = 4;
const KINDS = ["issue", "answer", "message", "article", "term", "drill", "channel", "topic"];

/**
 * @param {HTMLFormElement} form
 */
export function attach(form) {
  const input = form.querySelector("input[type='search']");
  const status = form.querySelector("[role='status']");
  const list = form.querySelector(".results");
  let loading = null;
  let composing = false;
  let found = { query: "", hits: [] };

  const load = async () => {
    const [module, index] = await Promise.all([
      import("./search.js"),
      fetch(form.dataset.index).then((response) => response.json()),
    ]);
    const whole = await module.extend(index, "");
    return (query) => module.search(whole, query, { limit: LIMIT });
  };
  const ready = () => {
    loading = loading || load();
    return loading;
  };
  const show = async () => {
    const query = input.value.trim();
    recent.show(!query);
    if (!query) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    const search = await ready();
    if (input.value.trim() === query) {
      const hits = search(query);
      found = { query, hits };
      list.replaceChildren(...drawn(form, query, hits));
      status.textContent = form.dataset.found.replace("[value]", hits.length);
      if (form.dataset.page !== undefined) {
        history.replaceState(null, "", `?q=${encodeURIComponent(query)}`);
      }
    }
  };

  const note = () => input.value.trim() === found.query && recent.note(found.query, found.hits);
  const recent = recentSearches(form, (query) => {
    input.value = query;
    input.focus();
    show();
  });

  input.addEventListener("focus", ready, { once: true });
  input.addEventListener("compositionstart", () => {
    composing = true;
  });
  input.addEventListener("compositionend", () => {
    composing = false;
    show();
  });
  input.addEventListener("input", () => composing || show());
  list.addEventListener("click", ({ target }) => target.closest("a") && note());
  form.addEventListener("submit", (event) => {
    note();
    const first = list.querySelector("a");
    if (first && form.dataset.page === undefined) {
      event.preventDefault();
      first.focus();
    } else if (form.dataset.page !== undefined) {
      event.preventDefault();
      show();
    }
  });
  form.addEventListener("keydown", (event) => keys(event, input, list, show));
  const asked = form.dataset.page === undefined ? null : new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked.slice(0, 200);
  }
  if (form.dataset.page === undefined) {
    // Beside other things nothing moves before somebody comes to the field.
    input.addEventListener("focus", show, { once: true });
  } else {
    show();
  }
}

function keys(event, input, list, show) {
  const links = [input, ...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.isComposing || at < 0) {
    return;
  }
  if (step && links[at + step]) {
    event.preventDefault();
    links[at + step].focus();
  } else if (event.key === "Escape" && input.value) {
    input.value = "";
    show();
    input.focus();
  }
}

function drawn(form, query, hits) {
  const words = form.dataset;
  const parts = [];
  if (tellsOf(query, words.emergencies)) {
    parts.push(element("a", "emergency", words.emergency, { href: words.sos }));
  }
  if (!hits.length) {
    parts.push(element("p", "none", words.none), element("a", "option", words.triage, { href: words.home }));
    return [...parts, ...nearestTopics(form, query)];
  }
  const kinds = KINDS.filter((kind) => hits.some((hit) => hit.kind === kind));
  const best = hits[0].kind;
  for (const kind of [best, ...kinds.filter((each) => each !== best)]) {
    const group = element("section", "group");
    group.append(element("h2", "", words[kind] || kind));
    const items = element("ul", "options");
    hits.filter((hit) => hit.kind === kind).forEach((hit) => items.append(item(form, hit)));
    group.append(items);
    parts.push(group);
  }
  return parts;
}

/** The topics that share most with a query, two characters at a time; of equals the first. */
function nearestTopics(form, query) {
  const topics = form.querySelector("template.topics").content.cloneNode(true);
  const typed = pairs(query);
  const shared = (row) => [...pairs(row.textContent)].filter((pair) => typed.has(pair)).length;
  const rows = [...topics.querySelectorAll("li")].map((row) => ({ row, near: shared(row) }));
  rows.sort((a, b) => b.near - a.near);
  topics.querySelector("ul").replaceChildren(...rows.slice(0, NEAREST).map(({ row }) => row));
  return [topics];
}

function pairs(text) {
  const letters = [...text.toLowerCase()].filter((char) => char.trim());
  return new Set(letters.slice(1).map((char, at) => letters[at] + char));
}

function item(form, hit) {
  const fragment = hit.replies ? `#${new URLSearchParams(hit.replies)}` : "";
  const base = new URL(form.dataset.index, document.baseURI);
  const link = element("a", "option", "", { href: new URL(hit.url, base).href + fragment });
  link.append(marked("label", hit.title, (hit.highlights || {}).title));
  if (hit.snippet && hit.snippet !== hit.title) {
    link.append(marked("hint", hit.snippet, (hit.highlights || {}).snippet));
  }
  const row = document.createElement("li");
  row.append(link);
  return row;
}

/** A text with its ranges `[from, to]` marked. */
function marked(name, text, ranges) {
  const span = element("span", name);
  let at = 0;
  for (const [from, to] of Array.isArray(ranges) ? ranges : []) {
    span.append(text.slice(at, from), element("mark", "", text.slice(from, to)));
    at = to;
  }
  span.append(text.slice(at));
  return span;
}

function element(tag, name, text = "", attributes = {}) {
  const made = document.createElement(tag);
  if (name) {
    made.className = name;
  }
  made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

document.querySelectorAll("form[role='search']").forEach(attach);
