// Names that every object has, and others that mean something to a program, wherever a plan holds names.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { documentText } from "../../theme/components/documents/model/text.js";
import { openPlan, planFromText } from "../../theme/components/plan/model/open-plan.js";
import { editBetween } from "../../theme/components/plan/model/plan-edits.js";
import { emptyPlan, VERSION } from "../../theme/components/plan/model/plan-format.js";
import { mergePlans, replacePlan } from "../../theme/components/plan/model/plan-merge.js";
import { friendPicks, oldNotes, sectionsOf } from "../../theme/components/plan/model/plan-text.js";
import { requestOf } from "../../theme/components/plan/request.js";
import { shape } from "./plan-shape.mjs";

const OF_ALL_OBJECTS = Object.getOwnPropertyNames(Object.prototype);
const NAMES = [
  ...OF_ALL_OBJECTS,
  ...["prototype", "then", "length", "name", "caller", "arguments", "call", "apply", "next", "done", "value"],
  ...["to-json", "toJSON", "has-own", "0", "1", "00", "4294967295", "9007199254740993", "1e3", "-1", "-"],
  ...[
    "null",
    "undefined",
    "true",
    "nan",
    "infinity",
    "kind",
    "version",
    "plan",
    "review",
    "answers",
    "ticks",
  ],
];
const SETS = { answers: "yes", choices: "uk", marks: "done", mine: { who: "Sam" }, notes: "Mine." };
const REFUSED =
  /^(Your \w+: this is not a list of (answers|notes)|The steps in your plan: this is not a list of steps)\.$/;
const TODAY = { today: "2026-11-28", before: {} };
const prototype = new Map(OF_ALL_OBJECTS.map((name) => [name, Object.prototype[name]]));

afterEach(() => {
  assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), OF_ALL_OBJECTS);
  for (const [name, value] of prototype) assert.equal(Object.prototype[name], value);
});

/** Write a plan as a file would hold it: a name such as `__proto__` is then a name like any other. */
function planWith(set, name, value) {
  const held = `{${JSON.stringify(name)}:${JSON.stringify(value)}}`;
  return `{"kind":"plan","version":${VERSION},${JSON.stringify(set)}:${held}}`;
}

/** Open a plan as the vault returns it; it opens, and stays as it is. */
function assertOpens(plan) {
  const { plan: opened, problems } = openPlan(structuredClone(plan), shape);
  assert.equal(problems, undefined);
  assert.deepEqual(opened, structuredClone(plan));
}

/** Take a plan the whole way that its reader can take it, and return what was said on the way. */
function wholeWay(plan) {
  const mine = { ...emptyPlan(), notes: { "tell-someone": "Ask Aunt" }, answers: { threats: "no" } };
  const added = mergePlans(mine, plan, shape);
  const replaced = replacePlan(added.plan, plan, shape);
  const backAgain = mergePlans(plan, mine, shape);
  let kept = mine;
  let shown = mine;
  for (const next of [added.plan, { ...emptyPlan(), ...replaced.plan }, backAgain.plan, emptyPlan()]) {
    const edit = editBetween(shown, next, shape);
    if (edit) kept = edit(kept);
    // What is kept goes through a worker, which takes no functions, and is looked at when it is opened.
    assertOpens(kept);
    shown = next;
    const whole = { ...emptyPlan(), ...next };
    const text = documentText("", [...sectionsOf(whole, shape), ...oldNotes(whole, shape)]);
    const request = JSON.stringify([requestOf(whole, shape, TODAY), friendPicks(whole, shape)]);
    assert.doesNotMatch(text + request, /native code|function|\[object/);
  }
  return [...added.changes, ...added.kept, ...replaced.changes, ...backAgain.changes, ...backAgain.kept];
}

test("a plan with any name in any set is refused whole, or goes the whole way", () => {
  for (const [set, value] of Object.entries(SETS)) {
    for (const name of NAMES) {
      const { plan, problems } = planFromText(planWith(set, name, value), shape);
      if (problems) assert.match(problems.join(), REFUSED);
      else assert.doesNotMatch(wholeWay(plan).join("\n"), /native code|undefined|\[object/, `${set} ${name}`);
      if (OF_ALL_OBJECTS.includes(name)) assert.ok(problems, `${set} ${name}`);
    }
  }
});

test("any name of a field, a part, a tick or inside of one is refused, or goes the whole way", () => {
  for (const name of NAMES) {
    const [key, held] = [JSON.stringify(name), JSON.stringify({ name: "Sam" }).replace("name", name)];
    const plans = [
      `{"kind":"plan","version":${VERSION},${key}:${held}}`,
      `{"kind":"plan","version":${VERSION},"moods":[${held}]}`,
      planWith("parts", name, [{ name: "Sam" }]),
      planWith("parts", "pets", [{ name: "Sam" }]).replace('"name"', key),
      planWith("mine", "tell-someone", { who: "Sam" }).replace('"who"', key),
      planWith("mine", "old-step", { name: "Sam" }).replace('"name"', key),
      planWith("review", name, "2026-12-24"),
      `{"kind":"plan","version":${VERSION},"skipped":[${key}]}`,
      `{"kind":"plan","version":${VERSION},"parts":{"people":[{${key}:"x"}],"to-take":[{${key}:"x"}]}}`,
      `{"kind":"plan","version":${VERSION},"parts":{"people":[{"age":${held}}]}}`,
      `{"kind":"plan","version":${VERSION},"parts":{"people":[{"knows":[${key}]}]}}`,
    ];
    for (const text of plans) {
      const { plan, problems } = planFromText(text, shape);
      if (problems) assert.doesNotMatch(problems.join(), /undefined|function|\[object/, text);
      else assert.doesNotMatch(wholeWay(plan).join("\n"), /native code|undefined|\[object/, text);
      if (OF_ALL_OBJECTS.includes(name)) assert.ok(problems, text);
    }
  }
});

test("a name that every object has is no name of an option, a part, a field or a tick", () => {
  for (const name of OF_ALL_OBJECTS) {
    const plans = [
      planWith("choices", "matters", [name]),
      planWith("choices", "country", name),
      planWith("choices", "asked-long-ago", [name]),
      planWith("parts", name, []),
      planWith("parts", name, [{ name: "Sam" }]),
      planWith("review", name, "2026-12-24"),
      `{"kind":"plan","version":${VERSION},"parts":{"people":[{${JSON.stringify(name)}:"x"}]}}`,
      `{"kind":"plan","version":${VERSION},"parts":{"people":[{"knows":[${JSON.stringify(name)}]}]}}`,
      `{"kind":"plan","version":${VERSION},"skipped":[${JSON.stringify(name)}]}`,
      `{"kind":"plan","version":${VERSION},${JSON.stringify(name)}:{"a":"yes"}}`,
    ];
    for (const plan of plans) assert.ok(planFromText(plan, shape).problems, plan);
  }
});

test("what an older page kept under such a name reaches nothing either", () => {
  for (const name of NAMES) {
    const plan = { ...emptyPlan() };
    for (const [set, value] of Object.entries(SETS))
      plan[set] = JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);
    const mine = { ...emptyPlan(), notes: { "tell-someone": "Ask Aunt" } };
    const merged = mergePlans(mine, plan, shape);
    assert.doesNotMatch(merged.changes.join(), /native code|undefined/);
    for (const set of Object.keys(SETS)) assert.ok(Object.hasOwn(merged.plan[set], name), `${set} ${name}`);
    replacePlan(mine, plan, shape);
    for (const [before, after] of [
      [mine, merged.plan],
      [merged.plan, mine],
      [plan, mine],
      [mine, plan],
    ]) {
      const joined = editBetween(before, after, shape)(before);
      assert.deepEqual(structuredClone(joined).notes, after.notes, name);
      for (const set of Object.keys(SETS)) assert.equal(Object.getPrototypeOf(joined[set]), Object.prototype);
    }
    assert.deepEqual(requestOf(plan, shape, TODAY).answers, {});
  }
});

test("plans drawn by lot, joined between tabs and merged, are plans again", () => {
  const { pick, many, text, number } = lot(20261128);
  const options = () => [...new Set(many(50, () => pick([pick(valid), `old-${number(2000)}`])))];
  const valid = NAMES.filter((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name !== "constructor");
  const known = [...Object.keys(shape.facts), ...Object.keys(shape.items)];
  const set = (value, names = [...valid, ...known]) =>
    Object.fromEntries(many(8, () => [pick(names), value()]));
  const person = () => ({
    name: text(),
    do: text(),
    since: pick(["", "2026-01-02"]),
    knows: pick([[], ["word"]]),
  });
  const extra = () => ({ [pick(valid)]: pick([null, 7, "x", [{ a: text() }]]) });
  const draw = () => ({
    ...{ kind: "plan", version: VERSION, answers: set(() => pick(["yes", "no", "unsure"])) },
    choices: {
      ...set(() => pick([pick(valid), options()]), valid),
      ...pick([{}, { country: "uk" }, { matters: options() }]),
    },
    marks: set(() => pick(["done", "not-for-me"])),
    mine: set(() => ({
      ...pick([{}, { who: text() }, { who: "Sam", when: text() }]),
      ...pick([{}, extra()]),
    })),
    notes: set(() => text().repeat(pick([1, 1, 900]))),
    parts: pick([{}, { people: many(50, person) }, { "to-take": [{ ticks: ["papers"], other: text() }] }]),
    skipped: pick([[], ["people"], ["to-take", "people"]]),
    review: pick([{}, { next: "2026-12-24" }, { next: "", last: "2026-11-22" }]),
  });
  for (let turn = 0; turn < 300; turn++) {
    const [base, mine, theirs] = [draw(), draw(), draw()];
    for (const plan of [base, mine, theirs]) assertOpens(plan);
    const joined = (editBetween(base, mine, shape) ?? ((plan) => plan))(theirs);
    for (const plan of [joined, mergePlans(mine, theirs, shape).plan]) {
      assertOpens(plan);
      JSON.stringify(requestOf({ ...emptyPlan(), ...plan }, shape, TODAY));
    }
  }
});

/** Draw by lot, the same at every run. */
function lot(seed) {
  let state = seed;
  const below = (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state % 65521) % end;
  };
  const pick = (list) => list[below(list.length)];
  const many = (most, make) => Array.from({ length: below(most + 1) }, make);
  const text = () =>
    pick(["", "Ask Aunt", "__proto__", "constructor", "\u{1f9e1}", "\u2028", "a/b", "x".repeat(11)]);
  return { pick, many, text, number: below };
}
