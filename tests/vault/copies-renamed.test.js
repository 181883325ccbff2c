// A kept guide under a former storage name: its worker answers with it as it is, and a page gives it its present name.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const BASE = "https://example.org/a/";
const urlOf = (asked) => String(asked.url ?? asked);

/** What a browser has of `caches`: a map for each name. `room` files can be put there. */
function browser(kept, room = Infinity) {
  const all = new Map(Object.entries(kept).map(([name, files]) => [name, new Map(Object.entries(files))]));
  const found = (files, asked) => {
    const text = files?.get(urlOf(asked).slice(BASE.length));
    return text === undefined ? undefined : new Response(text);
  };
  const open = async (name) => {
    if (!all.has(name)) all.set(name, new Map());
    const files = all.get(name);
    return {
      keys: async () => [...files.keys()].map((path) => ({ url: BASE + path })),
      match: async (asked) => found(files, asked),
      put: async (asked, answer) => {
        if (room-- < 1) throw new DOMException("", "QuotaExceededError");
        files.set(urlOf(asked).slice(BASE.length), await answer.text());
      },
    };
  };
  const caches = {
    open,
    keys: async () => [...all.keys()],
    delete: async (name) => all.delete(name),
    match: async (asked, { cacheName }) => found(all.get(cacheName), asked),
  };
  return { caches, names: () => [...all.keys()], filesOf: (name) => [...all.get(name).keys()].sort() };
}

const copy = (version, storage = "memo") => ({
  "index.html": `<!doctype html><html lang="en" data-storage="${storage}" class="no-js">`,
  "phone.html": "A page",
  kept: JSON.stringify({ version, kept: { "index.html": "", "phone.html": "" }, others: {} }),
});

async function startWorker(caches) {
  const source = await readFile(new URL("../../theme/service-worker.js", import.meta.url), "utf8");
  const listeners = {};
  const self = {
    location: { href: `${BASE}worker.js` },
    addEventListener: (type, listener) => (listeners[type] = listener),
    clients: { claim: async () => {} },
  };
  const text = source.replace('["notes"]', '["memo", "notes"]').replace('"VERSION"', '"v2"');
  const fetch = () => Promise.reject(new TypeError());
  runInNewContext(text, { self, caches, URL, Headers, Response, Request, fetch });
  const tell = (type, event = {}) => {
    let result;
    const hear = (promise) => (result = promise);
    listeners[type]({ ...event, waitUntil: hear, respondWith: hear });
    return result;
  };
  const get = async (path) => {
    const answer = await tell("fetch", {
      request: { url: BASE + path, method: "GET", headers: new Headers(), mode: "navigate" },
    });
    return answer.text();
  };
  return { tell, get };
}

test("a worker answers with a copy under a former name, and deletes all others of this guide", async () => {
  const other = { kept: "{}" };
  const { caches, names } = browser({
    "notes:/a/:v2": copy("v2"),
    "notes:/a/:v1": copy("v1", "notes"),
    "memo:/a/:v0": {},
    "notes:/b/:v1": other,
  });
  const { tell, get } = await startWorker(caches);
  await tell("install");
  await tell("activate");
  assert.deepEqual(names(), ["notes:/a/:v2", "notes:/b/:v1"]);
  assert.equal(await get("phone"), "A page");
});

test("a worker prefers the copy under its present name, and refuses to start without any", async () => {
  const both = browser({
    "notes:/a/:v2": copy("v2"),
    "memo:/a/:v2": { ...copy("v2"), "phone.html": "Renamed" },
  });
  const { tell, get } = await startWorker(both.caches);
  assert.equal(await get("phone.html"), "Renamed");
  await tell("activate");
  assert.deepEqual(both.names(), ["memo:/a/:v2"]);

  const none = await startWorker(browser({ "memo:/a/:v2": { "phone.html": "A page" } }).caches);
  await assert.rejects(none.tell("install"), /nobody asked for this version/);
  await assert.rejects(none.get("phone.html"), TypeError);
});

globalThis.document = {
  currentScript: { src: `${BASE}assets/a.js` },
  documentElement: { dataset: { storage: "memo", stored: "notes" } },
};
Object.defineProperty(globalThis, "navigator", {
  value: { locks: { request: async (_name, _how, work) => work({}) } },
});
const { renameCopies } = await import("../../theme/components/offline/copies.js");

test("a page renames the copies whose own pages state the present name, and no older one", async () => {
  const { caches, names, filesOf } = browser({
    "notes:/a/:v2": copy("v2"),
    "notes:/a/:v1": copy("v1", "notes"),
    "notes:/a/:part": { "index.html": copy("v3")["index.html"] },
    "notes:/b/:v2": copy("v2"),
  });
  globalThis.caches = caches;
  await renameCopies();
  assert.deepEqual(names(), ["notes:/a/:v1", "notes:/a/:part", "notes:/b/:v2", "memo:/a/:v2"]);
  assert.deepEqual(filesOf("memo:/a/:v2"), ["index.html", "kept", "phone.html"]);
});

test("where there is no room for both, the copy stays as it is and nothing else is left", async () => {
  const { caches, names, filesOf } = browser({ "notes:/a/:v2": copy("v2") }, 2);
  globalThis.caches = caches;
  await assert.rejects(renameCopies(), { kind: "no-room" });
  assert.deepEqual(names(), ["notes:/a/:v2"]);
  assert.deepEqual(filesOf("notes:/a/:v2"), ["index.html", "kept", "phone.html"]);
});
