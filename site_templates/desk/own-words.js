/**
 * An answer as a reply to the customer: in the words in which it is published, with the additions of
 * this case and its last day. It has nothing to fill in, so it can always be sent.
 *
 * @typedef {Object<string, string>} Both a text by language
 * @typedef {{answers: Object<string, Both>, advice: Object<string, Both>, days: Object<string, Both>,
 *   private: string[]}} Replies
 */

/** The id of such a reply among the macros. */
export const OWN = "own-words";

/**
 * @param {Replies} replies
 * @param {{answer: string, advice: string[]}} leaf
 * @param {{due: {day: string, certain: boolean} | null, shown: (day: string, locale: string) => string}} days
 * @returns {import("./macros.js").Macro}
 */
export function inOwnWords(replies, leaf, { due, shown }, word) {
  const filled = ([locale, text]) => {
    const advice = leaf.advice.map((name) => replies.advice[name][locale]).join("\n\n");
    const day = due && replies.days[due.certain ? "last-day" : "last-day-at-least"][locale];
    const told = day ? day.replace("[value]", shown(due.day, locale)) : "";
    return [locale, text.replace(/\[\[advice\]\]\n\n/, advice && `${advice}\n\n`).replace(/( ?)\[\[day\]\]/, told && `$1${told}`)];
  };
  return {
    id: OWN,
    title: word("own-title"),
    use: word("own-use"),
    issues: [],
    answers: [leaf.answer],
    placeholders: {},
    text: Object.fromEntries(Object.entries(replies.answers[leaf.answer]).map(filled)),
  };
}

/**
 * What is offered first: what can be sent as it is. A macro of this very answer with nothing to fill
 * in, else the answer's own words; before there is an answer, the likeliest macro.
 */
export function offeredFirst([likeliest], own) {
  const whole = likeliest && own && likeliest.answers.includes(own.answers[0]) && !Object.keys(likeliest.placeholders).length;
  return !own || whole ? likeliest : own;
}
