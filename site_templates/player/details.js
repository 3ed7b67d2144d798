import { GuideError } from "./errors.js";

/**
 * A brief guide with its details: whole.
 * @param {object} guide what `<guide>.json` holds
 * @param {object} details what `<guide>.details.json` holds
 * @returns {object} a new guide; throws where the details are those of another one, or of another version
 */
export function completed(guide, { guide: id, version, answers, rules }) {
  if (id !== guide.id || version !== guide.version) {
    throw new GuideError("details", `details of ${id} ${version}, not of ${guide.id} ${guide.version}`);
  }
  if (!answers || !rules) {
    throw new GuideError("malformed", "details without answers or rules");
  }
  return { ...guide, answers, rules };
}
