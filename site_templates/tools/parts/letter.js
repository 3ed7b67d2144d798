/** A complaint in one language, from facts that are already masked. */

import { dayInWords } from "./day_words.js";
import { filled } from "./page.js";

/**
 * @typedef {{to: string, opening: string, closing: string, company: string, day: string,
 *   amount: string, number: string, before: string, what: string, demands: string[],
 *   evidence: string[], name: string}} Facts
 */

/**
 * @param {import("./page.js").Words} frame the words of the letter's language
 * @param {Facts} facts
 * @returns {string} paragraphs with an empty line between
 */
export function letterOf(frame, facts) {
  const line = (key, value) => value && filled(frame[key], { value });
  const list = (key, items) => items.length && [frame[key], ...items.map((item, at) => `${at + 1}. ${item}`)].join("\n");
  const lines = [
    line("letter-line-day", facts.day && dayInWords(frame, facts.day)),
    line("letter-line-amount", facts.amount),
    line("letter-line-number", facts.number),
    line("letter-line-before", facts.before),
  ].filter(Boolean);
  return [
    filled(frame["letter-dear"], { value: facts.to }),
    line("letter-about", facts.company),
    facts.opening,
    lines.join("\n"),
    `${frame["letter-line-what"]}\n${facts.what || frame["letter-blank"]}`,
    list("letter-line-demand", facts.demands) || `${frame["letter-line-demand"]}\n${frame["letter-blank"]}`,
    list("letter-line-evidence", facts.evidence),
    facts.closing,
    filled(frame["letter-line-name"], { value: facts.name || frame["letter-blank"] }),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** @param {string} subject @param {string} text @returns {string} a mail without a recipient */
export function mailOf(subject, text) {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, "\r\n"))}`;
}
