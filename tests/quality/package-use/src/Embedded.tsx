import { useEffect, useRef, useState } from "react";
import "guide-player";
import type { GuidePlayer, GuidePlayerAttributes } from "guide-player";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "guide-player": DetailedHTMLProps<HTMLAttributes<GuidePlayer>, GuidePlayer> & GuidePlayerAttributes;
    }
  }
}

/** The element, and what it tells. */
export function Embedded() {
  const player = useRef<GuidePlayer>(null);
  const [answer, setAnswer] = useState("");
  useEffect(() => {
    const { current } = player;
    const listen = ({ detail }: { detail: { answer: string } }) => setAnswer(detail.answer);
    current?.addEventListener("guide-answer", listen);
    return () => current?.removeEventListener("guide-answer", listen);
  }, []);
  return (
    <section>
      <guide-player ref={player} src="/guides/en/withdrawal-not-arrived.json" locale="en">
        <a href="/en/issues/withdrawal-not-arrived/">My withdrawal has not arrived</a>
      </guide-player>
      <output id="told">{answer}</output>
    </section>
  );
}
