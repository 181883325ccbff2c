// One entry, of all lines that belong to it. No DOM here.
import { isItem } from "./items.js";
import { rowsAfterEach, withJoinedFiles } from "./joined-versions.js";
import { CONTENT, READ_AGAIN, REMOVE } from "./line.js";
import { rowsTogether } from "./rows-noted.js";
import { orderOfWhen } from "./times.js";
import { inOrder } from "./version-order.js";

/** @import { Gathered, LogEntry, Version, When } from "./types.d.ts" */

/**
 * Return the entry that its lines tell, or null while the line is missing that says what happened.
 * @param {Gathered} gathered
 * @returns {LogEntry | null}
 */
export function entryOf({ versions: read, apart, rows }) {
  const versions = withJoinedFiles(inOrder(read.map((version) => [version])).flat());
  const content = newest(versions, CONTENT);
  const [first] = versions;
  if (!content) return null;
  const { id, kind, fields } = content.line;
  const when = /** @type {When} */ (content.line.when);
  const ended = newest(versions, ENDING);
  const apartVersions = inOrder(apart.map((version) => [version])).flat();
  const rowsVersions = inOrder(inGroups(rows));
  const last = rowsVersions.at(-1) ?? [];
  // Of an item, lines of an older version can hold rows that are there, too.
  const isJoined = isItem({ kind }) && rowsVersions.length > 1;
  return {
    id,
    number: first.line.first ?? first.line.seq,
    seq: read[read.length - 1].line.seq,
    kind,
    when,
    happened: orderOfWhen(when),
    written: first.line.written,
    fields,
    apart: apartVersions.at(-1) ?? null,
    apartVersions,
    rows: isJoined
      ? (rowsAfterEach(rowsVersions).at(-1) ?? [])
      : rowsTogether(last.map(({ line }) => line.rows ?? [])),
    rowsLines: isJoined ? rowsVersions.flat() : last,
    rowsVersions,
    versions,
    content,
    removed: ended?.line.act === REMOVE ? ended : null,
    readAgain: versions.length > 1 ? versions.filter(({ line }) => line.act === READ_AGAIN) : [],
  };
}

const ENDING = [...CONTENT, REMOVE];

/**
 * @param {Version[]} versions
 * @param {string[]} acts
 */
function newest(versions, acts) {
  for (let index = versions.length - 1; index >= 0; index--)
    if (acts.includes(versions[index].line.act)) return versions[index];
  return null;
}

/**
 * Return the lines that make up each version of the rows. Two tabs, or a file, can both have written the next one: their
 * ids tell these apart.
 * @param {Version[]} rows
 */
function inGroups(rows) {
  /** @type {Map<string, Version[]>} */
  const groups = new Map();
  for (const version of rows) {
    const name = `${version.line.id} ${version.line.ver}`;
    const group = groups.get(name);
    if (group) group.push(version);
    else groups.set(name, [version]);
  }
  return [...groups.values()];
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
export const byHappening = (one, other) => other.happened - one.happened || other.number - one.number;

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
