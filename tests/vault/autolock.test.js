// When the vault locks: without use, while hidden, after a sleep, and no longer once the timer was stopped.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { watchForLock } from "../../theme/components/vault/autolock.js";

const MINUTE = 60_000; // milliseconds

let locks, watch;

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  globalThis.document = Object.assign(new EventTarget(), { hidden: false });
  globalThis.window = new EventTarget();
  locks = 0;
  watch = watchForLock({ onTime: () => locks++, onHidden() {} });
});

const use = () => document.dispatchEvent(new Event("keydown"));

function see(isSeen) {
  document.hidden = !isSeen;
  document.dispatchEvent(new Event("visibilitychange"));
}

test("five minutes without use lock, and every use begins them anew", (t) => {
  t.mock.timers.tick(4 * MINUTE);
  use();
  t.mock.timers.tick(5 * MINUTE - 1);
  assert.equal(locks, 0);
  t.mock.timers.tick(1);
  assert.equal(locks, 1);
});

test("a minute out of sight locks, and less of it is forgotten when it is seen again", (t) => {
  see(false);
  t.mock.timers.tick(MINUTE - 1);
  see(true);
  t.mock.timers.tick(2 * MINUTE);
  assert.equal(locks, 0);
  see(false);
  t.mock.timers.tick(MINUTE);
  assert.equal(locks, 1);
});

test("a page that is kept for Back is out of sight", (t) => {
  window.dispatchEvent(new Event("pagehide"));
  t.mock.timers.tick(MINUTE);
  assert.equal(locks, 1);
});

test("the first touch after a long sleep is no use", (t) => {
  t.mock.timers.setTime(60 * MINUTE); // timers stop during that
  use();
  assert.equal(locks, 1);
});

test("after a long sleep it locks within a second, without a touch", (t) => {
  const later = Date.now() + 60 * MINUTE;
  t.mock.method(Date, "now", () => later); // timers stood still meanwhile
  t.mock.timers.tick(1000);
  assert.equal(locks, 1);
});

test("once it was stopped, nothing locks and nothing is heard", (t) => {
  watch.stop();
  see(false);
  t.mock.timers.tick(60 * MINUTE);
  assert.equal(locks, 0);
});
