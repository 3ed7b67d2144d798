import { writeFragment } from "./address.js";
import { GuideError } from "./errors.js";

/**
 * The guide for an error, answered as far as it is known.
 * @param {object} codes what `guides/codes.json` holds
 * @param {{code?: string, text?: string, amount?: string | number, date?: string, locale?: string}} known
 *   `code` is an id of the table; `text` a message as it was shown; `date` such as "2026-11-18"
 * @returns {{code: string, guide: string, issue: string, replies: Object<string, string>, src: string, page: string}}
 *   `src` and `page` are relative to the root of the site
 */
export function guideFor(codes, { code, text, amount, date, locale = "zh" }) {
  const id = code || worded(codes, text);
  if (!id || !Object.prototype.hasOwnProperty.call(codes.codes, id)) {
    throw new GuideError("code", `no error code ${id}`);
  }
  const { guide, issue, replies, takes } = codes.codes[id];
  const raw = { ...replies };
  for (const [name, value] of [[takes.amount, amount], [takes.date, date]]) {
    if (name && value !== undefined) {
      raw[name] = String(value);
    }
  }
  return { code: id, guide, issue, replies: raw, src: `guides/${locale}/${guide}.json`, page: `${locale}/issues/${issue}/#${writeFragment(raw)}` };
}

const bare = (text) => String(text || "").toLowerCase().replace(/[\s\p{P}]/gu, "");

function worded({ codes }, text) {
  const wanted = bare(text);
  const found = Object.entries(codes).find(([, { texts }]) => Object.values(texts).flat().some((each) => bare(each) === wanted));
  return wanted && found && found[0];
}
