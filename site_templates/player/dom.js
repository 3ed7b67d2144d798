/**
 * Texts of the contract as elements. Nothing is ever parsed as markup.
 */

/**
 * @param {string} tag
 * @param {Object<string, unknown>} attributes what is empty is left out; a function listens
 * @param {...(Node | string | null | false)} children what is empty is left out
 * @returns {HTMLElement}
 */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value) {
      element.setAttribute(name, value === true ? "" : value);
      if (name === "class") {
        element.setAttribute("part", value);
      }
    }
  }
  element.append(...children.filter(Boolean));
  return element;
}

const SAFE = /^(https:|tel:|mailto:|[./#]|[\w-]+\/)/;

/** An address in full; false where it is none that a text may lead to. @param {string} href @param {string} base */
export const safe = (href, base) => SAFE.test(href) && new URL(href, base).href;

/**
 * @param {{t: string, em?: boolean, href?: string}[]} runs
 * @param {string} base the address against which links are read
 * @returns {Node[]}
 */
export function inline(runs, base) {
  return runs.map(({ t, em, href }) => {
    const text = em ? h("strong", null, t) : document.createTextNode(t);
    const found = href && safe(href, base);
    return found ? h("a", { href: found }, text) : text;
  });
}

/** @param {object} text @param {string} base @returns {Node[]} paragraphs and lists */
export function prose(text, base) {
  return text.blocks.map((block) =>
    block.list
      ? h(block.list === "ordered" ? "ol" : "ul", null, ...block.items.map((runs) => h("li", null, ...inline(runs, base))))
      : h("p", null, ...inline(block.runs, base)),
  );
}

/** A text inside a list item: a single paragraph needs no element of its own. */
export function item(text, base) {
  const [first, ...more] = text.blocks;
  return first.runs && !more.length ? inline(first.runs, base) : prose(text, base);
}

/** A text on one line, without links. */
export function label(text) {
  return text.blocks.flatMap(({ runs }) => (runs || []).map(({ t, em }) => (em ? h("strong", null, t) : t)));
}
