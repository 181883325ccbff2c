// After an error that is not the checklist's own, a worker is ended and never asked again.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = {
  baseURI: "https://example.org/",
  currentScript: { src: "https://example.org/assets/plan.js" },
  documentElement: { dataset: {} },
};
/** @type {FakeWorker[]} */
let workers;
/** What a worker answers to a request, by its text. */
const answers = { good: { result: "answer" }, bad: { error: "python" }, silent: null };

class FakeWorker {
  listeners = {};
  asked = [];
  ended = false;
  constructor() {
    workers.push(this);
  }
  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }
  postMessage({ id, action, data }) {
    this.asked.push(action === "start" ? action : data);
    const answer = action === "start" ? { result: undefined } : answers[data];
    if (answer) queueMicrotask(() => this.ended || this.listeners.message({ data: { id, ...answer } }));
  }
  terminate() {
    this.ended = true;
  }
}
globalThis.Worker = FakeWorker;
const { startPython } = await import("../../theme/components/python/python-client.js");

function start() {
  workers = [];
  const states = [];
  const python = startPython({ base: "assets/python/", onState: (...state) => states.push(state.join(" ")) });
  return { ...python, states };
}

const told = () => workers.map(({ asked, ended }) => [...asked, ...(ended ? ["ended"] : [])].join(" "));

test("an error ends the worker, and another is asked the same and all that was left open", async () => {
  const { ask, states } = start();
  assert.equal(await ask("answer", "good"), "answer");
  const open = ask("answer", "silent");
  answers.bad = { error: "python" };
  const asking = ask("answer", "bad");
  await new Promise((resolve) => {
    workers[0].terminate = function () {
      this.ended = true;
      answers.bad = answers.silent = { result: "answer" };
      resolve();
    };
  });
  assert.deepEqual(await Promise.all([asking, open]), ["answer", "answer"]);
  assert.deepEqual(told()[0], "start good silent bad ended");
  assert.deepEqual(told()[1].split(" ").sort(), ["bad", "silent", "start"]);
  assert.deepEqual(states, ["loading", "ready", "loading", "ready"]);
});

test("after two errors in a row it failed, and nothing more is asked", async () => {
  answers.bad = { error: "python" };
  const { ask, states } = start();
  await assert.rejects(ask("answer", "bad"), { kind: "python" });
  await assert.rejects(ask("answer", "good"), { kind: "python" });
  assert.deepEqual(told(), ["start bad ended", "start bad ended"]);
  assert.deepEqual(states, ["loading", "ready", "loading", "ready", "failed python"]);
});

test("an answer in between begins the count again", async () => {
  const { ask, states } = start();
  for (const answer of ["good", "good"]) {
    await ask("answer", answer);
    workers.at(-1).listeners.error({ preventDefault() {} });
  }
  assert.equal(await ask("answer", "good"), "answer");
  assert.equal(workers.length, 3);
  assert.ok(!states.includes("failed python"));
});

for (const type of ["error", "messageerror"]) {
  test(`after the event ${type} the next request starts another worker`, async () => {
    const { ask, states } = start();
    await ask("answer", "good");
    workers[0].listeners[type]({ preventDefault() {} });
    assert.deepEqual(told(), ["start good ended"]);
    assert.equal(await ask("answer", "good"), "answer");
    assert.deepEqual(told(), ["start good ended", "start good"]);
    assert.deepEqual(states, ["loading", "ready", "loading", "ready"]);
  });
}

test("what was stopped after an error starts nothing", async () => {
  const { ask, stop } = start();
  await ask("answer", "good");
  workers[0].listeners.error({ preventDefault() {} });
  stop();
  await assert.rejects(ask("answer", "good"));
  assert.equal(workers.length, 1);
});
