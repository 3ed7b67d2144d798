/** Replies to a guide kept on this device, while a reader asks for it. Guides of private topics offer none of it. */
const KEPT = "help-centre replies ";

/** @param {Document} page */
export function offerToRemember(page) {
  for (const box of page.querySelectorAll(".remember")) {
    try {
      offer(box, localStorage);
    } catch {
      // A browser that keeps nothing for this site says so by throwing.
    }
  }
}

function offer(box, store) {
  const guide = box.closest("[data-guide]");
  const name = KEPT + guide.dataset.guide;
  const [wanted, last] = [box.querySelector("input"), box.querySelector("button")];
  const kept = store.getItem(name);
  wanted.checked = kept !== null;
  const keep = () => (wanted.checked ? store.setItem(name, location.hash.slice(1)) : store.removeItem(name));
  wanted.addEventListener("change", () => {
    last.hidden = true;
    keep();
  });
  last.addEventListener("click", () => {
    last.hidden = true;
    location.hash = kept;
  });
  guide.addEventListener("guide-reply", () => {
    box.hidden = false;
    last.hidden = true;
    keep();
  });
  if (kept && !location.hash) {
    box.hidden = last.hidden = false;
  }
}
