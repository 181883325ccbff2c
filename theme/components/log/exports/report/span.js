// The first and the last day of entries: of their times, and of their rows. No DOM here.
import { dayOfWhen } from "../../model/times.js";

/** @typedef {{entry: any, day: string}} End */

/** @returns {End} */
export const firstOf = (entries) => endOf(entries, (one, other) => one <= other);

/** @returns {End} */
export const lastOf = (entries) => endOf(entries, (one, other) => one > other);

/** `entries` has one at least. */
function endOf(entries, isFurther) {
  let end = { entry: entries[0], day: dayOfWhen(entries[0].when) };
  for (const entry of entries)
    for (const day of daysOf(entry)) if (isFurther(day, end.day)) end = { entry, day };
  return end;
}

function* daysOf({ when, rows }) {
  yield dayOfWhen(when);
  if (when.until) yield dayOfWhen(when.until);
  for (const row of rows ?? []) if (row.when) yield String(row.when).slice(0, 10);
}
