/**
 * Leaving at once, on pages that someone may have to hide. A blank page is there in an instant, also
 * without a network, and shows neither the name nor the address of this site. It takes the place of
 * the present entry in the history; entries before it stay.
 */
const PRESSES = 3;
const WITHIN_MS = 2000;
const NOWHERE = "about:blank";

/** @param {Document} page */
export function listenForExit(page) {
  const link = page.querySelector(".leave");
  if (!link) {
    return;
  }
  const leave = () => location.replace(NOWHERE);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let pressed = [];
  // Before anything else on the page hears of the key.
  addEventListener(
    "keydown",
    (event) => {
      if (event.repeat) {
        return;
      }
      const recent = pressed.filter((at) => event.timeStamp - at < WITHIN_MS);
      pressed = event.key === "Escape" ? [...recent, event.timeStamp] : [];
      if (pressed.length >= PRESSES) {
        leave();
      }
    },
    true,
  );
}
