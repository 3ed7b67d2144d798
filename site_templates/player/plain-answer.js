import { say } from "./view.js";

/** The answer as plain text, to be sent or kept. */
export function plainText({ guide, leaf, answer }, words) {
  const { title, summary, today, avoid, deadline, evidence, say: ask, fallback } = answer;
  const part = (key, texts, mark = () => "") => (texts && texts.length ? ["", say(words, key), ...texts.map(({ plain }, index) => mark(index) + plain)] : []);
  return [
    title.plain,
    summary.plain,
    ...leaf.advice.map((name) => guide.advice[name].text.plain),
    ...part("answer-today", today.map(({ text }) => text), (index) => `${index + 1}. `),
    ...part("answer-avoid", avoid, () => "✕ "),
    ...part("answer-deadline", deadline && [deadline.text]),
    ...part("answer-evidence", evidence, () => "- "),
    ...part("answer-say", ask && [ask]),
    ...part("answer-fallback", [{ plain: [fallback.name.plain, fallback.phone].filter(Boolean).join(" ") }, fallback.text]),
  ].join("\n");
}
