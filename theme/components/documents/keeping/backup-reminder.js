// When to remind the reader to save a copy: browsers can lose what they keep. No DOM here.

const DAYS = 7; // Safari may delete what a site keeps after this many days without a visit
const CHANGES = 20;
const LINES = 10;
const DAY = 86_400_000; // milliseconds

/** What can be due. */
export const WEEK = "week";
export const MANY_CHANGES = "many-changes";

/**
 * Since when it is counted, and how many changes there were.
 * @typedef {{day: string, changes: number}} Count
 */

/**
 * Start to count; without a copy, the whole document is a change.
 * @param {string} today
 * @returns {Count}
 */
export function startCount(today) {
  return { day: today, changes: 1 };
}

/**
 * Count from a copy that was saved today.
 * @param {string} today
 * @returns {Count}
 */
export function countFromCopy(today) {
  return { day: today, changes: 0 };
}

/**
 * Count lines in what is kept. Without a copy, the first of them begins the count.
 * @param {{copyOfLines?: Count, [name: string]: unknown}} data
 * @param {number} lines
 * @param {string} today
 */
export function countLines(data, lines, today) {
  const { day, changes } = data.copyOfLines ?? countFromCopy(today);
  return { ...data, copyOfLines: { day, changes: changes + lines } };
}

/**
 * Join what two tabs counted from the same `base`; a copy that was saved in this one starts the count again.
 * @param {Count | undefined} base
 * @param {Count | undefined} mine
 * @param {Count | undefined} theirs
 */
export function joinCounts(base, mine, theirs) {
  if (!mine || !theirs) return mine ?? theirs;
  const before = base ?? { day: theirs.day, changes: 0 };
  const isCopied = base && (mine.day !== base.day || mine.changes < base.changes);
  return isCopied ? mine : { ...theirs, changes: theirs.changes + mine.changes - before.changes };
}

/** Return what is due for a document, or "". Of one that grows by lines these are counted; an empty one needs no copy. */
export function dueOf(one, kept, today) {
  if (one.lines) return reminderDue(kept.copyOfLines, today, LINES);
  const due = reminderDue(kept.copy, today);
  return due && one.isSame(kept[one.kind] ?? one.empty(), one.empty()) ? "" : due;
}

/** Return what is due, or "". `copy` is `{day, changes}`: since when, and how many. */
export function reminderDue(copy, today, most = CHANGES) {
  if (!copy?.changes) return "";
  if (copy.changes >= most) return MANY_CHANGES;
  const days = (Date.parse(today) - Date.parse(copy.day)) / DAY;
  return days >= DAYS ? WEEK : "";
}
