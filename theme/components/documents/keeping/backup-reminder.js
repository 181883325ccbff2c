// When to remind the reader to save a copy: browsers can lose what they keep. No DOM here.
import { CHANGES_WITHOUT_COPY, WEEK_WITHOUT_COPY } from "./strings.js";

const DAYS = 7; // Safari may delete what a site keeps after as many without a visit
const CHANGES = 20;
const DAY = 86_400_000; // milliseconds

/** Start to count; without a copy, the whole plan is a change. */
export function startCount(today) {
  return { day: today, changes: 1 };
}

/** Count from a copy that was saved today. */
export function countFromCopy(today) {
  return { day: today, changes: 0 };
}

/** Join what two tabs counted from the same `base`; a copy that was saved in this one counts anew. */
export function joinCounts(base, mine, theirs) {
  const isCopied = mine.day !== base.day || mine.changes < base.changes;
  return isCopied ? mine : { ...theirs, changes: theirs.changes + mine.changes - base.changes };
}

/** Return the sentence that is due, or "". `copy` is `{day, changes}`: since when, and how many. */
export function reminderDue(copy, today) {
  if (!copy?.changes) return "";
  if (copy.changes >= CHANGES) return CHANGES_WITHOUT_COPY;
  const days = (Date.parse(today) - Date.parse(copy.day)) / DAY;
  return days >= DAYS ? WEEK_WITHOUT_COPY : "";
}
