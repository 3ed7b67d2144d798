/** Parts of a query → documents in order. Whole numbers only, as the tests reckon them, too. */

import { DENIALS } from "./said.js";

/**
 * @typedef {object} Ranked
 * @property {number} number of the document
 * @property {number} score
 * @property {Set<string>} keys that are worth showing in its texts
 */

const NOT_SHOWN = new Set(["single", "said", "light", "words"]);

/**
 * The best documents for a query, best first; of equals the one that stands first.
 * @param {import("./lookup.js").Lookup} known
 * @param {{parts: import("./query.js").Part[], asksMeaning: boolean}} query
 * @param {number} limit
 * @returns {Ranked[]}
 */
export function ranked(known, query, limit) {
  const totals = new Map();
  let whole = 0;
  for (const part of query.parts) {
    const weight = known.weights[part.kind];
    whole += weight;
    for (const [number, impact] of strongest(known, part)) {
      const total = totals.get(number) || { sum: 0, matched: 0, parts: [] };
      total.sum += weight * impact;
      total.matched += weight;
      total.parts.push(part);
      totals.set(number, total);
    }
  }
  const found = [...totals].map(([number, total]) => (
    { number, score: scoreOf(known, total, whole) * wanted(known, query, number), total }
  ));
  found.sort((a, b) => b.score - a.score || a.number - b.number);
  return found.slice(0, limit).map(({ number, score, total }) => (
    { number, score, keys: shownKeys(total.parts) }
  ));
}

function strongest(known, part) {
  const best = new Map();
  for (const key of part.keys) {
    const postings = known.keys.get(key) || [];
    for (let at = 0; at < postings.length; at += 2) {
      const impact = best.get(postings[at]);
      if (impact === undefined || postings[at + 1] > impact) {
        best.set(postings[at], postings[at + 1]);
      }
    }
  }
  return best;
}

function scoreOf(known, { sum, matched }, whole) {
  return Math.floor((sum * (16 * whole + known.weights.coverage * matched)) / (16 * whole));
}

/** A term is wanted most by whoever asks what something is. */
function wanted(known, query, number) {
  const term = known.documents[number].kind === "term";
  return query.asksMeaning && term ? known.weights.asked : known.weights.unasked;
}

function shownKeys(parts) {
  const shown = parts.filter(({ kind, text }) => (
    !NOT_SHOWN.has(kind) && !(kind === "word" && DENIALS.has(text))
  ));
  return new Set(shown.flatMap((part) => part.keys));
}
