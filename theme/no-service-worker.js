// Written by `make serve` in place of the worker: a copy that this browser kept from this address would hide every change.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(stepAside()));

async function stepAside() {
  const own = `notes:${new URL("./", self.location).pathname}:`; // other guides may live on this host
  for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
  await self.registration.unregister();
  for (const client of await self.clients.matchAll()) await client.navigate(client.url);
}
