/** What a term means, where it stands. Without popovers its link leads to the glossary. */
const AWAY_MS = 300;

/** @param {Document} page */
export function explainTerms(page) {
  if (!("popover" in HTMLElement.prototype) || !page.querySelector("a.term")) {
    return;
  }
  const tip = made(page);
  let away = 0;
  const termOf = ({ target }) => (target.closest ? target.closest("a.term") : null);
  const show = (term) => {
    clearTimeout(away);
    fill(tip, term);
    if (!tip.matches(":popover-open")) {
      tip.showPopover();
    }
    place(tip, term);
  };
  page.addEventListener("click", (event) => {
    const term = termOf(event);
    if (term && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(term);
    }
  });
  page.addEventListener("pointerover", (event) => {
    if (tip.contains(event.target)) {
      clearTimeout(away);
    } else if (event.pointerType === "mouse" && termOf(event)) {
      show(termOf(event));
    }
  });
  page.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && (termOf(event) || tip.contains(event.target))) {
      clearTimeout(away);
      away = setTimeout(() => tip.hidePopover(), AWAY_MS);
    }
  });
}

function made(page) {
  const tip = page.createElement("span");
  tip.popover = "auto";
  tip.id = "term-told";
  tip.className = "term-told";
  tip.setAttribute("role", "note");
  tip.append(page.createElement("a"), page.createElement("span"));
  return tip;
}

/** Right behind its term, so that it is read next; its first word leads to the glossary. */
function fill(tip, term) {
  const [link, meaning] = tip.children;
  link.href = term.href;
  link.textContent = term.textContent;
  meaning.textContent = term.dataset.told;
  if (term.nextSibling !== tip) {
    term.after(tip);
  }
}

function place(tip, term) {
  const { left, top, bottom } = term.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = tip;
  const fits = bottom + height + 16 < innerHeight;
  tip.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8))}px`;
  tip.style.top = `${Math.max(8, fits ? bottom + 6 : top - height - 6)}px`;
}
