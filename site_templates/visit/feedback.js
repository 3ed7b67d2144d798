/** "Did this help?" @param {Document} page */
export function askWhetherPagesHelp(page) {
  page.querySelectorAll(".feedback").forEach(askAt);
}

/**
 * Hands a reply to whoever listens for `help-feedback`; by default nobody does, and nothing is sent.
 * A listener that takes the reply says so with `event.preventDefault()`.
 * @param {HTMLElement} section
 */
function askAt(section) {
  const tell = (when) => {
    section.querySelector(`[data-when="${when}"]`).hidden = false;
  };
  section.hidden = false;
  section.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) {
      return;
    }
    const helpful = button.dataset.helpful === "yes";
    const { kind, id } = section.dataset;
    const detail = { kind, id, helpful, locale: document.documentElement.lang };
    const event = new CustomEvent("help-feedback", { bubbles: true, cancelable: true, detail });
    const taken = !section.dispatchEvent(event);
    for (const each of section.querySelectorAll("button")) {
      each.disabled = true;
    }
    button.setAttribute("aria-pressed", "true");
    tell(taken ? "taken" : "kept");
    if (!helpful) {
      tell("no");
    }
  });
}
