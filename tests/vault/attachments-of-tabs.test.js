// What a tab does with attachments: adding, cancelling, locking, two tabs, a new key, and what may be dropped.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  generateIdentity,
  openWithIdentity,
  recipientOf,
  sealForRecipient,
} from "../../theme/components/vault/age-files.js";
import { createFileActions, movedOf } from "../../theme/components/vault/attachments/file-actions.js";
import { KnownError } from "../../theme/components/vault/protocol.js";
import { createFileStorage, createLocks, openTab } from "./fake-attachments.mjs";

const BYTES = Uint8Array.from({ length: 100_000 }, (_, index) => index * 7);
const identity = await generateIdentity();
const estimate = { quota: 1_000_000, usage: 0 };

beforeEach(() => {
  const navigator = { locks: createLocks(), storage: { estimate: async () => estimate } };
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
});

const open = (storage, how) => openTab(storage, { identities: [identity], ...how });
const bytesOf = async ({ all }) => new Uint8Array(await all());

/** Storage in which a page that was closed since has added as many files; return it with their ids. */
async function withFiles(count) {
  const storage = createFileStorage();
  const tab = await open(storage);
  const ids = [];
  for (let one = 0; one < count; one++) ids.push((await tab.add(BYTES)).id);
  navigator.locks = createLocks(); // that page is gone
  return { storage, ids };
}

/** The same, where as many addings were killed before their end. */
async function withUnfinished(count) {
  const { storage, ids } = await withFiles(count);
  for (const id of ids) storage.values.delete(`${id} 0`);
  return { storage, ids };
}

test("a file is added, listed and read, and the first makes room for it", async () => {
  const storage = createFileStorage();
  const tab = await open(storage);
  const progress = [];
  const added = await tab.add(BYTES, { onProgress: (bytes) => progress.push(bytes) });
  assert.deepEqual([storage.isUpgraded, tab.told], [true, ["save-now"]]);
  assert.deepEqual(await tab.list(), [{ id: added.id, bytes: BYTES.length }]);
  const found = await tab.read(added.id);
  assert.equal(found.bytes, BYTES.length);
  assert.deepEqual(await bytesOf(found), BYTES);
  assert.equal(progress.at(-1), BYTES.length);
  const other = await open(storage);
  const { id } = await other.add(BYTES);
  assert.notEqual(id, added.id);
  assert.deepEqual(other.told, []); // there is room
  assert.equal((await tab.list()).length, 2);
});

test("B2.27: pieces of a file move to the page, and each is as large as what it holds", async () => {
  const actions = createFileActions(() => storage);
  const storage = createFileStorage();
  const { id } = await (await open(storage)).add(BYTES);
  const sealed = new TextEncoder().encode(identity);
  await actions["take-keys"]({ sealed: await sealForRecipient(sealed, await actions["to-whom"]()) });
  const { job } = await actions["read-file"]({ id, key: storage.key });
  const piece = await actions["go-on"]({ job });
  assert.deepEqual(movedOf(piece), [piece.value.buffer]);
  assert.equal(piece.value.buffer.byteLength, BYTES.length);
  structuredClone(piece, { transfer: movedOf(piece) });
  assert.deepEqual(await actions["go-on"]({ job }), { done: true, value: undefined });
  assert.deepEqual(movedOf(undefined), []);
});

test("B2.27: cancelling ends it at once, and nothing of the file stays", async () => {
  const storage = createFileStorage();
  for (const at of ["add-file", "go-on", "keep-file"]) {
    const controller = new AbortController();
    const tab = await open(storage, {
      onAsk(action) {
        if (action !== at) return null;
        controller.abort();
        return new Promise(() => {}); // a worker that hangs, as where a file never comes
      },
    });
    await assert.rejects(tab.add(BYTES, { signal: controller.signal }), { name: "AbortError" });
    assert.equal(storage.values.size, 0);
    await assert.rejects(tab.add(BYTES, { signal: controller.signal }), { name: "AbortError" });
  }
  const tab = await open(storage);
  await tab.add(BYTES);
  assert.equal((await tab.list()).length, 1);
});

test("a lock in the middle leaves nothing of the file", async () => {
  const storage = createFileStorage();
  for (const at of ["put", "keep"]) {
    const tab = await open(storage);
    storage.failAt = (step) => step === at && tab.end(true);
    await assert.rejects(tab.add(BYTES), { kind: "not-unlocked" });
    assert.equal(storage.values.size, 0, at);
    await assert.rejects(tab.add(BYTES), { kind: "not-unlocked" });
  }
});

test("what a killed adding left does not count, and the next opening drops it", async () => {
  const storage = createFileStorage();
  const tab = await open(storage);
  storage.failAt = (step) => step === "get" && tab.end(false); // the page is left
  await assert.rejects(tab.add(BYTES), { kind: "not-unlocked" });
  storage.failAt = () => {};
  navigator.locks = createLocks();
  assert.equal(storage.values.size, 1);
  const next = await open(storage);
  assert.deepEqual(await next.list(), []);
  const [id] = await storage.ids();
  await assert.rejects(next.read(id), { kind: "damaged" });
  await next.dropOthers([]);
  assert.equal(storage.values.size, 0);
});

test("B2.15: any step that fails leaves nothing of the file, and the next try works", async () => {
  const storage = createFileStorage();
  const tab = await open(storage);
  const fail = (kind) => {
    throw new KnownError(kind);
  };
  for (const at of ["makeRoom", "put", "get", "keep"]) {
    storage.failAt = (step) => step === at && fail("storage-full");
    await assert.rejects(tab.add(BYTES), { kind: "storage-full" });
    assert.equal(storage.values.size, 0, at);
  }
  storage.failAt = () => {};
  await tab.add(BYTES);
  assert.equal((await tab.list()).length, 1);
});

test("a file that is larger than the room for it is refused before anything is stored", async () => {
  const storage = createFileStorage();
  const tab = await open(storage);
  assert.equal(await tab.room(), estimate.quota);
  await assert.rejects(tab.add(new Uint8Array(estimate.quota + 1)), { kind: "storage-full" });
  assert.equal(storage.isUpgraded, false);
  for (const storageOfBrowser of [undefined, {}, { estimate: () => Promise.reject(new Error()) }]) {
    navigator.storage = storageOfBrowser;
    assert.equal(await tab.room(), null);
  }
  await tab.add(BYTES);
});

test("a file that is not kept is told from one that does not open, which hides no other", async () => {
  const { storage, ids } = await withFiles(3);
  const tab = await open(storage);
  await assert.rejects(tab.read("nothing"), { kind: "attachment-gone" });
  storage.values.set(`${ids[0]} 0`, storage.values.get(`${ids[1]} 0`)); // the head of another
  storage.values.delete(`${ids[2]} 1`);
  await assert.rejects(tab.read(ids[0]), { kind: "damaged" });
  await assert.rejects((await tab.read(ids[2])).all(), { kind: "damaged" });
  assert.deepEqual(await bytesOf(await tab.read(ids[1])), BYTES);
  assert.deepEqual(
    await tab.list(),
    ids.map((id, index) => ({ id, bytes: index ? BYTES.length : null })),
  );
});

test("what still lies under the name of all guides has no attachments, and nothing is asked of storage", async () => {
  const { storage, ids } = await withFiles(1);
  const tab = await open(storage, { isOwn: false, onAsk: (action) => assert.fail(action) });
  assert.deepEqual(await tab.list(), []);
  await assert.rejects(tab.read(ids[0]), { kind: "attachment-gone" });
  await tab.dropOthers([]);
  assert.deepEqual(await storage.ids(), ids);
});

test("B2.19: a whole file stays, also where no line names it any more", async () => {
  const { storage, ids } = await withFiles(2);
  storage.values.delete(`${ids[1]} 0`);
  const tab = await open(storage, { lines: ['{"seq":1,"id":"e-old"}'] }); // the newest line is lost, and nothing tells
  await tab.dropOthers([]);
  assert.deepEqual(await storage.ids(), [ids[0]]);
  assert.deepEqual(await bytesOf(await tab.read(ids[0])), BYTES);
});

test("B2.19: nothing is dropped that the caller or a line of any version names", async () => {
  const { storage, ids } = await withUnfinished(4);
  const [inFirst, inRemoved, byCaller, byNobody] = ids;
  const lines = [
    JSON.stringify({ v: 1, seq: 1, ver: 1, act: "write", files: [{ id: inFirst }] }),
    JSON.stringify({ v: 1, seq: 2, ver: 2, act: "correct", files: [] }),
    JSON.stringify({ v: 9, seq: 3, unknown: [[`${inRemoved}`]] }),
    JSON.stringify({ v: 1, seq: 4, act: "remove" }),
  ];
  const tab = await open(storage, { lines });
  await tab.dropOthers([byCaller]);
  assert.deepEqual(await storage.ids(), [inFirst, inRemoved, byCaller]);
  assert.ok(!(await storage.ids()).includes(byNobody));
});

test("B2.19: where some lines do not open nothing is dropped", async () => {
  const { storage, ids } = await withUnfinished(2);
  const tab = await open(storage, { problems: [{ kind: "damaged", from: 1, to: 2 }] });
  await tab.dropOthers([]);
  assert.deepEqual(await storage.ids(), ids);
});

test("B2.19: nothing is dropped while a page is open that has added a file, itself included", async () => {
  const storage = createFileStorage();
  const [adds, opens] = [await open(storage), await open(storage)];
  const { id } = await adds.add(BYTES);
  storage.values.delete(`${id} 0`); // as long as it is being added
  for (const tab of [opens, adds]) await tab.dropOthers([]);
  assert.deepEqual(await storage.ids(), [id]);
  navigator.locks = undefined; // a browser that cannot tell
  await opens.dropOthers([]);
  assert.deepEqual(await storage.ids(), [id]);
  navigator.locks = createLocks();
  await opens.dropOthers([]);
  assert.deepEqual(await storage.ids(), []);
});

test("B2.20: every file opens while a new key is coming and after it, and what is being read goes on", async () => {
  const { storage, ids } = await withFiles(3);
  const tab = await open(storage);
  const before = await tab.read(ids[0]);
  const newest = await generateIdentity();
  const key = new Uint8Array([2]);
  storage.key = key;
  Object.assign(tab, { key, identities: [newest, identity], recipient: await recipientOf(newest) });
  for (const one of [before, await tab.read(ids[1])]) assert.deepEqual(await bytesOf(one), BYTES);
  const { id } = await tab.add(BYTES); // sealed for the newest
  for (const name of storage.values.keys()) {
    if (!name.endsWith(" 0")) continue;
    const head = await openWithIdentity(storage.values.get(name), newest, identity);
    storage.values.set(name, await sealForRecipient(head, await recipientOf(newest)));
  }
  const next = await openTab(storage, { identities: [newest] });
  for (const one of [...ids, id]) assert.deepEqual(await bytesOf(await next.read(one)), BYTES);
});

test("a tab whose passphrase was changed elsewhere adds and opens nothing", async () => {
  const { storage, ids } = await withFiles(1);
  const tab = await open(storage);
  const { size } = storage.values;
  storage.key = new Uint8Array([2]);
  for (const work of [() => tab.add(BYTES), () => tab.read(ids[0]), () => tab.list()])
    await assert.rejects(work(), { kind: "passphrase-changed" });
  assert.equal(storage.values.size, size);
});
