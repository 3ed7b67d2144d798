/** What is not needed to find, only to show: loaded when somebody searches. */

/**
 * An index with the snippets of its documents; the same one if it has them or they do not come.
 * @param {object} index as published
 * @param {string} _query what is searched for; all snippets stand in one file as yet
 * @param {(locale: string) => Promise<{snippets: string[]}>} load gives the file of a locale
 * @returns {Promise<object>}
 */
export async function extend(index, _query, load = loadBeside) {
  if (index.snippets) return index;
  try {
    const { snippets, version } = await load(index.locale);
    return version === index.version ? { ...index, snippets } : index;
  } catch {
    return index;
  }
}

async function loadBeside(locale) {
  const response = await fetch(new URL(`${locale}.snippets.json`, import.meta.url));
  return response.json();
}
