// The state of a vault after each event: every state with every event.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LOCKED, LOOKING, OFF, UNLOCKED } from "../../theme/components/vault/protocol.js";
import { createState, EVENT, stateAfter, STATES } from "../../theme/components/vault/state.js";

const NEVER = undefined; // such an event cannot happen in that state
const COLUMNS = [LOOKING, OFF, LOCKED, UNLOCKED];
const TABLE = {
  [EVENT.FOUND]: [LOCKED, LOCKED, LOCKED, NEVER],
  [EVENT.NOTHING_FOUND]: [OFF, OFF, OFF, NEVER],
  [EVENT.KEPT]: [NEVER, UNLOCKED, UNLOCKED, NEVER],
  [EVENT.KEPT_LOCKED]: [NEVER, LOCKED, LOCKED, UNLOCKED],
  [EVENT.KEPT_BEFORE]: [NEVER, LOCKED, LOCKED, UNLOCKED],
  [EVENT.KEPT_ELSEWHERE]: [LOOKING, LOCKED, LOCKED, UNLOCKED],
  [EVENT.OPENED]: [NEVER, NEVER, UNLOCKED, NEVER],
  [EVENT.LOCKED]: [LOOKING, OFF, LOCKED, LOCKED],
  [EVENT.LEFT]: [LOOKING, OFF, LOCKED, LOCKED],
  [EVENT.GONE]: [OFF, OFF, OFF, OFF],
  [EVENT.WIPED]: [NEVER, OFF, OFF, NEVER],
  [EVENT.NOT_WIPED]: [NEVER, LOCKED, LOCKED, NEVER],
};

test("the table has every state and every event", () => {
  assert.deepEqual(STATES, COLUMNS);
  assert.deepEqual(Object.keys(TABLE).sort(), Object.values(EVENT).sort());
});

for (const [event, after] of Object.entries(TABLE)) {
  for (const [index, state] of COLUMNS.entries()) {
    test(`${state}, then ${event}: ${after[index] ?? "cannot happen"}`, () => {
      assert.equal(stateAfter(state, event), after[index]);
    });
  }
}

/** Run a vault's state through events; return what it reported. */
function run(events) {
  globalThis.document = { documentElement: { dataset: {} } };
  const told = [];
  const state = createState((...heard) => told.push(heard));
  for (const event of events) state.on(...[event].flat());
  return { state, told, shown: document.documentElement.dataset.vault };
}

// What a reader and other tabs can do, as the panels and the channel let them.
const WAYS = {
  "keep, lock, open, delete": [
    EVENT.NOTHING_FOUND,
    EVENT.KEPT,
    EVENT.LOCKED,
    EVENT.OPENED,
    EVENT.LEFT,
    EVENT.WIPED,
  ],
  "open, and the passphrase was changed elsewhere": [
    EVENT.FOUND,
    EVENT.OPENED,
    [EVENT.LOCKED, "passphrase-changed"],
    EVENT.OPENED,
  ],
  "keep, and the worker ended": [EVENT.NOTHING_FOUND, EVENT.KEPT_LOCKED, EVENT.OPENED],
  "keep, and another tab was first": [EVENT.NOTHING_FOUND, EVENT.KEPT_BEFORE, EVENT.OPENED],
  "another tab keeps while this one reads": [EVENT.NOTHING_FOUND, EVENT.KEPT_ELSEWHERE, EVENT.OPENED],
  "another tab's word comes in the middle of the first keeping": [
    EVENT.NOTHING_FOUND,
    EVENT.KEPT_ELSEWHERE,
    EVENT.KEPT,
  ],
  "open elsewhere, then the keeping that was begun here fails": [
    EVENT.NOTHING_FOUND,
    EVENT.KEPT_ELSEWHERE,
    EVENT.OPENED,
    EVENT.KEPT_BEFORE,
  ],
  "another tab deletes it, open here": [EVENT.FOUND, EVENT.OPENED, [EVENT.GONE, "storage-gone"], EVENT.KEPT],
  "another tab deletes it, locked here": [EVENT.FOUND, [EVENT.GONE, "storage-gone"], EVENT.KEPT],
  "other tabs delete and keep while this one looks": [
    EVENT.GONE,
    EVENT.KEPT_ELSEWHERE,
    EVENT.NOTHING_FOUND,
    EVENT.KEPT,
  ],
  "deleting fails": [EVENT.FOUND, EVENT.OPENED, EVENT.LEFT, EVENT.NOT_WIPED, EVENT.OPENED],
  "leave before the first look has ended": [EVENT.LEFT, EVENT.LOCKED, EVENT.FOUND],
};

for (const [name, events] of Object.entries(WAYS)) {
  test(`${name}: each step is in the table`, () => {
    const { state, shown } = run(events);
    assert.equal(state.now, shown);
  });
}

test("whoever listens hears each state with its reason, and nothing of leaving", () => {
  const { told } = run([
    EVENT.FOUND,
    EVENT.OPENED,
    [EVENT.LOCKED, "no-worker", true],
    EVENT.OPENED,
    EVENT.LEFT,
  ]);
  assert.deepEqual(told, [
    [LOCKED, undefined, undefined],
    [UNLOCKED, undefined, undefined],
    [LOCKED, "no-worker", true],
    [UNLOCKED, undefined, undefined],
  ]);
});

test("before the first look has ended, nothing is told or shown", () => {
  const { told, shown } = run([EVENT.LOCKED, EVENT.LEFT, EVENT.KEPT_ELSEWHERE]);
  assert.deepEqual([told, shown], [[], undefined]);
});

test("an event that cannot happen is a fault, and changes nothing", () => {
  const { state } = run([EVENT.FOUND, EVENT.OPENED]);
  assert.throws(() => state.on(EVENT.OPENED), /opened while unlocked/);
  assert.equal(state.now, UNLOCKED);
});
