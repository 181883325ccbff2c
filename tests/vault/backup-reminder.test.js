// When a copy is due: after a week, or after many changes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  countFromCopy,
  countLines,
  dueOf,
  joinCounts,
  MANY_CHANGES,
  reminderDue,
  WEEK,
} from "../../theme/components/documents/keeping/backup-reminder.js";
import { STRINGS } from "../../theme/components/log/strings.js";

const DAY = "2026-02-25";

test("a copy is due on the seventh day after a change, and with the twentieth change", () => {
  const due = (changes, today) => reminderDue({ day: "2026-02-25", changes }, today);
  assert.deepEqual([due(1, "2026-03-03"), due(1, "2026-03-04"), due(0, "2026-03-04")], ["", WEEK, ""]);
  assert.deepEqual([due(19, "2026-02-25"), due(20, "2026-02-25")], ["", MANY_CHANGES]);
});

test("B2.12: a copy of lines is due with the tenth line, and on the seventh day after a copy or the first line", () => {
  const due = (kept, today) => dueOf({ lines: {} }, kept, today);
  assert.equal(due({ copy: { day: DAY, changes: 99 } }, "2026-12-01"), "");
  const [nine, ten] = [9, 10].map((lines) => countLines({}, lines, DAY));
  assert.deepEqual(
    [due(nine, DAY), due(ten, DAY), due(countLines(nine, 1, DAY), DAY)],
    ["", MANY_CHANGES, MANY_CHANGES],
  );
  assert.deepEqual([due(nine, "2026-03-03"), due(nine, "2026-03-04")], ["", WEEK]);
  const copied = { copyOfLines: countFromCopy("2026-03-04") };
  assert.equal(due(copied, "2026-12-01"), "");
  assert.deepEqual(countLines(copied, 1, "2026-03-09").copyOfLines, { day: "2026-03-04", changes: 1 });
});

test("B2.13: that a browser may delete what it keeps is said when keeping begins, and after a week without a copy", () => {
  const panels = readFileSync(
    new URL("../../theme/components/documents/keeping/keeping.html", import.meta.url),
    "utf8",
  );
  assert.ok(panels.includes("Safari may delete it after seven days without a visit."));
  assert.equal(
    STRINGS.reminders[WEEK],
    "You have added to your log, and have saved no copy for a week or more. A browser can lose what it keeps.",
  );
});

test("a document that is empty needs no copy", () => {
  const plan = { kind: "plan", empty: () => "", isSame: (one, other) => one === other };
  const copy = { day: DAY, changes: 20 };
  assert.deepEqual(
    [dueOf(plan, { plan: "", copy }, DAY), dueOf(plan, { copy }, DAY), dueOf(plan, { plan: "a", copy }, DAY)],
    ["", "", MANY_CHANGES],
  );
});

test("what two tabs counted is added up, also where nothing was counted before", () => {
  const count = (changes, day = DAY) => ({ day, changes });
  assert.deepEqual(joinCounts(count(2), count(3), count(7)), count(8));
  assert.deepEqual(joinCounts(count(2), count(0, "2026-03-01"), count(7)), count(0, "2026-03-01"));
  assert.deepEqual(joinCounts(undefined, count(3), count(4)), count(7));
  assert.deepEqual(joinCounts(undefined, count(3), undefined), count(3));
  assert.deepEqual(joinCounts(undefined, undefined, count(4)), count(4));
  assert.equal(joinCounts(undefined, undefined, undefined), undefined);
});
