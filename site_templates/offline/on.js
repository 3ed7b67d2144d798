/*
 * Reading without a network. The build fills in VERSION and KNOWN.
 *
 * A cache holds files of one version only, each checked against its hash before it is stored; the
 * next version is fetched whole, or not at all. The network comes first: what a page says may be
 * newer than what is kept. Private pages are stored only when a reader asks.
 */
const VERSION = "@version@";
const KNOWN = "@known@";
const ROOT = new URL("./", self.location.href).href;
const PREFIX = `help-centre ${ROOT} `;
const CACHE = PREFIX + VERSION;
const PATIENCE_MS = 4000;
const DIGITS = "@digits@";

/** Address below ROOT, without query → hash. @type {Map<string, string>} */
const FILES = new Map();
for (const [folder, names] of Object.entries(KNOWN.files)) {
  for (const [name, hash] of Object.entries(names)) {
    FILES.set(address(folder ? `${folder}/${name}` : name), hash);
  }
}
const FIRST = KNOWN.first.map(address);
const PRIVATE = new Set(KNOWN.private.map(address));

/** A page's address is its folder. */
function address(path) {
  return path.replace(/(^|\/)index\.html$/, "$1");
}

/** The address below ROOT of a file that may be kept; null for anything else. */
function own(url) {
  const bare = url.split(/[?#]/)[0];
  const found = bare.startsWith(ROOT) ? address(bare.slice(ROOT.length)) : null;
  return found !== null && FILES.has(found) ? found : null;
}

async function hashed(body) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, DIGITS);
}

/** Stores a response if it is of this version; says whether it was. */
async function store(cache, name, response) {
  if (!response.ok) {
    return false;
  }
  const body = await response.arrayBuffer();
  if ((await hashed(body)) !== FILES.get(name)) {
    return false;
  }
  // A fresh response: one that was redirected must not answer a navigation.
  await cache.put(ROOT + name, new Response(body, { headers: response.headers }));
  return true;
}

async function fetchInto(cache, name) {
  const response = await fetch(ROOT + name, { cache: "no-cache" });
  if (!(await store(cache, name, response))) {
    throw new Error(`${name} is not of version ${VERSION}`);
  }
}

/** What earlier versions keep, as far as it still exists. */
async function keptBefore() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  const stores = await Promise.all(names.map((name) => caches.open(name)));
  const requests = (await Promise.all(stores.map((each) => each.keys()))).flat();
  return requests.map(({ url }) => own(url)).filter((name) => name !== null);
}

async function install() {
  const wanted = new Set([...FIRST, ...(await keptBefore())]);
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...wanted].map((name) => fetchInto(cache, name)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
  await self.skipWaiting();
}

async function activate() {
  await forget((name) => name !== CACHE);
  await self.clients.claim();
}

async function forget(which) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && which(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The operator's switch: `{"on": false}`, or no such file, ends all of this. */
async function obeySwitch() {
  const response = await fetch(`${ROOT}offline.json`, { cache: "no-store" }).catch(() => null);
  const gone = response && (response.status === 404 || response.status === 410);
  const on = response && response.ok ? (await response.json().catch(() => ({}))).on : true;
  if (gone || on === false) {
    await self.registration.unregister();
    await forget(() => true);
    stopped = true;
  }
}

let stopped = false;

/** Keeps a copy of what the network has sent, unless it is private and nobody asked. */
async function keep(name, response) {
  if (stopped || !response.ok) {
    return;
  }
  const cache = await caches.open(CACHE);
  if (!PRIVATE.has(name) || (await cache.match(ROOT + name))) {
    await store(cache, name, response);
  }
}

async function answer(event, name) {
  const { request } = event;
  const cached = await caches.match(ROOT + name, { cacheName: CACHE });
  const version = new URL(request.url).searchParams.get("v");
  if (cached && version && version === FILES.get(name)) {
    return cached;
  }
  const sent = fetch(request);
  event.waitUntil(sent.then((response) => keep(name, response.clone())).catch(() => {}));
  // An address with another version asks for a file that is not ours to replace.
  if (!cached || version) {
    return request.mode === "navigate" ? sent.catch(() => withoutNetwork(name)) : sent;
  }
  const good = sent.then((response) => (response.status < 500 ? response : cached), () => cached);
  return Promise.race([good, new Promise((done) => setTimeout(done, PATIENCE_MS, cached))]);
}

/** A page that was not kept: another address, so that the links of the page shown there hold. */
async function withoutNetwork(name) {
  const page = `${name.split("/")[0]}/offline/`;
  return FILES.has(page) ? Response.redirect(ROOT + page, 302) : Response.error();
}

/** Messages from pages: `{do: "keep" | "visited" | "forget" | "has", urls: […]}` and a port. */
async function told(message, port) {
  const names = message.urls.map(own).filter((name) => name !== null);
  const cache = await caches.open(CACHE);
  if (message.do === "forget") {
    await Promise.all(names.filter((name) => PRIVATE.has(name)).map((name) => cache.delete(ROOT + name)));
  } else if (message.do !== "has") {
    const asked = message.do === "keep";
    const missing = [];
    for (const name of names) {
      if ((asked || !PRIVATE.has(name)) && !(await cache.match(ROOT + name))) {
        missing.push(name);
      }
    }
    await Promise.all(missing.map((name) => fetchInto(cache, name)));
  }
  const found = await Promise.all(names.map((name) => cache.match(ROOT + name)));
  port.postMessage({ kept: names.length > 0 && found.every(Boolean) });
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (port && event.data && Array.isArray(event.data.urls)) {
    event.waitUntil(told(event.data, port).catch(() => port.postMessage({ kept: false })));
  }
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate" && request.url.startsWith(ROOT)) {
    event.waitUntil(obeySwitch());
  }
  const name = request.method === "GET" && !stopped ? own(request.url) : null;
  if (name !== null) {
    event.respondWith(answer(event, name));
  }
});
