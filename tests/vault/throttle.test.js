import assert from "node:assert/strict";
import { test } from "node:test";
import { createThrottle } from "../../theme/components/vault/throttle.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));
const isWrong = ({ message }) => message === "wrong";

test("each wrong passphrase doubles the wait, up to 8 seconds, and a right one ends it", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const throttle = createThrottle();
  const tries = [];
  const attempt = (result) =>
    throttle(async () => {
      tries.push(result);
      if (result !== "right") throw new Error(result);
    }, isWrong).catch(() => {});

  for (const waited of [0, 500, 1000, 2000, 4000, 8000, 8000]) {
    const before = tries.length;
    attempt("wrong");
    await settle();
    if (waited) {
      t.mock.timers.tick(waited - 1);
      await settle();
      assert.equal(tries.length, before);
      t.mock.timers.tick(1);
      await settle();
    }
    assert.equal(tries.length, before + 1);
  }
  attempt("right");
  await settle();
  t.mock.timers.tick(8000);
  await settle();
  attempt("damaged");
  await settle();
  attempt("right");
  await settle();
  assert.deepEqual(tries.slice(-3), ["right", "damaged", "right"]);
});
