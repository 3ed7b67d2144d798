import { valuesFor } from "./case.js";
import { optionsTold, questionsOf } from "./outlook.js";

/** Replies and what they do to one another, in words. */

/** That an option would set replies aside. */
export const asideText = (desk, names) => desk.word("sets-aside", { replies: quoted(desk, names) });

/** What was replied to questions, in quotes. */
export const quoted = (desk, names) =>
  desk.listed(names.map((name) => `“${chosenText(desk, name).replace(/“/g, "‘").replace(/”/g, "’")}”`));

function chosenText({ talk, kase }, name) {
  const option = optionsTold(talk, valuesFor(kase, talk.guide.id))[name];
  const found = questionsOf(talk.guide)
    .get(name)
    .options.find(({ id }) => id === option);
  return found ? found.label.plain : "";
}
