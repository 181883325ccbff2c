// What lies under a name that storage had before counts as this guide's: it is neither overlooked nor taken for another's.
import assert from "node:assert/strict";
import { test } from "node:test";

const ROOT = "https://notes.example/guide/";
/** @type {string[]} */
let databases = [];
/** @type {Set<string>} */
let copies = new Set();
/** @type {string[]} */
let asked = [];
const marks = { isThere: false };
/** @type {{hreflang: string}[]} */
let links = [];
/** @type {string[]} */
let unregistered = [];
const registered = (/** @type {string} */ scope) => ({
  scope,
  unregister: async () => unregistered.push(scope),
});

const document = {
  documentElement: { dataset: { storage: "memo", stored: "paper" } },
  currentScript: { src: `${ROOT}assets/offline.js` },
  addEventListener() {},
  querySelectorAll: () => links,
};
const navigator = {
  locks: { request: (/** @type {string} */ _name, /** @type {() => unknown} */ work) => work() },
  serviceWorker: {
    getRegistration: async () => undefined,
    getRegistrations: async () =>
      [ROOT, ...links.map(({ hreflang }) => `${ROOT}${hreflang}/`)].map(registered),
  },
};
const globals = {
  document,
  navigator,
  indexedDB: { databases: async () => databases.map((name) => ({ name })) },
  caches: {
    keys: async () => [...copies],
    delete: async (/** @type {string} */ name) => copies.delete(name),
  },
  /** A host that clears all that the browser keeps of it. */
  fetch: async (/** @type {URL} */ address) => {
    asked.push(address.href);
    marks.isThere = false;
  },
};
for (const [name, value] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}

const { askHostToWipe } = await import("../../theme/components/common/host-wipe.js");
const { removeGuide } = await import("../../theme/components/offline/remove.js");
const marker = {
  add: async () => (marks.isThere = true),
  isThere: async () => marks.isThere,
  remove: async () => {
    marks.isThere = false;
  },
};

/** @param {string[]} kept @param {string[]} cached */
function keep(kept, cached = []) {
  [databases, copies, asked] = [kept, new Set(cached), []];
}

for (const name of ["memo", "paper", "notes"]) {
  test(`a host may clear what lies under ${name}, and nothing beside what others keep`, async () => {
    keep([`${name}:/guide/`], [`${name}:/guide/:1234`]);
    assert.equal(await askHostToWipe(new URL(ROOT), marker), true);
    assert.deepEqual(asked, [`${ROOT}wipe`, `${ROOT}wipe`]);
    for (const others of [["diary:/guide/"], [`${name}:/other/`]]) {
      keep([`${name}:/guide/`, ...others]);
      assert.equal(await askHostToWipe(new URL(ROOT), marker), false, others[0]);
      keep(
        [`${name}:/guide/`],
        others.map((other) => `${other}:1`),
      );
      assert.equal(await askHostToWipe(new URL(ROOT), marker), false, others[0]);
      assert.deepEqual(asked, []);
    }
  });

  test(`a plan under ${name} stays when the guide's copy is removed, and no host is asked to clear it`, async () => {
    keep([`${name}:/guide/`], [`${name}:/guide/:1234`, `${name}:/other/:1234`, "diary:1"]);
    assert.deepEqual(await removeGuide(), { how: "here", planStays: true });
    assert.deepEqual([...copies], [`${name}:/other/:1234`, "diary:1"]);
    assert.deepEqual(asked, []);
  });
}

test("a plan under the name from before there were folders stays too; another page's database is no plan", async () => {
  keep(["notes"]);
  assert.equal((await removeGuide()).planStays, true);
  keep(["diary:/guide/"], ["diary:1"]);
  assert.deepEqual(await removeGuide(), { how: "here", planStays: false });
});

test("a host may clear copies in all languages that pages link to, and no copy of another guide", async () => {
  links = [{ hreflang: "es" }];
  keep([], ["notes:/guide/:1", "notes:/guide/es/:1"]);
  assert.equal(await askHostToWipe(new URL(ROOT), marker), true);
  keep([], ["notes:/guide/fr/:1"]);
  assert.equal(await askHostToWipe(new URL(ROOT), marker), false);
});

test("removing the guide removes its copies and workers in all languages that pages link to", async () => {
  links = [{ hreflang: "es" }];
  unregistered = [];
  keep([], ["notes:/guide/:1", "notes:/guide/es/:1", "notes:/guide/fr/:1"]);
  assert.equal((await removeGuide()).how, "here");
  assert.deepEqual([...copies], ["notes:/guide/fr/:1"]);
  assert.deepEqual(unregistered, [ROOT, `${ROOT}es/`]);
});
