// What waits to be stored after a lock: tried again until it is stored, opened or dropped.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { KnownError } from "../../theme/components/common/known-error.js";
import { ALL_KEPT, STORAGE_FULL, WAITS } from "../../theme/components/vault/protocol.js";
import { createWaiting } from "../../theme/components/vault/waiting.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));

let outcomes, stored, waiting;

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
  outcomes = [];
  stored = 0;
  waiting = createWaiting({ onOutcome: (outcome) => outcomes.push(outcome), onStored: () => stored++ });
});

/** Something to store, on a disk that is full for so many tries. */
function full(tries) {
  const left = {
    tried: 0,
    async put() {
      if (left.tried++ < tries) throw new KnownError(STORAGE_FULL);
      return true;
    },
  };
  return left;
}

test("it is tried again after a pause that doubles, up to a minute, until it is stored", async (t) => {
  const left = full(9);
  await waiting.hold([left]);
  let tried = 1;
  for (const pause of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
    t.mock.timers.tick(pause * 1000 - 1);
    await settle();
    assert.equal(left.tried, tried);
    t.mock.timers.tick(1);
    await settle();
    assert.equal(left.tried, ++tried);
  }
  assert.deepEqual([outcomes, stored, await waiting.peek()], [[WAITS, ALL_KEPT], 1, []]);
});

test("what was dropped while it was tried is not held again, and nothing is told of it", async (t) => {
  const left = full(9);
  const held = waiting.hold([left]);
  waiting.drop();
  await held;
  assert.deepEqual(await waiting.peek(), []);
  t.mock.timers.tick(100_000);
  await settle();
  assert.deepEqual([left.tried, outcomes], [1, []]);
});
