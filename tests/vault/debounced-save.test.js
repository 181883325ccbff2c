import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createDebouncedSave } from "../../theme/components/vault/debounced-save.js";

let edits, kept, sealed, saved, heard, answer, debouncedSave;

const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  edits = [];
  kept = 0;
  sealed = [];
  saved = [];
  heard = [];
  answer = async () => false;
  debouncedSave = createDebouncedSave({
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
  debouncedSave.noted();
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
  const first = debouncedSave.flush();
  await settle();
  add("b");
  let done = false;
  const second = debouncedSave.flush().then(() => (done = true));
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
  await assert.rejects(debouncedSave.flush(), { message: "full" });
  answer = async () => false;
  add("b");
  await debouncedSave.flush();
  assert.deepEqual(saved.at(-1), ["a", "b"]);
  assert.equal(heard.at(-1), true);
});

test("what another tab changed is told once the edits lie on top of it", async () => {
  answer = async () => true;
  add("a");
  await debouncedSave.flush();
  assert.deepEqual(heard, [false, "changed", true]);
});

test("after a lock nothing of a save that was under way is told", async () => {
  let finish;
  answer = () => new Promise((resolve, reject) => (finish = { resolve, reject }));
  add("a");
  const first = debouncedSave.flush();
  await settle();
  debouncedSave.forget();
  finish.resolve(true);
  await first;
  add("b");
  debouncedSave.saveInBackground();
  await settle();
  debouncedSave.forget();
  finish.reject(new Error("locked"));
  await settle();
  assert.deepEqual(heard, [false, false]);
});

test("a save that never comes to its end does not hold up what is opened after a lock", async () => {
  answer = () => new Promise(() => {});
  add("a");
  debouncedSave.saveInBackground();
  await settle();
  debouncedSave.forget();
  answer = async () => false;
  await debouncedSave.flush();
  assert.deepEqual(saved, [["a"], ["a"]]);
});
