// Written by `make serve` in place of the worker: a copy that this browser kept from this address would hide every change.

const names = ["notes"]; // the build writes those of `mkdocs.yml`

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(stepAside()));

async function stepAside() {
  const { pathname } = new URL("./", self.location.href);
  const own = names.map((name) => `${name}:${pathname}:`); // other guides may live on this host
  for (const name of await caches.keys()) {
    if (own.some((prefix) => name.startsWith(prefix))) await caches.delete(name);
  }
  await self.registration.unregister();
  const windows = /** @type {readonly WindowClient[]} */ (await self.clients.matchAll());
  for (const client of windows) await client.navigate(client.url);
}
