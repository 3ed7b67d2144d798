/** The agents' desk. On its page it begins by itself; `Session` is the same without a face. */

export { Session, keysFor } from "./session.js";
export { maskedWhole, maskedWhileTyping } from "./masks.js";
export { macrosFor, pieces, sent, stillOpen } from "./macros.js";
export { transcriptOf, written } from "./transcript.js";
export { deciding, waysElsewhere } from "./reasons.js";
import { begin } from "./screen.js";

const place = document.getElementById("desk");
if (place) {
  begin(place);
}
