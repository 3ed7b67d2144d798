/** Starts the service worker, or ends it where the operator has switched it off. */
const ROOT = new URL("./", import.meta.url).href;

/** @returns {Promise<ServiceWorker | null>} the worker that keeps pages; null if there is none */
export async function startOffline() {
  if (!("serviceWorker" in navigator)) {
    return null;
  }
  try {
    const on = await switchedOn();
    if (on === false) {
      await end();
    }
    return on ? await register() : await running();
  } catch {
    return null;
  }
}

/** The operator's switch; null where it cannot be read, as without a network. */
async function switchedOn() {
  const response = await fetch(`${ROOT}offline.json`, { cache: "no-store" }).catch(() => null);
  if (!response || response.status >= 500) {
    return null;
  }
  return response.ok ? (await response.json()).on === true : false;
}

async function register() {
  const address = `${ROOT}sw.js`;
  const allowed = window.trustedTypes
    ? window.trustedTypes.createPolicy("help-centre", { createScriptURL: () => address }).createScriptURL("")
    : address;
  await navigator.serviceWorker.register(allowed, { scope: ROOT, updateViaCache: "none" });
  const worker = await running();
  // This page came before the worker did, which therefore has not seen it.
  await ask(worker, "visited", parts());
  return worker;
}

async function running() {
  if (!(await navigator.serviceWorker.getRegistration(ROOT))) {
    return null;
  }
  return (await navigator.serviceWorker.ready).active;
}

async function end() {
  const registration = await navigator.serviceWorker.getRegistration(ROOT);
  const names = (await caches.keys()).filter((name) => name.startsWith(`help-centre ${ROOT} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  if (registration) {
    await registration.unregister();
  }
}

/** The page and all that it has loaded, as addresses. */
function parts() {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  return [location.href, ...loaded.filter((name) => name.startsWith(ROOT))];
}

/**
 * @param {ServiceWorker | null} worker
 * @param {"keep" | "visited" | "forget" | "has"} what
 * @param {string[]} urls
 * @returns {Promise<boolean>} whether all of them are kept now
 */
function ask(worker, what, urls) {
  if (!worker) {
    return Promise.resolve(false);
  }
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data.kept);
    worker.postMessage({ do: what, urls }, [port2]);
  });
}

/**
 * The button with which a reader keeps a private page on the device, and deletes it again.
 * @param {Document} page
 * @param {ServiceWorker} worker
 */
export async function offerToKeep(page, worker) {
  const box = page.querySelector(".keep");
  if (!box) {
    return;
  }
  const [keep, forget] = box.querySelectorAll("button");
  const status = box.querySelector("[role=status]");
  const show = (kept, focus) => {
    keep.hidden = kept;
    forget.hidden = !kept;
    if (focus) {
      (kept ? forget : keep).focus();
    }
  };
  const pressed = async (what, wanted, told) => {
    const kept = await ask(worker, what, parts());
    show(kept, true);
    status.textContent = kept === wanted ? told : box.dataset.failed;
  };
  keep.addEventListener("click", () => pressed("keep", true, box.dataset.kept));
  forget.addEventListener("click", () => pressed("forget", false, box.dataset.gone));
  show(await ask(worker, "has", [location.href]), false);
  box.hidden = false;
}
