// When a copy is due: after a week, or after many changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MANY_CHANGES, reminderDue, WEEK } from "../../theme/components/documents/keeping/backup-reminder.js";

test("a copy is due on the seventh day after a change, and with the twentieth change", () => {
  const due = (changes, today) => reminderDue({ day: "2026-02-25", changes }, today);
  assert.deepEqual([due(1, "2026-03-03"), due(1, "2026-03-04"), due(0, "2026-03-04")], ["", WEEK, ""]);
  assert.deepEqual([due(19, "2026-02-25"), due(20, "2026-02-25")], ["", MANY_CHANGES]);
});
