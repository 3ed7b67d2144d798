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
  const names = [...hanKeys(index), ...stemKeys(index.stems), ...meaningKeys(index.groups)];
  const lists = risingLists(index.counts, index.gaps);
  const postings = new Map();
  lists.forEach((numbers, at) => {
    if (numbers.length) postings.set(names[at], numbers.flatMap((number) => [number, 0]));
  });
  fillImpacts([...postings.values()], index.impacts);
  return postings;
}

/** Impacts stand document by document, and there the rare keys first. */
function fillImpacts(lists, impacts) {
  const places = lists.flatMap((list) => list.map((number, at) => ({ list, number, at })))
    .filter(({ at }) => at % 2 === 0);
  places.sort((a, b) => a.number - b.number || a.list.length - b.list.length);
  places.forEach(({ list, at }, next) => {
    list[at + 1] = VALUES.get(impacts[next]);
  });
}

function hanKeys({ characters, followers, follow }) {
  return risingLists(followers, follow).flatMap((places, at) => (
    places.map((place) => characters[at] + (place ? characters[place - 1] : ""))
  ));
}

function meaningKeys(groups) {
  return groups.split("\n").map((_, number) => `=${number}`);
}

/** Lists of rising numbers, of which the lengths and the gaps are told. */
function risingLists(counts, gaps) {
  const told = numbersIn(gaps);
  let next = 0;
  return numbersIn(counts).map((count) => {
    const list = [];
    let number = -1;
    for (let end = next + count; next < end; next += 1) {
      number += told[next] + 1;
      list.push(number);
    }
    return list;
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
