/**
 * Replies to customers: a macro's text with its placeholders filled in.
 *
 * @typedef {{id: string, title: object, use: object, issues: string[], answers: string[],
 *   placeholders: Object<string, object>, text: {zh: string, en: string}}} Macro
 * @typedef {{t: string, placeholder?: string, open?: boolean, out?: boolean}} Piece
 *   `open`: not filled in yet; `out`: in a sentence that is left out
 */

const PLACEHOLDER = /\[\[([a-z0-9-]+)\]\]/g;
const SENTENCE = /[^。！？.!?\n]*(?:[。！？]+["”’」）]*|[.!?]+["”’)]*(?=\s|$)|\n+|$|[.!?])\s?/g;

/**
 * Macros for where a case stands: those of the answer first, then those of the issue, of which before
 * the end the ones that name no answer are likelier; then the rest.
 * @param {Macro[]} macros @param {{answer: string | null, issues: string[]}} place
 * @returns {{fitting: Macro[], others: Macro[]}}
 */
export function macrosFor(macros, { answer, issues }) {
  const near = (macro) => macro.issues.some((issue) => issues.includes(issue));
  const rank = (macro) =>
    macro.answers.includes(answer) ? 0 : !near(macro) ? 3 : answer === null && macro.answers.length ? 2 : 1;
  const far = (macro) => (near(macro) ? 0 : 1);
  const order = (a, b) => a.rank - b.rank || far(a.macro) - far(b.macro) || a.at - b.at;
  const sorted = macros.map((macro, at) => ({ macro, at, rank: rank(macro) })).sort(order);
  const of = (test) => sorted.filter((each) => test(each.rank)).map(({ macro }) => macro);
  return { fitting: of((each) => each < 3), others: of((each) => each === 3) };
}

/**
 * A text in pieces. Without a value a placeholder stays open; one that is left out takes its
 * sentence with it.
 * @param {string} text @param {Object<string, string>} values
 * @param {string[]} leftOut placeholders
 * @returns {Piece[]}
 */
export function pieces(text, values, leftOut) {
  return (text.match(SENTENCE) || []).filter(Boolean).flatMap((sentence) => {
    const out = [...sentence.matchAll(PLACEHOLDER)].some(([, name]) => leftOut.includes(name));
    return split(sentence, values).map((piece) => (out ? { ...piece, out } : piece));
  });
}

function split(sentence, values) {
  const found = [];
  let last = 0;
  for (const each of sentence.matchAll(PLACEHOLDER)) {
    found.push({ t: sentence.slice(last, each.index) });
    const value = (values[each[1]] || "").trim();
    found.push(value ? { t: value, placeholder: each[1] } : { t: each[0], placeholder: each[1], open: true });
    last = each.index + each[0].length;
  }
  return [...found, { t: sentence.slice(last) }].filter(({ t }) => t);
}

/** @param {Piece[]} made @returns {string} what is sent, once nothing is open */
export function sent(made) {
  const kept = made
    .filter(({ out }) => !out)
    .map(({ t }) => t)
    .join("");
  return kept
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** @param {Piece[]} made @returns {string[]} placeholders without a value, in their order */
export function stillOpen(made) {
  return [...new Set(made.filter(({ open, out }) => open && !out).map(({ placeholder }) => placeholder))];
}
