// Keeping and removing the guide: what the browser refuses is told as that, and a fault of ours never is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withFaults } from "./faults.mjs";

globalThis.document = {
  currentScript: { src: "https://example.org/assets/a.js" },
  documentElement: { dataset: {}, lang: "en" },
  querySelectorAll: () => [],
};
const { kindOf, OURS } = await import("../../theme/components/common/known-error.js");
const { integrityOf } = await import("../../theme/components/common/integrity.js");
const { saveCopy } = await import("../../theme/components/offline/save-offline.js");
const { removeGuide } = await import("../../theme/components/offline/remove.js");

const FAULT = "a fault of this page: TypeError";
const BYTES = new TextEncoder().encode("a");
const full = new DOMException("full", "QuotaExceededError");
const broken = () => {
  throw new TypeError("broken");
};

async function told(work) {
  const { result, faults } = await withFaults(work);
  return { result, faults: faults.map(({ message }) => message) };
}

/** Let a browser keep things in caches such as this one. */
function browserWith(cache, { deletes = async () => true, databases = async () => [] } = {}) {
  globalThis.caches = {
    open: async () => cache,
    keys: async () => [],
    match: async () => undefined,
    delete: deletes,
  };
  globalThis.indexedDB = { databases };
  const serviceWorker = {
    getRegistration: async () => undefined,
    getRegistrations: async () => [],
    register: () => Promise.reject(new DOMException("no", "SecurityError")),
  };
  const locks = { request: async (_name, work) => work() };
  Object.defineProperty(globalThis, "navigator", { value: { serviceWorker, locks }, configurable: true });
  globalThis.fetch = async () => new Response(BYTES, { headers: { "Content-Length": "1" } });
}

async function keep(cache, size = 1) {
  browserWith({ match: async () => undefined, ...cache });
  const files = [["a.html", size, await integrityOf(BYTES)]];
  const manifest = { version: "v", order: 1, guide: { files }, more: { files: [] } };
  const { signal } = new AbortController();
  return told(() => saveCopy(manifest, "guide", { signal, onBytes() {} }).catch(kindOf));
}

test("what a browser has no room for is told as that, under each of its names", async () => {
  for (const refusal of [
    full,
    new DOMException("", ""),
    new TypeError("Failed writing data to the file system"),
  ])
    assert.deepEqual(await keep({ put: () => Promise.reject(refusal) }), { result: "no-room", faults: [] });
});

test("a fault of ours while a file is put away is not told as a lack of room", async () => {
  assert.deepEqual(await keep({ put: broken }), { result: OURS, faults: [FAULT] });
});

async function remove(options) {
  browserWith({}, options);
  globalThis.caches.keys = async () => ["notes:/:v"];
  const asked = [];
  globalThis.fetch = async (address) => asked.push(String(address));
  return told(removeGuide);
}

test("copies that the browser does not delete are told as that", async () => {
  const refuse = () => Promise.reject(new DOMException("no", "SecurityError"));
  const databases = async () => [{ name: "notes:/" }];
  const { result, faults } = await remove({ deletes: refuse, databases });
  assert.deepEqual([result, faults], [{ how: "refused", planStays: true }, []]);
});

test("a fault of ours in removing them is told as one, and a plan that may be kept stays", async () => {
  const { result, faults } = await remove({ deletes: broken, databases: async () => broken() });
  assert.deepEqual(result, { how: OURS, planStays: true });
  assert.deepEqual(faults, [FAULT, FAULT]);
});

test("where the browser cannot list what is kept, a plan is taken to be there", async () => {
  const { result, faults } = await remove({
    databases: () => Promise.reject(new DOMException("no", "UnknownError")),
  });
  assert.deepEqual([result, faults], [{ how: "not", planStays: true }, []]);
});
