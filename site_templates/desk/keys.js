/**
 * The keys that choose one of several options: a digit; where there are more than ten, `0` and a
 * digit from the tenth on.
 * @param {number} count @returns {string[]}
 */
export function keysFor(count) {
  return Array.from({ length: count }, (_, at) => {
    if (at < 9) {
      return String(at + 1);
    }
    return count === 10 ? "0" : `0${at - 9}`;
  });
}
