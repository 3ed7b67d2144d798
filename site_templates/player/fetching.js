import { GuideError } from "./errors.js";

/** What is wrong, for programs; whatever is no GuideError comes of a file that is no guide. */
export const codeOf = (error) => (error instanceof GuideError ? error.code : "malformed");

/**
 * A published file, parsed unless `kind` is given; throws a GuideError where it does not come, or is refused.
 * @param {URL | string} address @param {string | null} integrity @param {string} [kind]
 */
export async function fetched(address, integrity, kind) {
  const gone = async ({ message }) => {
    // A browser does not say why it refuses a file: it gives one that is not what was meant.
    const { ok } = integrity ? await fetch(address).catch(() => false) : {};
    throw new GuideError(ok ? "integrity" : "network", message);
  };
  const response = await fetch(address, { integrity: integrity || "" }).catch(gone);
  if (!response.ok) {
    await gone({ message: `${response.status} ${address}` });
  }
  const text = await response.text().catch(gone);
  return kind ? text : JSON.parse(text);
}
