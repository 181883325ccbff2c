import assert from "node:assert/strict";
import { test } from "node:test";
import { reminderDue } from "../../theme/components/documents/keeping/backup-reminder.js";
import { areSame } from "../../theme/components/documents/model/three-way.js";
import { openPlan } from "../../theme/components/plan/model/open-plan.js";
import { editBetween } from "../../theme/components/plan/model/plan-edits.js";
import { VERSION } from "../../theme/components/plan/model/plan-format.js";
import { STRINGS } from "../../theme/components/plan/plan-strings.js";

const field = (kind, most = 100) => ({ kind, most });
const shape = {
  parts: {
    people: { many: true, fields: { name: field("line"), what: field("text"), knows: field("ticks", 0) } },
    take: { many: false, fields: { ticks: field("ticks", 0), other: field("text") } },
  },
};
const SHAPE = { ...shape, facts: {}, choices: {}, items: {} };
const upgraded = (stored) => openPlan(stored, SHAPE).plan;
const empty = {
  answers: {},
  choices: {},
  marks: {},
  mine: {},
  notes: {},
  parts: {},
  skipped: [],
  review: {},
};
const plan = (some) => ({ kind: "plan", version: VERSION, ...empty, ...some });
const people = (...entries) => plan({ parts: { people: entries } });
/** What is kept when one tab made `mine` of `base`, and another had made `theirs` of it. */
const join = (base, mine, theirs) => editBetween(base, mine, shape)(theirs);
const same = (one, other) => assert.ok(areSame(one, other), JSON.stringify(one));

test("no change is no edit, whatever the order and whatever is empty", () => {
  const one = plan({ notes: { a: "1", b: "2" }, review: { next: "" } });
  assert.equal(editBetween(one, plan({ notes: { b: "2", a: "1" } }), shape), null);
});

test("a step put into the plan is a change, even with nothing written next to it", () => {
  const chosen = plan({ mine: { step: {} } });
  assert.deepEqual(join(plan(), chosen, plan()).mine, { step: {} });
  assert.deepEqual(join(chosen, plan(), chosen).mine, {});
  const theirs = plan({ mine: { other: {} } });
  assert.deepEqual(join(plan(), chosen, theirs).mine, { other: {}, step: {} });
  assert.equal(editBetween(chosen, plan({ mine: { step: { who: "", when: "" } } }), shape), null);
});

test("an edit of what nobody else changed is taken over", () => {
  const base = plan({ answers: { x: "yes" }, marks: { s: "done" }, notes: { n: "old" }, skipped: ["take"] });
  const mine = plan({ answers: { x: "no" }, notes: { n: "new" }, review: { next: "2026-12-01" } });
  same(join(base, mine, base), mine);
});

test("changes of different things stay both", () => {
  const base = plan({ answers: { x: "yes" }, notes: { n: "old" } });
  const mine = plan({ answers: { x: "yes", y: "no" }, notes: { n: "mine" } });
  const theirs = plan({ answers: { x: "unsure" }, notes: { n: "old", m: "theirs" }, skipped: ["take"] });
  const joined = { answers: { x: "unsure", y: "no" }, notes: { n: "mine", m: "theirs" }, skipped: ["take"] };
  same(join(base, mine, theirs), plan(joined));
});

test("two texts on one thing stay both, and typing on adds no third", () => {
  let base = plan();
  let kept = plan({ notes: { n: "theirs" } });
  for (const text of ["m", "mi", "mine"]) {
    const mine = plan({ notes: { n: text } });
    kept = join(base, mine, kept);
    base = mine;
  }
  same(kept, plan({ notes: { n: "theirs\n\nmine" } }));
});

test("what another tab wrote into a note is not deleted with the old text", () => {
  const base = plan({ notes: { n: "old" } });
  same(join(base, plan(), plan({ notes: { n: "old and more" } })), plan({ notes: { n: "old and more" } }));
});

test("two texts that are too long for one leave what the reader typed last", () => {
  const long = (letter) => plan({ notes: { n: letter.repeat(6000) } });
  same(join(plan(), long("m"), long("t")), long("m"));
});

test("entries that were added in two tabs are all there", () => {
  const base = people({ name: "Ana" });
  const kept = join(base, people({ name: "Ana" }, { name: "Bo" }), people({ name: "Ana" }, { name: "Cy" }));
  same(kept, people({ name: "Ana" }, { name: "Cy" }, { name: "Bo" }));
});

test("an entry that moved is changed where it stands now", () => {
  const base = people({ name: "Ana" }, { name: "Bo" });
  const kept = join(base, people({ name: "Ana" }, { name: "Bo B." }), people({ name: "Bo" }));
  same(kept, people({ name: "Bo B." }));
});

test("two changes of one entry are both in it", () => {
  const base = people({ name: "Ana", what: "Call", knows: ["a"] });
  const mine = people({ name: "Ana", what: "Call me", knows: ["a", "b"] });
  const theirs = people({ name: "Ana K.", what: "Call", knows: ["c"] });
  same(join(base, mine, theirs), people({ name: "Ana K.", what: "Call me", knows: ["c", "b"] }));
});

test("an entry taken out is gone, unless the other tab changed it", () => {
  const base = people({ name: "Ana" }, { name: "Bo" });
  same(join(base, people({ name: "Bo" }), base), people({ name: "Bo" }));
  const theirs = people({ name: "Ana K." }, { name: "Bo" });
  same(join(base, people({ name: "Bo" }), theirs), theirs);
});

test("a part for one entry stays one", () => {
  const one = (take) => plan({ parts: { take: [take] } });
  const kept = join(plan(), one({ ticks: ["x"], other: "bag" }), one({ ticks: ["y"], other: "coat" }));
  same(kept, one({ ticks: ["y", "x"], other: "coat\n\nbag" }));
});

test("never more entries than a part may hold", () => {
  const many = (letter, count) => Array.from({ length: count }, (_, index) => ({ name: letter + index }));
  const kept = join(people(), people(...many("m", 30)), people(...many("t", 30)));
  assert.equal(kept.parts.people.length, 50);
});

test("300 edits of two tabs that never look up are all kept", () => {
  let kept = plan();
  const tabs = ["one", "two"].map((name) => ({ name, shown: plan() }));
  for (let index = 0; index < 150; index++) {
    for (const tab of tabs) {
      const next = plan({ notes: { ...tab.shown.notes, [`${tab.name}-${index}`]: `${index}` } });
      kept = join(tab.shown, next, kept);
      tab.shown = next;
    }
  }
  assert.equal(Object.keys(kept.notes).length, 300);
});

test("a copy is asked for after a week or twenty changes, and not when nothing changed", () => {
  const due = (changes, today) => {
    const found = reminderDue({ day: "2026-11-22", changes }, today);
    return STRINGS.reminders[found] ?? found;
  };
  assert.equal(due(0, "2026-12-31"), "");
  assert.equal(due(1, "2026-11-28"), "");
  assert.match(due(1, "2026-11-29"), /^You last saved a copy of this plan a week or more ago/);
  assert.equal(due(19, "2026-11-22"), "");
  assert.match(due(20, "2026-11-22"), /^You have changed a lot/);
});

test("who helps and when are joined where two tabs write next to one step", () => {
  const mine = (entry) => plan({ mine: { step: entry, other: {} } });
  const kept = join(mine({}), mine({ who: "Sam" }), mine({ when: "Friday" }));
  same(kept, mine({ who: "Sam", when: "Friday" }));
  same(
    join(mine({ who: "Sam" }), mine({ who: "Sam B." }), mine({ who: "Ana" })),
    mine({ who: "Ana / Sam B." }),
  );
  same(join(mine({ who: "Sam" }), mine({}), mine({ who: "Sam", when: "Friday" })), mine({ when: "Friday" }));
  const long = (letter) => mine({ who: letter.repeat(150) });
  same(join(mine({}), long("m"), long("t")), long("m"));
});

test("a step that is taken out in one tab stays with all that is next to it where another tab writes there", () => {
  const base = plan({ mine: { step: { who: "Sam", cost: 3 } } });
  const written = plan({ mine: { step: { who: "Sam", when: "Friday", cost: 3 } } });
  same(join(base, plan(), written), written);
  same(join(base, written, plan()), written);
  same(join(base, plan(), base), plan());
});

test("a step can be chosen in one tab and marked in another, and what another guide adds to it stays", () => {
  const theirs = plan({ mine: { step: { cost: [3] }, old: { who: "Ana" } } });
  const chosen = join(plan(), plan({ mine: { step: { who: "Sam" } } }), theirs);
  same(chosen, plan({ mine: { step: { who: "Sam", cost: [3] }, old: { who: "Ana" } } }));
  same(join(plan(), plan({ marks: { step: "not-for-me" } }), chosen), {
    ...chosen,
    marks: { step: "not-for-me" },
  });
});

test("an edit upgrades what is kept in an earlier version, and a step stays in the plan or out of it", () => {
  const stored = { kind: "plan", version: 1, marks: { s: "done" }, notes: { n: "Ask" }, moods: 1 };
  const [shown, before] = [upgraded(stored), structuredClone(stored)];
  const after = { ...shown, mine: { n: { who: "Sam" }, t: {} } };
  const kept = editBetween(shown, after, shape)(stored);
  same(kept, plan({ ...before, version: VERSION, mine: { n: { who: "Sam" }, t: {} } }));
  assert.equal(openPlan(kept, SHAPE).plan, kept);
  assert.deepEqual(stored, before);
});

test("what an older guide stored meanwhile is joined with what this tab had upgraded", () => {
  const stored = { kind: "plan", version: 1, marks: { s: "done" }, notes: {} };
  const mine = editBetween(upgraded(stored), { ...upgraded(stored), mine: {} }, shape)(stored);
  const theirs = { ...stored, notes: { n: "Ask" }, marks: { s: "done", t: "done" } };
  const kept = join(stored, mine, theirs);
  same(kept, plan({ ...theirs, version: VERSION, mine: { n: {}, t: {} } }));
  assert.equal(editBetween(stored, upgraded(stored), shape), null);
});
