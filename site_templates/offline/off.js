/* Takes the place of a worker that kept pages, deletes what it kept, and removes itself. */
const ROOT = new URL("./", self.location.href).href;
const PREFIX = `help-centre ${ROOT} `;

async function end() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(end()));
