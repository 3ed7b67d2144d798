/** The agents' desk. On its page it begins by itself; `Session` is the same without a face. */

import { h } from "../player/dom.js";
import { Desk } from "./screen.js";

export { Session } from "./session.js";
export { keysFor } from "./keys.js";
export { maskedWhole, maskedWhileTyping } from "./masks.js";
export { macrosFor, pieces, sent, stillOpen } from "./macros.js";
export { transcriptOf, written } from "./transcript.js";
export { deciding, waysElsewhere } from "./reasons.js";

/** Fetch all that the desk knows, then draw it. @param {HTMLElement} place */
async function openDesk(place) {
  const load = async (name) => {
    const response = await fetch(new URL(place.dataset[name], document.baseURI));
    if (!response.ok) {
      throw new Error(`${response.status} ${response.url}`);
    }
    return response.json();
  };
  try {
    const [known, { guides, calendars }, index] = await Promise.all(["data", "guides", "index"].map(load));
    new Desk(place, { ...known, guides, calendars, index }).start();
  } catch (error) {
    place.replaceChildren(h("p", { class: "failed", role: "alert" }, place.dataset.failed, " ", error.message));
  }
}

const deskPlace = document.getElementById("desk");
if (deskPlace) {
  openDesk(deskPlace);
}
