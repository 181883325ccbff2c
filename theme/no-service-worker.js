// Written by `make serve` in place of the worker: a copy that this browser kept from this address would hide every change.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(stepAside()));

async function stepAside() {
  const own = `notes:${new URL("./", self.location.href).pathname}:`; // other guides may live on this host
  for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
  await self.registration.unregister();
  const windows = /** @type {readonly WindowClient[]} */ (await self.clients.matchAll());
  for (const client of windows) await client.navigate(client.url);
}
