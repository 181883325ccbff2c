import assert from "node:assert/strict";
import { test } from "node:test";
import { createBoundedMutex } from "../../theme/components/vault/mutex.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("work is done in its turn, and its result or error is told", async () => {
  const inTurn = createBoundedMutex((work) => work());
  assert.equal(await inTurn(async () => 7), 7);
  await assert.rejects(
    inTurn(async () => {
      throw new Error("full");
    }),
    { message: "full" },
  );
});

test("a turn that never comes is not waited for, and one that comes late does nothing more", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const done = [];
  let take;
  const inTurn = createBoundedMutex((work) => new Promise((resolve) => (take = () => resolve(work()))), 2000);
  const work = inTurn(async () => done.push("once"));
  t.mock.timers.tick(1999);
  await settle();
  assert.deepEqual(done, []);
  t.mock.timers.tick(1);
  await work;
  take();
  await settle();
  assert.deepEqual(done, ["once"]);
});
