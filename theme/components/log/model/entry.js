// One entry, of all lines that belong to it. No DOM here.
import { CONTENT, READ_AGAIN, REMOVE } from "./line.js";
import { orderOfWhen } from "./times.js";

/** @import { Gathered, LogEntry, Version, When } from "./types.d.ts" */

/**
 * Return the entry that its lines tell, or null while the line is missing that says what happened.
 * @param {Gathered} gathered
 * @returns {LogEntry | null}
 */
export function entryOf({ versions, apart, rows }) {
  const newestFirst = [...versions].reverse();
  const content = newestFirst.find(({ line }) => CONTENT.includes(line.act));
  if (!content) return null;
  const { id, kind, when, fields } = content.line;
  const ended = newestFirst.find(({ line }) => [...CONTENT, REMOVE].includes(line.act));
  const { line: first } = versions[0];
  const rowsLines = newestRows(rows);
  return {
    ...{ id, number: first.first ?? first.seq, seq: newestFirst[0].line.seq },
    ...{ kind, when: /** @type {When} */ (when), written: first.written, fields },
    ...{ apart: apart.at(-1) ?? null, rows: rowsLines.flatMap(({ line }) => line.rows ?? []), rowsLines },
    ...{ versions, content, removed: ended?.line.act === REMOVE ? ended : null },
    readAgain: versions.filter(({ line }) => line.act === READ_AGAIN),
  };
}

/**
 * Return the lines that make up the newest version of the rows.
 * @param {Version[]} rows
 */
function newestRows(rows) {
  const newest = Math.max(...rows.map(({ line }) => line.ver));
  return rows.filter(({ line }) => line.ver === newest);
}

/**
 * Put a line where its sequence number belongs.
 * @param {Version[]} versions
 * @param {Version} version
 */
export function insert(versions, version) {
  const place = versions.findIndex(({ line }) => line.seq > version.line.seq);
  versions.splice(place < 0 ? versions.length : place, 0, version);
}

/**
 * Compare by when it happened, the newest first; what has the same time stands as it was written.
 * @param {LogEntry} one
 * @param {LogEntry} other
 */
export function byHappening(one, other) {
  const [a, b] = [orderOfWhen(one.when), orderOfWhen(other.when)];
  return a === b ? other.number - one.number : a < b ? 1 : -1;
}

/**
 * Compare by when it was first written, the newest first.
 * @param {LogEntry} one
 * @param {LogEntry} other
 */
export const byNumber = (one, other) => other.number - one.number;

/**
 * Return two ordered lists as one.
 * @param {LogEntry[]} some
 * @param {LogEntry[]} others
 * @param {(one: LogEntry, other: LogEntry) => number} compare
 */
export function merged(some, others, compare) {
  /** @type {LogEntry[]} */
  const all = [];
  let next = 0;
  for (const entry of some) {
    while (next < others.length && compare(others[next], entry) < 0) all.push(others[next++]);
    all.push(entry);
  }
  return [...all, ...others.slice(next)];
}
