import { h, item } from "../player/dom.js";
import { folding } from "./face.js";
import { deciding, waysElsewhere } from "./reasons.js";

/** Why this, why not that. */

export function whyPane(desk) {
  const { talk, word } = desk;
  if (!talk) {
    return ["none", () => null];
  }
  return [
    [talk.guide.id, talk.replies, desk.open.get("why") || false],
    () => {
      const made = folding(desk, "why", word("why-title"), false, ...(desk.open.get("why") ? reasons(desk) : []));
      made.addEventListener("toggle", () => desk.draw());
      return made;
    },
  ];
}

function reasons(desk) {
  const { talk, word, base } = desk;
  const { leaf, guide } = talk;
  const said = (replies) =>
    h(
      "ul",
      { class: "plainly" },
      ...Object.entries(replies).map(([name, id]) =>
        h("li", null, desk.questionText(name), " ", h("strong", null, desk.optionText(name, id))),
      ),
    );
  const enough = leaf ? deciding(talk) : {};
  return [
    leaf && h("h3", null, word("why-rules")),
    leaf &&
      h(
        "ul",
        null,
        ...leaf.because.map((name) =>
          h("li", null, h("code", null, name), " ", ...item(guide.rules[name].because, base)),
        ),
      ),
    leaf && h("h3", null, word(Object.keys(enough).length ? "why-replies" : "why-whatever")),
    leaf && said(enough),
    h("h3", null, word(leaf ? "why-others" : "why-each")),
    ...waysElsewhere(talk).map(({ answer, changed, asked }) =>
      h(
        "div",
        { class: "way" },
        h("strong", null, guide.answers[answer].title.plain),
        Object.keys(changed).length > 0 && h("p", { class: "hint" }, word("why-changed")),
        said(changed),
        Object.keys(asked).length > 0 && h("p", { class: "hint" }, word("why-asked")),
        said(asked),
      ),
    ),
  ];
}
