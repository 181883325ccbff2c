// What a plan holds that this version of the guide does not know: kept, counted, joined, taken out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { documentText } from "../../theme/components/documents/model/text.js";
import { knownWords } from "../../theme/components/plan/model/known-words.js";
import { openPlan } from "../../theme/components/plan/model/open-plan.js";
import { editBetween } from "../../theme/components/plan/model/plan-edits.js";
import { emptyPlan, VERSION } from "../../theme/components/plan/model/plan-format.js";
import { mergePlans, replacePlan } from "../../theme/components/plan/model/plan-merge.js";
import { friendPicks, sectionsOf } from "../../theme/components/plan/model/plan-text.js";
import {
  isTooMuchUnknown,
  textsIn,
  unknownIn,
  withoutUnknown,
} from "../../theme/components/plan/model/unknown.js";
import { unshownSentence } from "../../theme/components/plan/plan-strings.js";
import { requestOf } from "../../theme/components/plan/request.js";
import { shape } from "./plan-shape.mjs";

const KNOWN = {
  ...emptyPlan(),
  answers: { works: "no" },
  choices: { country: "uk", matters: ["home"] },
  mine: { "tell-someone": { who: "Sam" }, "change-the-lock": {} },
  notes: { "tell-someone": "Ask Aunt" },
  parts: { people: [{ name: "Sam", knows: ["word"] }] },
  skipped: ["to-take"],
  review: { next: "2026-12-24", last: "" },
};
const NEWER = {
  ...KNOWN,
  moods: { today: 3, none: null, empty: { length: 0 } },
  answers: { works: "no", "asked-later": "yes" },
  choices: { country: "uk", matters: ["new-matter", "home"], later: "a" },
  mine: {
    "tell-someone": { who: "Sam", cost: [3, "Euros"] },
    "change-the-lock": { key: null },
    "old-step": { who: "Dr Singh", when: "Friday", cost: 3 },
    "new-step": {},
    "bare-step": {},
  },
  notes: { "tell-someone": "Ask Aunt", "new-step": "Blue bag" },
  parts: { people: [{ name: "Sam", knows: ["new-tick", "word"], age: 0 }], pets: "Mio" },
  skipped: ["to-take", "pets"],
  review: { next: "2026-12-24", last: "", "after-that": null },
};
const only = (fields) => ({ kind: "plan", version: VERSION, ...fields });

test("all of it opens and stays as it is", () => {
  assert.equal(openPlan(NEWER, shape).plan, NEWER);
});

test("it is counted, each thing once, and its texts can be read", () => {
  const unknown = unknownIn(NEWER, shape);
  assert.deepEqual(unknown, {
    answers: { "asked-later": "yes" },
    choices: { matters: ["new-matter"], later: "a" },
    marks: {},
    mine: { "old-step": { who: "Dr Singh", when: "Friday", cost: 3 }, "bare-step": {} },
    notes: { "new-step": "Blue bag" },
    others: [NEWER.moods, "Mio", "pets", null, ["new-tick"], 0, [3, "Euros"], null],
  });
  assert.deepEqual(textsIn(unknown), ["Blue bag", "Dr Singh", "Friday", "Mio", "pets", "new-tick", "Euros"]);
  assert.equal(
    unshownSentence(unknown),
    "This plan holds 1 note, 2 chosen steps, 3 answers and 8 other things that this version of the guide cannot show.",
  );
  assert.equal(
    unshownSentence(unknownIn(only({ moods: 1 }), shape)),
    "This plan holds 1 thing that this version of the guide cannot show.",
  );
});

test("without it, a plan is what the page shows", () => {
  assert.deepEqual(withoutUnknown(NEWER, shape), KNOWN);
  assert.deepEqual(withoutUnknown(KNOWN, shape), KNOWN);
  const { others, ...rest } = unknownIn(KNOWN, shape);
  assert.deepEqual([others, ...Object.values(rest)], [[], {}, {}, {}, {}, {}]);
});

test("it goes on no paper, to no friend and not to Python", () => {
  const of = (plan) => [
    documentText("", sectionsOf(plan, shape)),
    friendPicks(plan, shape),
    requestOf(plan, shape, { today: "2026-11-29", before: null }),
  ];
  assert.deepEqual(of(NEWER), of(KNOWN));
  const unseen = { ...KNOWN, parts: { people: [{ age: 7 }, { knows: ["new-tick"] }] } };
  assert.equal(documentText("", sectionsOf(unseen, shape)), "\n");
});

test("whatever its form, looking for words that the person may know does not break", () => {
  for (const pets of [null, 7, "Mio", [], [null, 7, "Mio", ["Mio"], { name: null }], { a: { b: 1 } }]) {
    assert.ok(openPlan(only({ parts: { pets } }), shape).plan);
    assert.ok(openPlan(only({ mine: { "old-step": { pets } } }), shape).plan);
    const words = knownWords({ parts: { people: [{ name: "Xanthippe" }], pets }, mine: { step: { pets } } });
    assert.ok(words.includes("xanthippe"));
  }
});

test("merging adds it where it is not there, and leaves the reader's own", () => {
  const added = mergePlans(KNOWN, NEWER, shape);
  assert.deepEqual(unknownIn(added.plan, shape).others, [
    ...[NEWER.moods, "Mio", null, ["new-tick"], 0],
    ...[[3, "Euros"], null],
  ]);
  assert.deepEqual(added.changes, [
    "Answer added: a question from another version",
    "Answer added: a question from another version",
    "Something is added that this version of the guide cannot show.",
    "In my plan: a step from another version",
    "In my plan: a step from another version",
    "In my plan: a step from another version",
    "Note added: a step from another version",
    "People I trust: 1 entry added.",
  ]);
  assert.deepEqual(mergePlans(KNOWN, only({ skipped: ["pets"] }), shape).changes, [
    "A part from another version: marked “not for me”.",
  ]);
  const mine = only({ moods: 1, parts: { "to-take": [{ size: 1 }], pets: 1 } });
  const other = only({ moods: 2, parts: { "to-take": [{ size: 2, other: "Tea" }], pets: 2 } });
  const merged = mergePlans(mine, other, shape);
  assert.equal(merged.plan.moods, 1);
  assert.deepEqual(merged.plan.parts, { "to-take": [{ size: 1, other: "Tea" }], pets: 1 });
  assert.deepEqual(merged.changes, ["What to take: Other things added."]);
  assert.deepEqual(merged.kept, ["Something differs that this version of the guide cannot show."]);
});

test("replacing says that it changes", () => {
  const sentence = "Something changes that this version of the guide cannot show.";
  for (const fields of [{ moods: 1 }, { parts: { pets: 1 } }, { review: { "after-that": 1 } }])
    assert.deepEqual(replacePlan(only(), only(fields), shape).changes, [sentence]);
  assert.ok(replacePlan(NEWER, KNOWN, shape).changes.includes(sentence));
  assert.deepEqual(replacePlan(NEWER, structuredClone(NEWER), shape).changes, []);
});

test("an edit in one tab leaves what another tab holds of it, and takes it out where the reader did", () => {
  const edit = editBetween(KNOWN, { ...KNOWN, answers: { works: "yes" } }, shape);
  assert.deepEqual(edit(NEWER), { ...NEWER, answers: { works: "yes", "asked-later": "yes" } });
  assert.deepEqual(editBetween(NEWER, KNOWN, shape)(NEWER), KNOWN);
  assert.deepEqual(editBetween(KNOWN, NEWER, shape)(KNOWN), NEWER);
  const person = (fields) => only({ parts: { people: [{ name: "Sam", ...fields }] } });
  const joined = editBetween(person({ age: 1 }), person({ age: [2] }), shape)(person({ age: "x", do: "A" }));
  assert.deepEqual(joined.parts, { people: [{ name: "Sam", do: "A", age: [2] }] });
});

test("a file brings at most 300 things, of 250,000 characters in all", () => {
  const fields = (count, value) =>
    only(Object.fromEntries(Array.from({ length: count }, (_, number) => [`field-${number}`, value])));
  assert.ok(!isTooMuchUnknown(fields(300, 1), shape));
  assert.ok(isTooMuchUnknown(fields(301, 1), shape));
  assert.ok(!isTooMuchUnknown(only({ moods: "x".repeat(249_000) }), shape));
  assert.ok(isTooMuchUnknown(only({ moods: "x".repeat(251_000) }), shape));
  const entries = (count) =>
    only({ parts: { people: Array(count).fill({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }) } });
  assert.ok(!isTooMuchUnknown(entries(42), shape));
  assert.ok(isTooMuchUnknown(entries(43), shape));
});
