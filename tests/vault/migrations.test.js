import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { openPlan, planFromData } from "../../theme/components/plan/model/open-plan.js";
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

test("1 to 2: a step that is done or noted is in my plan, and nothing else changes", () => {
  const marks = { done: "done", "not-me": "not-for-me", "not-me-noted": "not-for-me", "done-noted": "done" };
  const notes = { "not-me-noted": "No.", "done-noted": "Yes.", noted: "Ask Sam.", empty: "", blank: " " };
  const old = plan(1, { marks, notes, moods: { mine: {} }, parts: { pets: 1 } });
  const before = structuredClone(old);
  assert.deepEqual(openPlan(old, shape).plan, {
    ...before,
    version: 2,
    mine: { done: {}, "done-noted": {}, noted: {}, blank: {} },
  });
  assert.deepEqual(old, before);
});

test("1 to 2: whatever a file holds in place of marks and notes, it is refused for those alone", () => {
  for (const odd of [
    null,
    7,
    "done",
    [],
    ["done"],
    { "A step": "done" },
    { a: 7 },
    { a: ["done"] },
    { a: null },
  ]) {
    const { problems } = openPlan(plan(1, { marks: odd, notes: odd }), shape);
    for (const sentence of problems) assert.match(sentence, /^(Your marks|Your notes|One of your notes): /);
    assert.equal(problems.length, 2);
  }
});

test("1 to 2: a file with as much unknown as it may hold still opens, and as many marks and notes as it may", () => {
  const named = (name, count, value) =>
    Object.fromEntries(Array.from({ length: count }, (_, number) => [`${name}-${number}`, value]));
  const [marks, notes] = [named("m", 150, "done"), named("n", 150, "x".repeat(1500))];
  const { plan: opened } = planFromData(plan(1, { marks, notes }), shape);
  assert.equal(Object.keys(opened.mine).length, 300);
  assert.ok(planFromData(plan(1, { marks: { ...marks, more: "done" }, notes }), shape).problems);
  const kept = openPlan(plan(1, { marks: named("m", 2000, "done"), notes: named("n", 2000, "x") }), shape);
  assert.equal(Object.keys(kept.plan.mine).length, 2000);
});
