// A fault of ours in a worker is told as one, by its name, and not as a worker that did not start.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withFaults } from "./faults.mjs";

globalThis.document = {
  currentScript: { src: "https://example.org/assets/a.js" },
  documentElement: { dataset: {} },
};
const { KnownError, kindOf, OURS } = await import("../../theme/components/common/known-error.js");
const { openWorker } = await import("../../theme/components/worker/open-worker.js");
const { GENERATE, RATE } = await import("../../theme/components/vault/protocol.js");
const WORKERS = "../../theme/components";

/** Run a worker's module here, and return how the page asks it. */
async function start(run) {
  const listeners = { page: [], worker: [] };
  globalThis.self = {
    addEventListener: (_type, listener) => listeners.worker.push(listener),
    postMessage: (data) => listeners.page.forEach((listener) => listener({ data })),
  };
  globalThis.Worker = class {
    addEventListener = (type, listener) => type === "message" && listeners.page.push(listener);
    postMessage = (data) => listeners.worker.forEach((listener) => listener({ data }));
    terminate() {}
  };
  await run();
  return openWorker("", { toError: (kind) => new KnownError(kind), failed: "no-worker" }).ask;
}

/** Return what an action ended with: its result, or the kind of what it rejected with, and what developers see. */
async function outcome(asking) {
  const { result, faults } = await withFaults(() => asking.catch(kindOf));
  return { result, faults: faults.map(({ message }) => message) };
}

test("words that could not be picked for a fault of ours are told as that", async (t) => {
  const ask = await start(() => import(`${WORKERS}/vault/passphrase/words.worker.js`));
  assert.match((await outcome(ask(GENERATE))).result, /^\w+( \w+){5}$/);
  t.mock.method(crypto, "getRandomValues", () => {
    throw new TypeError("Blue door");
  });
  assert.deepEqual(await outcome(ask(GENERATE)), { result: OURS, faults: seen("TypeError") });
});

test("a passphrase that could not be rated for a fault of ours is told as that", async () => {
  const ask = await start(() => import(`${WORKERS}/vault/passphrase/strength.worker.js`));
  assert.equal((await outcome(ask(RATE, { text: "blue door", known: [] }))).result.ok, false);
  const broken = ask(RATE, { text: { toString: () => "Blue door" }, known: [] });
  assert.deepEqual(await outcome(broken), { result: OURS, faults: seen("TypeError") });
});

test("what a worker knows is told by its kind; of what it does not know, developers see the name", async () => {
  const { respondWith } = await import(`${WORKERS}/worker/respond.js`);
  const fail = (error) => () => Promise.reject(error);
  const actions = { full: fail(new KnownError("storage-full")), broken: fail(new RangeError("Blue door")) };
  const toKind = (error) => (error instanceof KnownError ? error.kind : null);
  const ask = await start(() => respondWith(actions, toKind, { ours: "no-worker" }));
  assert.deepEqual(await outcome(ask("full")), { result: "storage-full", faults: [] });
  assert.deepEqual(await outcome(ask("broken")), { result: "no-worker", faults: seen("RangeError") });
});

const seen = (name) => [`a fault of this page: ${name}`];
