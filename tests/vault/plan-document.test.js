import assert from "node:assert/strict";
import test from "node:test";

// The document listens for what the reader changes; here nobody changes anything.
globalThis.addEventListener = () => {};
const view = { addEventListener() {}, querySelectorAll: () => [] };

const { createPlanDocument } = await import("../../theme/components/plan/plan-document.js");
const { emptyPlan, VERSION } = await import("../../theme/components/plan/model/plan-format.js");
const { open, restore, replaced } = createPlanDocument(view, {
  say() {},
  shape: { facts: {}, choices: {}, items: {}, parts: {} },
});

const SHORT = { kind: "plan", version: VERSION, notes: { "some-step": "Blue bag" } };
const WHOLE = { ...emptyPlan(), notes: SHORT.notes };

test("a kept plan that lacks fields has them all once it is open", () => {
  assert.deepEqual(open(SHORT), { data: WHOLE });
});

test("a plan from a file that lacks fields has them all, whether the file was locked or not", () => {
  assert.deepEqual(restore(JSON.stringify(SHORT)), { data: WHOLE });
  assert.deepEqual(restore(SHORT), { data: WHOLE });
});

test("what takes the place of a plan has every field", () => {
  assert.deepEqual(replaced(emptyPlan(), restore(SHORT).data).data, WHOLE);
});

test("what is no plan has no fields added", () => {
  assert.deepEqual(open({ ...SHORT, kind: "log" }), { problems: ["This is not a plan from this guide."] });
});
