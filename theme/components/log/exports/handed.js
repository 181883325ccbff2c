// What is handed on: which lines of the log, and which entries they tell. What is left out keeps its place in the chain, so
// that a file without it can still be checked. No DOM here.
import { createEntries } from "../model/entries.js";
import { APART, REMOVE } from "../model/line.js";

const KEPT_APART = `"act":"${APART}"`; // inside of a text its quotes would have backslashes

/** @import { LogEntry, LogShape } from "../model/types.d.ts" */
/** @typedef {{seq: number, line: string}} Row */

/**
 * Choose from a whole log. `chosen`: the ids of the entries that go in, or null for all. `isWithApart`: also what is kept apart.
 * `isWithRemoved`: also what removed entries said.
 * @param {{lines: Row[], start: string, head: string, shape: LogShape, made: object}} whole
 * @param {{chosen: ReadonlySet<string> | null, isWithApart: boolean, isWithRemoved: boolean}} how
 */
export function chooseHanded(whole, { chosen, isWithApart, isWithRemoved }) {
  const { lines, shape } = whole;
  const all = createEntries(shape);
  all.add(lines);
  const entries = all.newestFirst().filter(({ id }) => !chosen || chosen.has(id));
  const leftOut = new Set(lines.map(({ seq }) => seq));
  for (const entry of entries)
    for (const seq of seqsOf(entry, { isWithApart, isWithRemoved })) leftOut.delete(seq);
  if (!chosen) for (const seq of ofNoEntry(lines, all, isWithApart)) leftOut.delete(seq);
  const shown = entries.map((entry) => asHanded(entry, { isWithApart, isWithRemoved }));
  return {
    ...whole,
    leftOut,
    entries: shown,
    files: [],
    /** Of entries, also removed ones. */
    left: all.size - entries.length,
    log: all,
  };
}

/**
 * Yield the numbers of lines that belong to no entry that this version of the guide can read: all of the log has them too.
 * @param {Row[]} lines
 * @param {ReturnType<typeof createEntries>} all
 * @param {boolean} isWithApart
 */
function* ofNoEntry(lines, all, isWithApart) {
  const everything = { isWithApart: true, isWithRemoved: true };
  const known = new Set(all.newestFirst().flatMap((entry) => [...seqsOf(entry, everything)]));
  for (const { seq, line } of lines)
    if (!known.has(seq) && (isWithApart || !line.includes(KEPT_APART))) yield seq;
}

/**
 * Yield the numbers of the lines of an entry that go in.
 * @param {LogEntry} entry
 * @param {{isWithApart: boolean, isWithRemoved: boolean}} how
 */
function* seqsOf(entry, { isWithApart, isWithRemoved }) {
  const isSilent = entry.removed && !isWithRemoved;
  const own = isSilent ? entry.versions.filter(({ line }) => line.act === REMOVE) : entry.versions;
  const beside = isSilent ? [] : [...entry.rowsVersions.flat(), ...(isWithApart ? entry.apartVersions : [])];
  for (const { line } of [...own, ...beside]) yield line.seq;
}

/**
 * Return the entry without what is left out of it.
 * @param {LogEntry} entry
 * @param {{isWithApart: boolean, isWithRemoved: boolean}} how
 * @returns {LogEntry}
 */
function asHanded(entry, { isWithApart, isWithRemoved }) {
  const isSilent = entry.removed && !isWithRemoved;
  if (isSilent) {
    const none = { apart: null, apartVersions: [], rows: [], rowsLines: [], rowsVersions: [], readAgain: [] };
    const versions = entry.versions.filter(({ line }) => line.act === REMOVE);
    return { ...entry, ...none, kind: "", fields: {}, versions, content: versions[0] };
  }
  return isWithApart ? entry : { ...entry, apart: null, apartVersions: [] };
}
