import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createSaver } from "../../theme/components/vault/saver.js";

let saved, heard, answer, saver;

const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  saved = [];
  heard = [];
  answer = async () => false;
  saver = createSaver({
    async store(edits) {
      saved.push([...edits]);
      return answer();
    },
    onChanged: () => heard.push("changed"),
    onStored: (isStored) => heard.push(isStored),
    onProblem: ({ message }) => heard.push(message),
  });
});

test("edits are stored together, soon after the last", async (t) => {
  saver.add("a");
  t.mock.timers.tick(300);
  saver.add("b");
  t.mock.timers.tick(399);
  await settle();
  assert.deepEqual(saved, []);
  t.mock.timers.tick(1);
  await settle();
  assert.deepEqual(saved, [["a", "b"]]);
  assert.deepEqual(heard, [false, false, true]);
});

test("edits without a pause are stored all the same", async (t) => {
  for (let i = 0; i < 25; i++) {
    saver.add(i);
    t.mock.timers.tick(100);
  }
  await settle();
  assert.ok(saved.length >= 1);
});

test("a flush stores at once, and waits for a save under way", async () => {
  let finish;
  answer = () => new Promise((resolve) => (finish = resolve));
  saver.add("a");
  const first = saver.flush();
  await settle();
  saver.add("b");
  let done = false;
  const second = saver.flush().then(() => (done = true));
  await settle();
  assert.equal(done, false);
  finish(false);
  await settle();
  finish(false);
  await Promise.all([first, second]);
  assert.deepEqual(saved, [["a"], ["b"]]);
  assert.deepEqual(heard, [false, false, true]);
});

test("edits that could not be stored are stored with the next", async (t) => {
  answer = async () => {
    throw new Error("full");
  };
  saver.add("a");
  t.mock.timers.tick(400);
  await settle();
  assert.deepEqual(heard, [false, "full"]);
  await assert.rejects(saver.flush(), { message: "full" });
  answer = async () => false;
  saver.add("b");
  await saver.flush();
  assert.deepEqual(saved.at(-1), ["a", "b"]);
  assert.equal(heard.at(-1), true);
});

test("what another tab changed is told once the edits lie on top of it", async () => {
  answer = async () => true;
  saver.add("a");
  await saver.flush();
  assert.deepEqual(heard, [false, "changed", true]);
});

test("what is forgotten is not stored, also when a save was under way", async () => {
  let finish;
  answer = () => new Promise((resolve) => (finish = resolve));
  saver.add("a");
  const flushed = saver.flush();
  await settle();
  saver.forget();
  finish(false);
  await flushed;
  assert.deepEqual(saver.unsaved(), []);
  assert.deepEqual(heard, [false]);
});
