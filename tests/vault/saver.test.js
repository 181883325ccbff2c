import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createSaver } from "../../theme/components/vault/saver.js";

let edits, kept, sealed, saved, heard, answer, saver;

const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  edits = [];
  kept = 0;
  sealed = [];
  saved = [];
  heard = [];
  answer = async () => false;
  saver = createSaver({
    seal: () => sealed.push(edits.length),
    async store() {
      const taken = edits.length;
      saved.push(edits.slice(kept));
      const changed = await answer();
      kept = taken;
      return changed;
    },
    isKept: () => kept === edits.length,
    onChanged: () => heard.push("changed"),
    onStored: (isStored) => heard.push(isStored),
    onProblem: ({ message }) => heard.push(message),
  });
});

function add(edit) {
  edits.push(edit);
  saver.noted();
}

test("an edit is sealed at once, and stored soon after the last", async (t) => {
  add("a");
  assert.deepEqual(sealed, [1]);
  t.mock.timers.tick(300);
  add("b");
  assert.deepEqual(sealed, [1, 2]);
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
    add(i);
    t.mock.timers.tick(100);
  }
  await settle();
  assert.ok(saved.length >= 1);
});

test("a flush stores at once, and waits for a save under way", async () => {
  let finish;
  answer = () => new Promise((resolve) => (finish = resolve));
  add("a");
  const first = saver.flush();
  await settle();
  add("b");
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
  add("a");
  t.mock.timers.tick(400);
  await settle();
  assert.deepEqual(heard, [false, "full"]);
  await assert.rejects(saver.flush(), { message: "full" });
  answer = async () => false;
  add("b");
  await saver.flush();
  assert.deepEqual(saved.at(-1), ["a", "b"]);
  assert.equal(heard.at(-1), true);
});

test("what another tab changed is told once the edits lie on top of it", async () => {
  answer = async () => true;
  add("a");
  await saver.flush();
  assert.deepEqual(heard, [false, "changed", true]);
});

test("after a lock nothing of a save that was under way is told", async () => {
  let finish;
  answer = () => new Promise((resolve, reject) => (finish = { resolve, reject }));
  add("a");
  const first = saver.flush();
  await settle();
  saver.forget();
  finish.resolve(true);
  await first;
  add("b");
  saver.saveInBackground();
  await settle();
  saver.forget();
  finish.reject(new Error("locked"));
  await settle();
  assert.deepEqual(heard, [false, false]);
});

test("a save that never comes to its end does not hold up what is opened after a lock", async () => {
  answer = () => new Promise(() => {});
  add("a");
  saver.saveInBackground();
  await settle();
  saver.forget();
  answer = async () => false;
  await saver.flush();
  assert.deepEqual(saved, [["a"], ["a"]]);
});
