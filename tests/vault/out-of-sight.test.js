// When a page hides itself: out of sight, and after a while without use; and the choice of both as text.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { readChoice, writeChoice } from "../../theme/components/out-of-sight/choice.js";
import { createWatch } from "../../theme/components/out-of-sight/watch.js";

const MINUTE = 60_000; // milliseconds

let hidings, watch;

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
  hidings = 0;
  watch = createWatch(() => hidings++);
});

const use = () => document.dispatchEvent(new Event("keydown"));

function see(isSeen) {
  document.hidden = !isSeen;
  document.dispatchEvent(new Event("visibilitychange"));
}

test("nothing hides before it was chosen, and nothing after it was switched off", (t) => {
  see(false);
  watch.set({ hide: true, idle: 1 });
  watch.set({ hide: false, idle: 0 });
  see(false);
  t.mock.timers.tick(60 * MINUTE);
  assert.equal(hidings, 0);
});

test("a page hides at once when it goes out of sight, and each time", () => {
  watch.set({ hide: true, idle: 0 });
  for (const isSeen of [false, true, false]) see(isSeen);
  assert.equal(hidings, 2);
});

test("it hides after the chosen time without use, and every use begins it anew", (t) => {
  watch.set({ hide: false, idle: 5 });
  see(false);
  see(true);
  t.mock.timers.tick(4 * MINUTE);
  use();
  t.mock.timers.tick(5 * MINUTE - 1);
  assert.equal(hidings, 0);
  t.mock.timers.tick(1);
  assert.equal(hidings, 1);
});

test("the first touch after a sleep, in which timers stop, hides; the time then begins anew", (t) => {
  watch.set({ hide: false, idle: 1 });
  t.mock.timers.setTime(Date.now() + 10 * MINUTE);
  hidings = 0;
  watch.set({ hide: false, idle: 1 });
  const later = Date.now() + 10 * MINUTE;
  t.mock.method(Date, "now", () => later);
  use();
  assert.equal(hidings, 1);
  use();
  assert.equal(hidings, 1);
});

test("a choice is the same after it was written and read, and what is not known counts for nothing", () => {
  for (const hide of [true, false])
    for (const idle of [0, 1, 5, 15])
      for (const cover of [true, false]) {
        const choice = { hide, idle, cover };
        assert.deepEqual(readChoice(writeChoice(choice)), choice);
      }
  const nothing = { hide: false, idle: 0, cover: false };
  for (const text of [undefined, null, 5, {}, "", "hidden idle-7 Cover __proto__"])
    assert.deepEqual(readChoice(text), nothing);
});

test("a device that wakes after a sleep hides without a touch, within a second", (t) => {
  watch.set({ hide: false, idle: 15 });
  const later = Date.now() + 16 * MINUTE;
  t.mock.method(Date, "now", () => later); // timers stood still meanwhile
  t.mock.timers.tick(1000);
  assert.equal(hidings, 1);
});
