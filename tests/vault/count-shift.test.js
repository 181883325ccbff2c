// Presses of Shift, as they are counted without a page.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { countShift } from "../../theme/components/quick-exit/count-shift.js";

const TWICE = "Shift pressed twice. Once more to leave.";
const LATE = "Shift was not pressed again in time. Press it three times to leave.";

let events, status, left;

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  events = new EventTarget();
  status = { textContent: "" };
  left = 0;
  globalThis.addEventListener = (...given) => events.addEventListener(...given);
  globalThis.document = { querySelector: () => status };
  countShift(() => left++);
});

const tell = (type, more) =>
  events.dispatchEvent(Object.assign(new Event(type), { key: "Shift", code: "ShiftLeft" }, more));

function press(times) {
  for (let i = 0; i < times; i++) {
    tell("keydown");
    tell("keyup");
  }
}

test("three presses leave, and the second one is told", () => {
  press(1);
  assert.deepEqual([status.textContent, left], ["", 0]);
  press(1);
  assert.deepEqual([status.textContent, left], [TWICE, 0]);
  press(1);
  assert.equal(left, 1);
});

test("Shift that is held for something else does not count, though the browser repeats it", () => {
  for (let i = 0; i < 4; i++) {
    tell("keydown");
    tell("pointerdown");
    tell("keydown", { repeat: true });
    tell("keyup");
  }
  assert.deepEqual([status.textContent, left], ["", 0]);
});

test("another key begins the count anew", () => {
  press(2);
  tell("keydown", { key: "x", code: "KeyX" });
  assert.equal(status.textContent, "");
  press(2);
  assert.deepEqual([status.textContent, left], [TWICE, 0]);
});

test("five seconds between two presses are too long, and each press begins them anew", (t) => {
  press(1);
  t.mock.timers.tick(4000);
  press(1);
  t.mock.timers.tick(4999);
  assert.equal(status.textContent, TWICE);
  t.mock.timers.tick(1);
  assert.equal(status.textContent, LATE);
  press(2);
  assert.deepEqual([status.textContent, left], [TWICE, 0]);
});
