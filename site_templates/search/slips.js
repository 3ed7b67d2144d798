/** One letter wrong, missing, too many, or two exchanged. */

const SHORTEST_SLIP = 4;

/**
 * The commonest known stem that is one slip away; empty if there is none.
 * @param {string} word
 * @param {import("./lookup.js").Lookup} known
 */
export function nearestStem(word, known) {
  if (word.length < SHORTEST_SLIP) return "";
  let best = "";
  let most = -1;
  for (const other of known.stems) {
    if (!isSlip(word, other)) continue;
    const postings = known.keys.get(other);
    const times = postings ? postings.length : 0;
    if (times > most || (times === most && other < best)) {
      best = other;
      most = times;
    }
  }
  return best;
}

function isSlip(word, other) {
  const [longer, shorter] = word.length >= other.length ? [word, other] : [other, word];
  if (longer.length - shorter.length > 1 || shorter.length < SHORTEST_SLIP - 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  if (longer.length > shorter.length) return longer.slice(at + 1) === shorter.slice(at);
  if (longer.slice(at + 1) === shorter.slice(at + 1)) return true;
  const exchanged = longer[at] === shorter[at + 1] && longer[at + 1] === shorter[at];
  return exchanged && longer.slice(at + 2) === shorter.slice(at + 2);
}
