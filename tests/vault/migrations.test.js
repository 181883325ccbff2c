import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { openPlan } from "../../theme/components/plan/model/open-plan.js";
import { VERSION } from "../../theme/components/plan/model/plan-format.js";
import { MIGRATIONS } from "../../theme/components/plan/model/plan-migrations.js";
import { shape } from "./plan-shape.mjs";

const released = readdirSync(new URL("../cases/imports/released/", import.meta.url));
const NEWER =
  "A newer version of this guide made this plan. Load the guide again, then open the plan once more.";

function renameStepsToMarks({ steps, ...plan }) {
  return { ...plan, marks: steps ?? {} };
}

function beginNotes(plan) {
  return { notes: {}, ...plan };
}

const CHAIN = [renameStepsToMarks, beginNotes];
const plan = (version, fields) => ({ kind: "plan", version, ...fields });
const open = (data) => openPlan(data, shape, CHAIN);

test("every version up to today's has a released file, and no other has one", () => {
  const versions = new Set(released.map((name) => Number.parseInt(name)));
  const all = Array.from({ length: VERSION }, (_, index) => index + 1);
  assert.deepEqual(versions, new Set(all));
});

test("a released file is of the version that its name says", () => {
  for (const name of released) {
    const text = readFileSync(new URL(`../cases/imports/released/${name}`, import.meta.url));
    assert.equal(JSON.parse(text).version, Number.parseInt(name), name);
  }
});

test("an old plan goes through each migration in turn, and the old one stays as it was", () => {
  const old = plan(1, { steps: { "tell-someone": "done" }, moods: { a: 1 } });
  const before = structuredClone(old);
  assert.deepEqual(open(old).plan, {
    ...plan(3, { marks: { "tell-someone": "done" }, notes: {}, moods: { a: 1 } }),
  });
  assert.deepEqual(old, before);
});

test("a plan goes through those migrations alone that came after it", () => {
  assert.deepEqual(open(plan(2, { marks: {} })).plan, plan(3, { marks: {}, notes: {} }));
  const today = plan(3, { answers: { works: "no" } });
  assert.equal(open(today).plan, today);
});

test("what a migration has made is checked as any plan is", () => {
  assert.deepEqual(open(plan(1, { steps: { "tell-someone": "maybe" } })).problems, [
    "Your marks: one of these is not a possible answer.",
  ]);
});

test("a plan of a version after the last one is refused with its own sentence, and none is guessed at", () => {
  for (const version of [4, 5, 1e300]) assert.deepEqual(open(plan(version)).problems, [NEWER]);
  assert.deepEqual(openPlan(plan(VERSION + 1), shape).problems, [NEWER]);
  for (const version of [0, -1, 1.5, "1", true, null, [1], Infinity, undefined])
    assert.deepEqual(open(plan(version)).problems, ["This is not a plan from this guide."]);
});

test("a plan of today's version is given back as it is", () => {
  assert.equal(VERSION, MIGRATIONS.length + 1);
  const today = plan(VERSION, { notes: { "tell-someone": "A" } });
  assert.equal(openPlan(today, shape).plan, today);
});
