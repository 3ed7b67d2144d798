import { createGuide } from "../player/headless.js";

/** A pasted guide, checked and run. Everything in it is shown as text alone. */

const field = document.getElementById("pasted");
const stage = document.getElementById("stage");
const verdict = document.getElementById("verdict");
const { example, sound, back } = document.getElementById("playground").dataset;

function shown(tag, text, click) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (click) {
    element.type = "button";
    element.className = "button quiet";
    element.addEventListener("click", () => attempted(() => drawn(click())));
  }
  return element;
}

function drawn(guide) {
  const { state } = guide;
  if (state.kind === "question") {
    const { id, question } = state;
    const options = question.options.map((option) => shown("button", option.label.plain, () => guide.reply(id, option.id)));
    stage.replaceChildren(shown("h2", question.text.plain), ...options);
  } else {
    const { title, summary, today = [] } = state.answer;
    stage.replaceChildren(shown("h2", title.plain), shown("p", summary.plain), ...today.map(({ text }) => shown("p", text.plain)));
  }
  if (guide.asked.length) {
    stage.append(shown("button", back, () => guide.back()));
  }
}

function attempted(work) {
  try {
    work();
  } catch (error) {
    stage.replaceChildren();
    verdict.textContent = `${error.code || error.name}: ${error.message}`;
  }
}

document.getElementById("run").addEventListener("click", () =>
  attempted(() => {
    verdict.textContent = "";
    drawn(createGuide(field.value));
    verdict.textContent = sound;
  }),
);

document.getElementById("example").addEventListener("click", async () => {
  const response = await fetch(example);
  const guide = await response.json();
  const details = await (await fetch(new URL(guide.details, response.url))).json();
  field.value = JSON.stringify({ ...guide, answers: details.answers, rules: details.rules });
});
