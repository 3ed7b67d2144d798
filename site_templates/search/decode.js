/** A published index → its documents and the postings of its keys. */

const DIGITS = Array.from({ length: 91 }, (_, at) => String.fromCharCode(35 + at))
  .filter((char) => char !== "\\");
const HALF = DIGITS.length / 2;
const VALUES = new Map(DIGITS.map((char, value) => [char, value]));

/**
 * @typedef {object} SearchDocument
 * @property {string} kind
 * @property {string} id
 * @property {string | null} issue
 * @property {string} url
 * @property {string} title
 * @property {Record<string, string>} replies what an error message says already
 */

/**
 * Documents by number.
 * @param {object} index as published
 * @returns {SearchDocument[]}
 */
export function documentsOf(index) {
  const ids = index.ids.split(" ");
  const titles = index.titles.split("\n");
  const issues = numbersIn(index.issues);
  const kinds = index.kinds.flatMap((each) => Array(each.count).fill(each));
  return kinds.map(({ kind, url }, number) => ({
    kind,
    id: ids[number],
    issue: issues[number] ? ids[issues[number] - 1] : null,
    url: url.replace("*", () => ids[number]),
    title: titles[number],
    replies: index.replies[number] || {},
  }));
}

/**
 * Postings by key: numbers of documents and impacts in turn.
 * @param {object} index as published
 * @returns {Map<string, number[]>}
 */
export function keysOf(index) {
  const keys = [...hanKeys(index.han), ...stemKeys(index.stems)];
  const counts = numbersIn(index.counts);
  while (keys.length < counts.length) keys.push("");
  const known = counts.length - index.groups.split("\n").length;
  const gaps = numbersIn(index.gaps);
  const postings = new Map();
  let next = 0;
  counts.forEach((count, at) => {
    const list = [];
    let number = -1;
    for (let end = next + count; next < end; next += 1) {
      number += gaps[next] + 1;
      list.push(number, VALUES.get(index.impacts[next]));
    }
    if (count) postings.set(at < known ? keys[at] : `=${at - known}`, list);
  });
  return postings;
}

function hanKeys(text) {
  return text.split(" ").filter(Boolean).flatMap((line) => {
    const [first, ...others] = line;
    return others.map((second) => (second === "." ? first : first + second));
  });
}

function stemKeys(text) {
  let before = "";
  return text.split("\n").filter(Boolean).map((line) => {
    before = before.slice(0, VALUES.get(line[0])) + line.slice(1);
    return before;
  });
}

function numbersIn(text) {
  const numbers = [];
  let value = 0;
  let place = 1;
  for (const char of text) {
    const digit = VALUES.get(char);
    value += (digit % HALF) * place;
    place *= HALF;
    if (digit < HALF) {
      numbers.push(value);
      value = 0;
      place = 1;
    }
  }
  return numbers;
}
