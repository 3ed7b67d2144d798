/**
 * The agents' pages made quick: a search over all that they hold, copying, printing. `/` goes to the
 * search, arrows move in it, Escape leaves it. Nothing leaves the browser.
 */

import { search } from "../search/hits.js";
import { extend } from "../search/extend.js";

const MOST = 14;

async function loaded(form) {
  const fetched = ["index", "snippets"].map((name) =>
    fetch(form.dataset[name]).then((response) => response.json()),
  );
  const [index, snippets] = await Promise.all(fetched);
  return { whole: await extend(index, ""), snippets: snippets.snippets };
}

function openFinder(form) {
  const input = form.querySelector("input");
  const status = form.querySelector("[role='status']");
  const results = form.querySelector(".results");
  let loading = null;

  const ready = () => {
    loading = loading || loaded(form);
    return loading;
  };
  const show = async () => {
    const query = input.value.trim();
    const { whole } = await ready();
    if (query !== input.value.trim()) {
      return;
    }
    const hits = query ? search(whole, query, { limit: MOST }) : [];
    results.replaceChildren(...hits.map((hit) => resultOf(form, hit)));
    status.textContent = "";
    if (query) {
      status.textContent = hits.length ? form.dataset.found.replace("[value]", hits.length) : form.dataset.none;
    }
  };

  form.hidden = false;
  input.addEventListener("focus", ready, { once: true });
  input.addEventListener("input", (event) => event.isComposing || show());
  input.addEventListener("compositionend", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ready().then(show).then(() => {
      const first = results.querySelector("a");
      if (first) {
        location.assign(first.href);
      }
    });
  });
  form.addEventListener("keydown", (event) => {
    const places = [input, ...results.querySelectorAll("a")];
    const next = places[places.indexOf(document.activeElement) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] || 0)];
    if (event.isComposing) {
      return;
    }
    if (event.key === "Escape") {
      input.value = "";
      results.replaceChildren();
      status.textContent = "";
      input.blur();
    } else if (next && next !== document.activeElement) {
      event.preventDefault();
      next.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey;
    if (event.key === "/" && !busy) {
      event.preventDefault();
      input.focus();
    }
  });
}

function resultOf(form, hit) {
  const link = document.createElement("a");
  link.href = new URL(hit.url, new URL(form.dataset.index, document.baseURI)).href;
  const kind = document.createElement("span");
  kind.textContent = form.dataset[hit.kind] || hit.kind;
  link.append(hit.title, " ", kind);
  return link;
}

function offerCopy(button) {
  const told = button.parentElement.querySelector("[role='status']");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const message = button.closest(".macro").querySelector(".message");
    await navigator.clipboard.writeText(message.innerText.trim());
    told.textContent = button.dataset.copied;
  });
}

document.querySelectorAll("form.find").forEach(openFinder);
if (navigator.clipboard) {
  document.querySelectorAll("button.copy").forEach(offerCopy);
}
document.querySelectorAll("button.print").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
