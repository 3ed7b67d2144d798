/**
 * Searches kept on this device, while a reader asks for it: shown under the box while it is empty.
 *
 * What tells of danger is never kept: words of crime and force, whatever leads to a private page
 * first, long stories, and long numbers. Where the browser keeps nothing, or nobody has said which
 * words tell of danger, nothing is offered.
 */

import { tellsOf } from "./danger.js";

const SEARCHES = "help-centre searches";
const MOST_KEPT = 8;
const LONGEST_KEPT = 40;
const LONG_NUMBER = /\d{6}|[０-９]{6}/;

/**
 * @param {HTMLFormElement} form
 * @param {(query: string) => void} ask searches again
 * @returns {{show: (visible: boolean) => void, note: (query: string, hits: object[]) => void}}
 */
export function recentSearches(form, ask) {
  const box = form.querySelector(".recent");
  const none = { show() {}, note() {} };
  if (!form.dataset.neverKept) {
    return none;
  }
  try {
    localStorage.setItem(`${SEARCHES}?`, "");
    localStorage.removeItem(`${SEARCHES}?`);
  } catch {
    // A browser that keeps nothing for this site says so by throwing.
    return none;
  }
  return offered(form, box, ask);
}

function offered(form, box, ask) {
  const [wanted, list] = [box.querySelector("input"), box.querySelector("ul")];
  const past = box.querySelector("div");
  const draw = () => {
    const searches = kept() || [];
    past.hidden = !searches.length;
    list.replaceChildren(...searches.map((query) => line(query, ask)));
  };
  const show = (visible) => {
    box.hidden = !visible;
    wanted.checked = kept() !== null;
    if (visible) draw();
  };
  wanted.addEventListener("change", () => {
    keep(wanted.checked ? [] : null);
    draw();
  });
  box.querySelector("div > button").addEventListener("click", () => {
    keep([]);
    draw();
    form.querySelector("input[type='search']").focus();
  });
  const note = (query, hits) => {
    const searches = kept();
    if (searches && isHarmless(form, query, hits)) {
      keep([query, ...searches.filter((each) => each !== query)].slice(0, MOST_KEPT));
    }
  };
  return { show, note };
}

/** Whether nobody learns from these words that their writer is in danger. */
function isHarmless(form, query, hits) {
  const hidden = form.dataset.private.split(" ");
  return query.length <= LONGEST_KEPT && !tellsOf(query, form.dataset.neverKept) && !LONG_NUMBER.test(query)
    && hits.length > 0 && !hidden.includes(hits[0].issue);
}

function line(query, ask) {
  const row = document.createElement("li");
  const again = document.createElement("button");
  again.type = "button";
  again.className = "option";
  again.textContent = query;
  again.addEventListener("click", () => ask(query));
  row.append(again);
  return row;
}

/** @returns {string[] | null} the newest first; null while nobody asks for any to be kept */
function kept() {
  const text = localStorage.getItem(SEARCHES);
  if (text === null) return null;
  try {
    return JSON.parse(text).filter((each) => typeof each === "string").slice(0, MOST_KEPT);
  } catch {
    return [];
  }
}

function keep(searches) {
  try {
    if (searches) localStorage.setItem(SEARCHES, JSON.stringify(searches));
    else localStorage.removeItem(SEARCHES);
  } catch {
    // A store that is full keeps what it had.
  }
}
