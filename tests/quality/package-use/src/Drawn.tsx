import { useEffect, useState } from "react";
import { createGuide, type Guide, GuideError, guideFor } from "guide-player/engine";

async function opened(): Promise<Guide> {
  const load = async (path: string): Promise<unknown> => (await fetch(path)).json();
  const { src, replies } = guideFor(await load("/guides/codes.json"), { code: "card-declined", locale: "en" });
  const details = await load(`/${src.replace(/\.json$/, ".details.json")}`);
  return createGuide(await load(`/${src}`), { details, replies });
}

/** The engine, with a face of the app's own. */
export function Drawn() {
  const [guide, setGuide] = useState<Guide | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    opened().then(setGuide, (error: unknown) => setFailed(error instanceof GuideError ? error.code : String(error)));
  }, []);
  if (!guide) {
    return <p>{failed || "…"}</p>;
  }
  const { state } = guide;
  if (state.kind === "answer") {
    return (
      <section id="answer">
        <h1>{state.answer.title.plain}</h1>
        {state.whole ? state.answer.today.map(({ text }) => <p key={text.plain}>{text.plain}</p>) : <a href={state.answer.url}>…</a>}
      </section>
    );
  }
  return (
    <section id="question">
      <h1>{state.question.text.plain}</h1>
      <p>{state.least === state.most ? state.most : `${state.least}–${state.most}`}</p>
      {state.question.options.map(({ id, label }) => (
        <button type="button" key={id} onClick={() => setGuide(guide.reply(state.id, id))}>
          {label.plain}
        </button>
      ))}
    </section>
  );
}
