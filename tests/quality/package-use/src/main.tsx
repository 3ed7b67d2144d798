import { createRoot } from "react-dom/client";
import { Drawn } from "./Drawn";
import { Embedded } from "./Embedded";

createRoot(document.getElementById("root")!).render(
  <main>
    <Embedded />
    <Drawn />
  </main>,
);
