// A line that is stored after it was said not to be kept: the page hears of it, though nobody adds another one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KnownError, STORAGE_FULL } from "../../theme/components/vault/protocol.js";
import { createLineStorage, make, openTab, readAll } from "./fake-lines.mjs";

globalThis.document = {
  currentScript: { src: "https://example.org/guide/assets/plan.js" },
  documentElement: { dataset: {} },
};
const { createLines } = await import("../../theme/components/vault/lines.js");

/** A vault in which a line was added in vain: storage answers only when it is told to. */
async function addInVain(t) {
  const storage = createLineStorage();
  const tab = openTab(storage);
  const vault = { session: { storeOf: () => tab.store, key: () => null } };
  const heard = [];
  let hasRecords = false; // that these are its own is looked at in the first turn
  const lines = createLines(vault, {
    storage: { hasRoom: async () => true, makeRoom: assert.fail },
    tell: (message) => heard.push(message),
    inTurn: async (work) => (hasRecords ? work() : void (hasRecords = true)),
    endFor() {},
    onLines: () => heard.push("shown"),
  });
  const { put } = storage;
  let settle;
  storage.put = (...asked) =>
    new Promise((resolve, reject) => (settle = { store: () => resolve(put(...asked)), refuse: reject }));
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const adding = lines.add([make("slow")]);
  while (!settle) await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(10_001);
  await assert.rejects(adding, { kind: "storage-silent" });
  storage.put = put;
  return { vault, tab, lines, heard, ...settle };
}

async function aMoment() {
  for (let turns = 20; turns; turns--) await new Promise((resolve) => setImmediate(resolve));
}

test("it is told as soon as storage answers, once, and the next line is added as usual", async (t) => {
  const { tab, lines, heard, store } = await addInVain(t);
  assert.deepEqual(heard, []);
  store();
  await aMoment();
  assert.deepEqual(heard, ["lines-added", "shown"]);
  await lines.add([make("more")]);
  assert.deepEqual((await readAll(tab)).words, [
    [1, "slow"],
    [2, "more"],
  ]);
});

test("where it was never stored, nothing is told", async (t) => {
  const { heard, refuse } = await addInVain(t);
  refuse(new KnownError(STORAGE_FULL));
  await aMoment();
  assert.deepEqual(heard, []);
});

test("after a lock, nothing is told here", async (t) => {
  const { vault, heard, store } = await addInVain(t);
  vault.session = null;
  store();
  await aMoment();
  assert.deepEqual(heard, []);
});
