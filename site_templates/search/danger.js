/**
 * Whether a query holds one of the words that a form names.
 * @param {string} query @param {string} words in small letters, with `|` between them
 */
export function tellsOf(query, words) {
  const typed = query.toLowerCase();
  return words.split("|").some((word) => word && typed.includes(word));
}
