// A session over its stores, with a worker that seals nothing: storing, locking, opening again, two tabs, a new key.
import assert from "node:assert/strict";
import { test } from "node:test";
import { OPEN, SEAL } from "../../theme/components/vault/protocol.js";
import { openSession } from "../../theme/components/vault/session.js";
import { bytes, createWorkerHandle, createStorage, seal, unseal } from "./fake-vault.mjs";
import { SINGLE_RECORD, singleRecord } from "../../theme/components/vault/stores/single-record.js";

/** Lists joined by what was added to them. */
const join = (base, mine, theirs) => [...theirs, ...mine.filter((one) => !base.includes(one))];

function open(
  storage,
  { worker = createWorkerHandle(), others = {}, startWorker = createWorkerHandle } = {},
) {
  const { key, record } = storage.records;
  const stores = {
    [SINGLE_RECORD]: singleRecord({ record, data: unseal(record), join, storage }),
    ...others,
  };
  const session = openSession({ worker, key, recipient: "someone", startWorker, stores });
  return { session, worker, store: session.storeOf(SINGLE_RECORD) };
}

const kept = (...list) => createStorage({ key: bytes("key"), record: seal(list) });
const add = (one) => (list) => [...list, one];

test("an edit is there at once, and stored when it is asked for", async () => {
  const storage = kept("a");
  const { session, store } = open(storage);
  store.update(add("b"));
  assert.deepEqual([store.data(), session.isKept()], [["a", "b"], false]);
  assert.equal(await session.store(), false);
  assert.deepEqual([unseal(storage.records.record), session.isKept()], [["a", "b"], true]);
});

test("what two tabs write is joined, in both", async () => {
  const storage = kept("a");
  const [one, other] = [open(storage), open(storage)];
  one.store.update(add("b"));
  other.store.update(add("c"));
  await one.session.store();
  assert.equal(await other.session.store(), true);
  assert.deepEqual(other.store.data(), ["a", "b", "c"]);
  assert.equal(await one.session.refresh(), true);
  assert.deepEqual(one.store.data(), ["a", "b", "c"]);
});

test("a locked session drops all data, and leaves nothing where all is stored", async () => {
  const { session, store } = open(kept("a"));
  assert.deepEqual(session.end({ again: true }), []);
  assert.equal(store.data(), null);
  await assert.rejects(session.store(), { kind: "not-unlocked" });
});

test("what is not stored at the lock is sealed, stored without a key, and there when it is opened", async () => {
  const storage = kept("a");
  const { session, store } = open(storage);
  store.update(add("b"));
  const [left] = session.end({ again: true });
  assert.equal(store.data(), null);
  Object.assign(left, await left.sealed);
  assert.equal(left.isWhole, true);
  assert.equal(await left.put(), true);
  assert.equal(await left.put(), true); // reported as stored however often it is asked
  assert.deepEqual(open(storage).store.data(), ["a", "b"]);
});

test("what waits on a full disk is joined with what another tab wrote, when it is opened here", async () => {
  const storage = kept("a");
  const { session, store } = open(storage);
  store.update(add("b"));
  storage.isFull = true;
  const [left] = session.end({ again: true });
  Object.assign(left, await left.sealed);
  await assert.rejects(left.put(), { kind: "storage-full" });
  storage.isFull = false;
  const other = open(storage);
  other.store.update(add("c"));
  await other.session.store();
  assert.equal(await left.put(), false);
  const again = open(storage);
  again.session.storeOf(left.store).takeIn(left.files().map(unseal));
  await again.session.store();
  assert.deepEqual(unseal(storage.records.record), ["a", "c", "b"]);
});

test("where the worker has ended, another one seals the last edits; on leaving none does", async () => {
  for (const again of [true, false]) {
    const { session, worker, store } = open(kept("a"));
    store.update(add("b"));
    worker.stop();
    const [left] = session.end({ again });
    const { record, isWhole } = await left.sealed;
    assert.equal(isWhole, again);
    assert.deepEqual(record && unseal(record), again ? ["a", "b"] : null);
  }
});

test("what was sealed ahead is not lost with the worker", async () => {
  const { session, worker, store } = open(kept("a"));
  store.update(add("b"));
  await session.sealAhead();
  store.update(add("c"));
  worker.stop();
  const [left] = session.end({ again: false });
  const { record, isWhole } = await left.sealed;
  assert.deepEqual([unseal(record), isWhole], [["a", "b"], false]);
});

test("a new passphrase seals what another tab wrote as well, and the session goes on under it", async () => {
  const storage = kept("a");
  const [one, other] = [open(storage), open(storage)];
  other.store.update(add("b"));
  await other.session.store();
  assert.equal(await one.session.changePassphrase("key", "new", (work) => work()), true);
  assert.deepEqual(storage.records, { key: bytes("new"), record: seal(["a", "b"], "new") });
  one.store.update(add("c"));
  await one.session.store();
  assert.deepEqual(storage.records.record, seal(["a", "b", "c"], "new"));
  await assert.rejects(other.session.refresh(), { kind: "passphrase-changed" });
});

test("a second store is opened, asked, given the new key and ended without the session knowing what it does", async () => {
  const asked = [];
  const second = (session) => ({
    isKept: () => asked.push("isKept") && true,
    refresh: async () => (session.check(), asked.push("refresh"), false),
    store: async () => (asked.push("store"), true),
    sealAhead: async () => asked.push("sealAhead"),
    takeKey: ({ key }) => asked.push(new TextDecoder().decode(key)),
    end: () => ({ store: "second", sealed: Promise.resolve({ record: bytes("x"), isWhole: true }) }),
  });
  const { session } = open(kept("a"), { others: { second } });
  assert.equal(session.isKept(), true);
  assert.equal(await session.store(), true);
  await session.sealAhead();
  await session.changePassphrase("key", "new", (work) => work());
  assert.deepEqual(asked, ["isKept", "store", "sealAhead", "refresh", "new"]);
  assert.deepEqual(
    session.end({ again: true }).map((left) => left.store),
    ["second"],
  );
});

/** Hold the answers to one action of a worker until `letGo()`. */
function hold(worker, held) {
  const { ask } = worker;
  let letGo;
  const waiting = new Promise((resolve) => (letGo = resolve));
  worker.ask = async (action, data) => {
    const answer = await ask(action, data);
    if (action === held) await waiting;
    return answer;
  };
  return letGo;
}

test("what another tab wrote, and was opened only after the lock, is not held", async () => {
  const storage = kept("a");
  const [one, other] = [open(storage), open(storage)];
  other.store.update(add("b"));
  await other.session.store();
  const letGo = hold(one.worker, OPEN);
  const refreshed = one.session.refresh();
  await new Promise((resolve) => setImmediate(resolve));
  one.session.end({ again: false });
  letGo();
  await assert.rejects(refreshed, { kind: "not-unlocked" });
  assert.equal(one.store.data(), null);
});

test("what was being sealed while the key changed is sealed anew under the new one", async () => {
  const storage = kept("a");
  const { session, worker, store } = open(storage);
  const letGo = hold(worker, SEAL);
  store.update(add("b"));
  const sealed = session.sealAhead();
  assert.equal(await session.changePassphrase("key", "new", (work) => work()), true);
  letGo();
  await sealed;
  await session.store();
  assert.deepEqual(storage.records, { key: bytes("new"), record: seal(["a", "b"], "new") });
});
