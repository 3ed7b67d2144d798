/** Cases kept on this device, and only those that an agent asked to keep. */

const PLACE = "desk-cases";

/** @returns {{kase: object, title: string, at: string}[]} the latest first; what cannot be read is none */
export function keptCases() {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) || "[]");
    return Array.isArray(found) ? found.filter(({ kase }) => kase && kase.began && kase.told) : [];
  } catch {
    return [];
  }
}

/**
 * Keep a session's case as it is now, in the place of what was kept of it before; without a session
 * forget the case that began then.
 */
export function keepCase(session, began = session.case.began) {
  const others = keptCases().filter(({ kase }) => kase.began !== began);
  const title = session && session.talk ? session.talk.guide.title.plain : "";
  const now = session ? [{ kase: session.case, title, at: session.now() }, ...others] : others;
  try {
    if (now.length) {
      localStorage.setItem(PLACE, JSON.stringify(now));
    } else {
      localStorage.removeItem(PLACE);
    }
  } catch {
    return keptCases();
  }
  return now;
}
