// When to remind the reader to save a copy: browsers can lose what they keep. No DOM here.

const DAYS = 7; // Safari may delete what a site keeps after this many days without a visit
const CHANGES = 20;
const DAY = 86_400_000; // milliseconds

/** What can be due. */
export const WEEK = "week";
export const MANY_CHANGES = "many-changes";

/** Start to count; without a copy, the whole document is a change. */
export function startCount(today) {
  return { day: today, changes: 1 };
}

/** Count from a copy that was saved today. */
export function countFromCopy(today) {
  return { day: today, changes: 0 };
}

/** Join what two tabs counted from the same `base`; a copy that was saved in this one starts the count again. */
export function joinCounts(base, mine, theirs) {
  const isCopied = mine.day !== base.day || mine.changes < base.changes;
  return isCopied ? mine : { ...theirs, changes: theirs.changes + mine.changes - base.changes };
}

/** Return what is due, or "". `copy` is `{day, changes}`: since when, and how many. */
export function reminderDue(copy, today) {
  if (!copy?.changes) return "";
  if (copy.changes >= CHANGES) return MANY_CHANGES;
  const days = (Date.parse(today) - Date.parse(copy.day)) / DAY;
  return days >= DAYS ? WEEK : "";
}
