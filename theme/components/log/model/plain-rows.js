// What Python counts: rows without anything that was written. No DOM here.
import { GOES_ON } from "./line.js";
import { COUNT, SIGNS } from "./meanings.js";
import { ABOUT, BETWEEN, dayOfWhen, EXACT } from "./times.js";
import { wallAt } from "./zones.js";

/** @import { LogEntry, PlainRow, Point, When } from "./types.d.ts" */

/**
 * Return a row for each entry that was not removed: days and hours as the clock on the wall showed them.
 * @param {LogEntry[]} entries
 * @returns {PlainRow[]}
 */
export function plainRows(entries) {
  return entries.filter(({ removed }) => !removed).map(plainRow);
}

/**
 * @param {LogEntry} entry
 * @returns {PlainRow}
 */
function plainRow({ number, kind, when, written, fields, rows }) {
  const [writtenDay, writtenTime] = wallAt(written).split("T");
  const [count, signs] = [fields[COUNT], fields[SIGNS]];
  const own = rows.filter(({ notes }) => notes !== GOES_ON);
  const points = own.map((row) => String(row.when || dayOfWhen(when)).split("T"));
  return {
    ...{ number, kind, day: dayOfWhen(when), hour: hourOf(when) },
    ...{ written_day: writtenDay, written_hour: Number(writtenTime.slice(0, 2)) },
    times: Math.max(typeof count === "number" ? count : 0, own.length, 1),
    points: points.map(([day, time]) => ({ day, hour: time ? Number(time.slice(0, 2)) : null })),
    ...{ signs: Array.isArray(signs) ? signs : [], has: Object.keys(fields) },
  };
}

/**
 * Return the hour in which something happened, or null where nobody can say.
 * @param {When} when
 */
function hourOf({ as, until, ...start }) {
  const hour = hourAt(start);
  const isKnown =
    as === EXACT || as === ABOUT || (as === BETWEEN && until?.wall.slice(0, 13) === start.wall.slice(0, 13));
  return isKnown ? hour : null;
}

/** @param {Point} point */
const hourAt = ({ wall }) => (wall.includes("T") ? Number(wall.slice(11, 13)) : null);
