/**
 * What every tool does with its page. Texts come from the page, figures from the published JSON;
 * nothing is parsed as markup, nothing is stored or sent.
 *
 * @typedef {Object<string, string>} Words
 */

/**
 * Make a tool live where its page is open.
 * @param {string} name
 * @param {(root: HTMLElement, words: Words) => void | Promise<void>} start
 */
export function live(name, start) {
  const root = document.querySelector(`[data-tool="${name}"]`);
  if (!root) {
    return;
  }
  const words = JSON.parse(root.dataset.words);
  // Enter in a field would otherwise put what was filled in into the address.
  root.addEventListener("submit", (event) => event.preventDefault());
  const failed = () => {
    root.classList.add("failed");
    root.prepend(element("p", { class: "banner", role: "alert" }, words["tools-failed"] || ""));
  };
  Promise.resolve(start(root, words)).then(() => root.classList.add("ready"), failed);
}

/** @param {string} path below the site's root @returns {Promise<object>} */
export async function loaded(path) {
  const response = await fetch(new URL(`../${path}`, import.meta.url));
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

/**
 * @param {string} tag
 * @param {Object<string, string | boolean | null>} [attributes] false and null are left out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** @param {string} text @param {Object<string, string | number>} values for its `[placeholders]` */
export function filled(text, values) {
  return Object.entries(values).reduce((made, [name, value]) => made.split(`[${name}]`).join(String(value)), text);
}

/** @param {string} text @param {HTMLElement} status @param {Words} words */
export async function copied(text, status, words) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = words["tools-copied"];
  } catch (error) {
    status.textContent = words["tools-not-copied"];
  }
}
