// After an error that is not the checklist's own, a worker is ended and never asked again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

globalThis.document = {
  baseURI: "https://example.org/",
  currentScript: { src: "https://example.org/assets/plan.js" },
  documentElement: { dataset: {} },
};
/** @type {FakeWorker[]} */
let workers;
/** What a worker answers to a request, by its text. */
const answers = { good: { result: "answer" }, bad: { error: "python" }, silent: null };
/** Which core the next workers say that they use, and how their start ends. */
let slim = false;
let started = { result: undefined };

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
    const isStart = action === "start";
    this.asked.push(isStart ? (data.isLarger ? "start-larger" : action) : data);
    if (isStart) this.tell({ core: slim && !data.isLarger ? "slim" : "published", larger: 2_900_000 });
    const answer = isStart ? started : answers[data];
    if (answer) this.tell({ id, ...answer });
  }
  tell(data) {
    queueMicrotask(() => this.ended || this.listeners.message({ data }));
  }
  terminate() {
    this.ended = true;
  }
}
globalThis.Worker = FakeWorker;
const { startPython } = await import("../../theme/components/python/python-client.js");

function start(options = {}) {
  ({ slim = false, started = { result: undefined } } = options);
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
  assert.deepEqual(states, ["loading", "ready published", "loading", "ready published"]);
});

test("after two errors in a row it failed, and nothing more is asked", async () => {
  answers.bad = { error: "python" };
  const { ask, states } = start();
  await assert.rejects(ask("answer", "bad"), { kind: "python" });
  await assert.rejects(ask("answer", "good"), { kind: "python" });
  assert.deepEqual(told(), ["start bad ended", "start bad ended"]);
  assert.deepEqual(states, ["loading", "ready published", "loading", "ready published", "failed python"]);
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
    assert.deepEqual(states, ["loading", "ready published", "loading", "ready published"]);
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

test("after one error of the slim core nothing more is asked or loaded, and what was open fails too", async () => {
  const { ask, states } = start({ slim: true });
  await ask("answer", "good");
  answers.silent = null;
  const open = ask("answer", "silent");
  await assert.rejects(ask("answer", "bad"), { kind: "python" });
  await assert.rejects(open, { kind: "python" });
  await assert.rejects(ask("answer", "good"), { kind: "python" });
  await pause(0);
  assert.deepEqual(told(), ["start good silent bad ended"]);
  assert.deepEqual(states, ["loading", "ready slim", "failed cannot-answer"]);
});

for (const type of ["error", "messageerror"]) {
  test(`after the event ${type} of the slim core nothing more is asked or loaded`, async () => {
    const { ask, states } = start({ slim: true });
    await ask("answer", "good");
    workers[0].listeners[type]({ preventDefault() {} });
    await assert.rejects(ask("answer", "good"), { kind: "python" });
    await pause(0);
    assert.deepEqual(told(), ["start good ended"]);
    assert.equal(states.at(-1), "failed cannot-answer");
  });
}

test("the published core is started when the reader asks, and goes on", async () => {
  const { ask, startLarger, largerSize, states } = start({ slim: true });
  await assert.rejects(ask("answer", "bad"));
  assert.equal(largerSize(), 2_900_000);
  startLarger();
  assert.equal(await ask("answer", "good"), "answer");
  workers[1].listeners.error({ preventDefault() {} });
  assert.equal(await ask("answer", "good"), "answer");
  assert.deepEqual(told(), ["start bad ended", "start-larger good ended", "start-larger good"]);
  assert.deepEqual(states.slice(2), [
    "failed cannot-answer",
    "loading",
    "ready published",
    "loading",
    "ready published",
  ]);
});

test("where the published core does not arrive, it can be asked for again", async () => {
  const { ask, startLarger, largerSize, states } = start({ slim: true });
  await assert.rejects(ask("answer", "bad"));
  started = { error: "network" };
  startLarger();
  await assert.rejects(ask("answer", "good"), { kind: "network" });
  assert.deepEqual([states.at(-1), largerSize()], ["failed not-larger", 2_900_000]);
  started = { result: undefined };
  startLarger();
  assert.equal(await ask("answer", "good"), "answer");
  assert.equal(states.at(-1), "ready published");
});

test("a slim core that does not start is loaded afresh once, and the published one is not", async () => {
  const { ask, states } = start({ slim: true, started: { error: "python" } });
  await assert.rejects(ask("answer", "good"), { kind: "python" });
  await pause(0);
  assert.deepEqual(told(), ["start ended", "start ended"]);
  assert.deepEqual(states, ["loading", "loading", "failed cannot-start"]);
});

test("an error event while the slim core starts is one of Python, and of no policy", async () => {
  const { states } = start({ slim: true, started: null });
  await pause(0);
  for (const worker of [0, 1]) {
    workers[worker].listeners.error({ preventDefault() {} });
    await pause(0);
  }
  assert.deepEqual(states, ["loading", "loading", "failed cannot-start"]);
});

test("what the network does to the slim core is told as before", async () => {
  const { ask, states } = start({ slim: true, started: { error: "network" } });
  await assert.rejects(ask("answer", "good"), { kind: "network" });
  assert.deepEqual(states, ["loading", "failed network"]);
});
