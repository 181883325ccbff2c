// One piece of work at a time: a second press does nothing, and a fault leaves no button dead.
import assert from "node:assert/strict";
import test from "node:test";
import { oneAtATime } from "../../theme/components/log/one-at-a-time.js";

test("a second press meanwhile does nothing", async () => {
  const shown = [];
  const doOne = oneAtATime((isBusy) => shown.push(isBusy));
  let end;
  const first = doOne(() => new Promise((resolve) => (end = resolve)));
  assert.equal(await doOne(() => assert.fail("done twice")), null);
  end("done");
  assert.equal(await first, "done");
  assert.deepEqual(shown, [true, false]);
});

for (const [name, work] of [
  ["rejects", () => Promise.reject(new TypeError("broken"))],
  [
    "throws",
    () => {
      throw new TypeError("broken");
    },
  ],
])
  test(`after work that ${name}, the button works again`, async () => {
    const shown = [];
    const doOne = oneAtATime((isBusy) => shown.push(isBusy));
    await assert.rejects(doOne(work), TypeError);
    assert.deepEqual(shown, [true, false]);
    assert.equal(await doOne(async () => "done"), "done");
  });

test("work goes on after a fault in showing that it began", async () => {
  let isBroken = true;
  const doOne = oneAtATime((isBusy) => {
    if (isBusy && isBroken) throw new TypeError("broken");
  });
  await assert.rejects(
    doOne(async () => "done"),
    TypeError,
  );
  isBroken = false;
  assert.equal(await doOne(async () => "done"), "done");
});
