/**
 * When a question is asked at all, reckoned with what is known so far.
 *
 * @typedef {{question: string, options: string[]} | {all: Condition[]} | {any: Condition[]} |
 *   {not: Condition}} Condition
 * @typedef {Object<string, Condition>} Relevance question → when it is asked; one that is missing always is
 */

/**
 * Whether a question is asked with these replies: true, false, or null where that is open.
 * @param {Relevance} relevance @param {string} question @param {Object<string, string>} known
 * @returns {boolean | null}
 */
export function holds(relevance, question, known) {
  return question in relevance ? truth(relevance, relevance[question], known) : true;
}

/**
 * The fewest of the known replies that alone keep a question from being asked, found by leaving out
 * one after the other.
 * @returns {string[]} questions
 */
export function blamed(relevance, question, known) {
  let left = { ...known };
  for (const name of Object.keys(known)) {
    const { [name]: _, ...fewer } = left;
    if (holds(relevance, question, fewer) === false) {
      left = fewer;
    }
  }
  return Object.keys(left);
}

function truth(relevance, condition, known) {
  if (condition.all) {
    return joint(
      condition.all.map((part) => truth(relevance, part, known)),
      false,
    );
  }
  if (condition.any) {
    return joint(
      condition.any.map((part) => truth(relevance, part, known)),
      true,
    );
  }
  if (condition.not) {
    const value = truth(relevance, condition.not, known);
    return value === null ? null : !value;
  }
  const { question, options } = condition;
  const asked = holds(relevance, question, known);
  if (asked === false) {
    return false;
  }
  if (question in known) {
    return options.includes(known[question]);
  }
  return null;
}

/** `settles` decides as soon as one part has it; else all must be known. */
function joint(values, settles) {
  if (values.includes(settles)) {
    return settles;
  }
  return values.includes(null) ? null : !settles;
}
