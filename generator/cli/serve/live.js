// While authors edit: reload the page once the site is newer, and show what keeps it from being so.
// `helpcenter serve` alone sends this; it is no part of the published site.

const STATE = "/problems.json";
const PERIOD = 500;
const shown = document.currentScript.dataset.version;

/** @type {HTMLElement | null} */
let banner = null;
let told = "";

/** Ask what is new, now and again, as long as somebody looks. */
async function look() {
  if (!document.hidden) {
    try {
      const answer = await fetch(STATE, { cache: "no-store" });
      hear(await answer.json());
    } catch {
      show(["helpcenter serve has ended, or cannot be reached."]);
    }
  }
  setTimeout(look, PERIOD);
}

/** @param {{state: string, version: string, words: string, problems: Problem[]}} state */
function hear({ state, version, words, problems }) {
  if (version && version !== shown) {
    location.reload();
    return;
  }
  const errors = problems.filter((problem) => problem.severity === "error");
  const causes = state === "failed" ? [words] : errors.map(line);
  show(causes.length ? ["Not built. What you see is the last good site.", ...causes] : []);
}

/**
 * @typedef {{severity: string, file: string, line: number, column: number, code: string,
 *   what: string, mend: string}} Problem
 * @param {Problem} problem
 */
function line({ file, line, column, code, what, mend }) {
  return `${file}:${line}:${column}: ${code}: ${what} ${mend}`;
}

/**
 * Show lines in a banner at the lower edge; none: take it away.
 * @param {string[]} lines
 */
function show(lines) {
  if (lines.join("\n") === told) return;
  told = lines.join("\n");
  banner?.remove();
  banner = null;
  if (!lines.length) return;
  banner = document.createElement("div");
  banner.setAttribute("role", "status");
  Object.assign(banner.style, {
    position: "fixed", insetInline: "0", insetBlockEnd: "0", zIndex: "2147483647",
    maxBlockSize: "40vh", overflow: "auto", padding: "0.75rem 1rem", boxSizing: "border-box",
    background: "#7a1010", color: "#fff", font: "14px/1.5 monospace", overflowWrap: "anywhere",
  });
  for (const text of lines) {
    const entry = document.createElement("div");
    entry.textContent = text;
    banner.append(entry);
  }
  const hide = document.createElement("button");
  hide.textContent = "Hide until something changes";
  hide.addEventListener("click", () => banner?.remove());
  banner.append(hide);
  document.body.append(banner);
}

look();
