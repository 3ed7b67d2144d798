/**
 * What is wrong, for programs: `code` is "newer" (a guide for a later reader), "malformed" (no guide),
 * "integrity" (not the file that was meant), "details" (not those of the guide), "network", "reply" (the question takes no such reply),
 * "today" (no such day), "calendars" (a day needs them) or "code" (an unknown error code).
 */
export class GuideError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "GuideError";
    this.code = code;
  }
}

/** The result of `work`; whatever it throws is a GuideError. @template T @param {() => T} work @returns {T} */
export function typed(work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof GuideError ? error : new GuideError("malformed", error.message);
  }
}
