// What every page does with scripts: the language switch keeps the replies, and "did this help?" works.

/** Links to the same page in another language lead to the same place on it. */
function keepPlace() {
  for (const link of document.querySelectorAll("header a[hreflang]")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }
}

/**
 * Hands a reply to whoever listens for `help-feedback`; by default nobody does, and nothing is sent.
 * A listener that takes the reply says so with `event.preventDefault()`.
 * @param {HTMLElement} section
 */
function askWhetherItHelped(section) {
  const say = (when) => {
    section.querySelector(`[data-when="${when}"]`).hidden = false;
  };
  section.hidden = false;
  section.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const helpful = button.dataset.helpful === "yes";
    const { kind, id } = section.dataset;
    const detail = { kind, id, helpful, locale: document.documentElement.lang };
    const event = new CustomEvent("help-feedback", { bubbles: true, cancelable: true, detail });
    const taken = !section.dispatchEvent(event);
    for (const each of section.querySelectorAll("button")) each.disabled = true;
    button.setAttribute("aria-pressed", "true");
    say(taken ? "taken" : "kept");
    if (!helpful) say("no");
  });
}

keepPlace();
document.querySelectorAll(".feedback").forEach(askWhetherItHelped);
