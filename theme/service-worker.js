// Answers with the copy of this guide that a reader asked to keep, and with nothing else. It stores nothing by itself:
// a page fetches the files, checks each of them, and marks the copy as complete (theme/components/offline/README.md).

const version = "VERSION";
const policy = "POLICY"; // the pages' own, as a header: it binds the answers of this script too
const base = new URL("./", self.location.href);
const names = ["notes"]; // the present one first; the build writes those of `mkdocs.yml`
const languages = []; // folders of others, each with a worker of its own; the build writes them
const python = new URL("../assets/python/", base).pathname; // for a language: Python is there, once for all
const copies = names.map((name) => `${name}:${base.pathname}:${version}`);
const isOurs = (cache) => names.some((name) => cache.startsWith(`${name}:${base.pathname}:`)); // or another guide's
const mark = new URL("kept", base); // not a file: what the copy holds, written last

self.addEventListener("install", (event) => event.waitUntil(refuseUnlessAsked()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(event.request, path));
});

/** Browsers install a new script by themselves. It takes over only when the reader asked for its version. */
async function refuseUnlessAsked() {
  if (!(await findCopy())) throw new Error("worker: nobody asked for this version");
}

/** Runs only when no page of an older version is open. */
async function begin() {
  const kept = (await findCopy())?.cacheName ?? copies[0];
  const older = (await caches.keys()).filter((name) => isOurs(name) && name !== kept);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Return the path of the requested file; null leaves the request to the browser: `wipe`, and pages that update. */
function pathOf({ method, url, headers }) {
  const { origin, pathname } = new URL(url); // without the query: it changes no file here
  const path = origin === base.origin ? nameOf(pathname) : null;
  return method !== "GET" || path === "wipe" || headers.get("cache-control") === "no-store" ? null : path;
}

/** Name a file as `files.json` does; null for one that is not of this language. */
function nameOf(pathname) {
  if (pathname.startsWith(base.pathname)) {
    const path = pathname.slice(base.pathname.length).replace(/(^|\/)$/, "$1index.html");
    return languages.includes(path.split("/")[0]) ? null : path;
  }
  return pathname.startsWith(python) ? `../assets/python/${pathname.slice(python.length)}` : null;
}

async function answer(request, asked) {
  const { cacheName = copies[0], kept = {}, others = {} } = (await findCopy()) ?? {};
  // Some hosts call `x.html` by the address `x`, which may be in a bookmark or in the browser's history.
  const path = [asked, `${asked}.html`].find((name) => Object.hasOwn(kept, name)) ?? asked;
  const file = Object.hasOwn(kept, path) && (await caches.match(new URL(path, base), { cacheName }));
  if (file) return send(file, request.headers.get("range"));
  const isPage = request.mode === "navigate";
  try {
    // A file of this version that is not kept may come from the network if its hash is the same.
    const isKnown = Object.hasOwn(others, path) && !isPage;
    return await fetch(isKnown ? new Request(request, { integrity: others[path] }) : request);
  } catch (error) {
    const missing = isPage && (await caches.match(new URL("404.html", base), { cacheName }));
    if (!missing) throw error;
    return send(missing, null, 404);
  }
}

/** Return the complete copy of this version, with what its mark says; an older page keeps it under an older name. */
async function findCopy() {
  const marks = await Promise.all(copies.map((cacheName) => caches.match(mark, { cacheName })));
  const first = marks.findIndex(Boolean);
  return first < 0 ? null : { cacheName: copies[first], ...(await marks[first].json()) };
}

async function send(file, range, status = 200) {
  const headers = new Headers({
    "Content-Type": file.headers.get("content-type"),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Accept-Ranges": "bytes",
    Kept: "yes", // Python's worker reads this: a kept copy holds the published core alone
  });
  if (headers.get("content-type")?.startsWith("text/html")) headers.set("Content-Security-Policy", policy);
  return range ? sendPart(await file.blob(), range, headers) : new Response(file.body, { status, headers });
}

/** Send a part of a file, as viewers of PDF ask for it. */
function sendPart(whole, range, headers) {
  const { size, type } = whole;
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last) + 1, size) : size;
  if ((!first && !last) || start >= end) {
    headers.set("Content-Range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("Content-Range", `bytes ${start}-${end - 1}/${size}`);
  return new Response(whole.slice(start, end, type), { status: 206, headers });
}
