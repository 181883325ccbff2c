import assert from "node:assert/strict";
import test from "node:test";
import { kindOf, KnownError, OURS } from "../../theme/components/common/known-error.js";
import { SENTENCES } from "../../theme/components/vault/strings.js";
import { withFaults } from "./faults.mjs";

/** Return the kind of an error, and what is thrown apart from that. */
async function askFor(error) {
  const { result: kind, faults: thrown } = await withFaults(() => kindOf(error));
  return { kind, thrown };
}

test("a problem that was foreseen is told by its kind, and nothing is thrown", async () => {
  assert.deepEqual(await askFor(new KnownError("damaged")), { kind: "damaged", thrown: [] });
});

for (const error of [
  new TypeError("Blue door"),
  new RangeError("Blue door"),
  "Blue door",
  undefined,
  { kind: "damaged" },
]) {
  test(`a fault of ours is seen without its words: ${error?.name ?? typeof error}`, async () => {
    const { kind, thrown } = await askFor(error);
    assert.equal(kind, OURS);
    assert.equal(thrown.length, 1);
    assert.equal(thrown[0].message, `a fault of this page: ${error?.name ?? typeof error}`);
    assert.doesNotMatch(thrown[0].stack, /Blue door/);
  });
}

test("the sentence for a fault of ours claims nothing about what is kept", () => {
  assert.doesNotMatch(SENTENCES[OURS], /nothing was|changed|is kept|still kept|deleted/i);
});
