/**
 * Replies in the fragment of an address: `#rail=card&waited=past`. `ask` names a question to be
 * asked first.
 */

const NAME = /^[a-z][a-z0-9-]{0,63}$/;
const LONGEST = 100;

/** @param {string | null} fragment @returns {{replies: Object<string, string>, ask: string | null}} */
export function readFragment(fragment) {
  const replies = {};
  let ask = null;
  for (const [name, value] of new URLSearchParams((fragment || "").replace(/^#/, ""))) {
    if (!NAME.test(name) || !value || value.length > LONGEST) {
      continue;
    }
    if (name === "ask") {
      ask = value;
    } else {
      replies[name] = value;
    }
  }
  return { replies, ask };
}

/** @param {Object<string, string>} replies @returns {string} without `#` */
export function writeFragment(replies) {
  return new URLSearchParams(replies).toString();
}
