/** A query → hits as a page shows them. */

import { folded } from "./fold.js";
import { lookupOf } from "./lookup.js";
import { findPhrases } from "./phrases.js";
import { understood } from "./query.js";
import { ranked } from "./rank.js";
import { said } from "./said.js";
import { unitsOf } from "./units.js";

/**
 * @typedef {[number, number]} Span from a character up to another
 * @typedef {object} Hit
 * @property {string} kind issue, message, answer, article, term, topic, channel or drill
 * @property {string} id
 * @property {string | null} issue whose guide goes on from there
 * @property {string} url relative to the index
 * @property {string} title
 * @property {string} snippet empty until the index was extended
 * @property {{title: Span[], snippet: Span[]}} highlights what of both was meant
 * @property {Record<string, string>} [replies] what is known to the guide of the issue
 * @property {number} score
 */

/**
 * The best hits for a query, best first. Never throws for any query.
 * @param {object} index as published, perhaps extended
 * @param {string} query
 * @param {{limit?: number}} [options]
 * @returns {Hit[]}
 */
export function search(index, query, { limit = 10 } = {}) {
  const known = lookupOf(index);
  const asked = understood(known, query);
  return ranked(known, asked, limit).map((each) => hitOf(index, known, asked, each));
}

function hitOf(index, known, asked, { number, score, keys }) {
  const { kind, id, issue, url, title, replies: own } = known.documents[number];
  const snippet = index.snippets ? index.snippets[number] : "";
  const highlights = { title: spans(known, keys, title), snippet: spans(known, keys, snippet) };
  const replies = { ...(issue ? said(index.sayings, issue, asked.units) : {}), ...own };
  const hit = { kind, id, issue, url, title, snippet, highlights, score };
  return Object.keys(replies).length ? { ...hit, replies } : hit;
}

/** Where a text holds any of these keys; what touches is one. */
function spans(known, keys, text) {
  const characters = Array.from(text);
  const units = unitsOf(folded(characters, known.folds));
  const found = [];
  for (const at of [...markedUnits(known, keys, units)].sort((a, b) => a - b)) {
    const start = lengthUpTo(characters, units[at].start);
    const end = lengthUpTo(characters, units[at].end);
    const last = found[found.length - 1];
    if (last && last[1] === start) last[1] = end;
    else found.push([start, end]);
  }
  return found;
}

function markedUnits(known, keys, units) {
  const marked = new Set();
  units.forEach((unit, at) => {
    const next = units[at + 1];
    const pair = !unit.word && next && !next.word && next.glued;
    if (pair && keys.has(unit.text + next.text)) marked.add(at).add(at + 1);
    else if (!pair && keys.has(unit.text) && (unit.word || isAlone(units, at))) marked.add(at);
  });
  for (const { start, end, meanings } of findPhrases(known.groups, units)) {
    if (!meanings.some((meaning) => keys.has(`=${meaning}`))) continue;
    for (let at = start; at < end; at += 1) marked.add(at);
  }
  return marked;
}

function isAlone(units, at) {
  return !(at > 0 && units[at].glued && !units[at - 1].word);
}

function lengthUpTo(characters, at) {
  let length = 0;
  for (const char of characters.slice(0, at)) length += char.length;
  return length;
}
