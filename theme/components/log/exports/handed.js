// What is handed on: which lines of the log, and which entries they tell. What is left out keeps its place in the chain, so
// that a file without it can still be checked. No DOM here.
import { createEntries } from "../model/entries.js";
import { REMOVE } from "../model/line.js";
import { countOfTakenOff, filesToHand, itemsToHand } from "./handed-items.js";
import { countOfNoEntry, linesToLeaveOut } from "./model/left-out.js";

/** @import { LogEntry, LogShape, Version } from "../model/types.d.ts" */
/** @typedef {{seq: number, line: string}} Row */

/**
 * Choose from a whole log. `chosen`: the ids of the entries that go in, or null for all; items go in as `./handed-items.js` says.
 * `ticks`: of items, by their ids. `isWithApart`: also what is kept apart. `isWithRemoved`: also what removed entries and items said. `readFile` opens a kept file.
 * @param {{lines: Row[], start: string, head: string, shape: LogShape, made: object,
 *   readFile: import("./handed-items.js").ReadFile}} whole
 * @param {{chosen: ReadonlySet<string> | null, ticks?: ReadonlyMap<string, boolean>, isWithApart: boolean, isWithRemoved: boolean}} how
 */
export function chooseHanded(whole, { chosen, ticks, isWithApart, isWithRemoved }) {
  const { lines, shape, readFile } = whole;
  const log = createEntries(shape);
  log.add(lines);
  const all = { lines, entries: [...log.newestFirst(), ...log.items()], shape };
  const wantedItems = itemsToHand(log, { chosen, ticks });
  const itemsLeft = log.items().length - wantedItems.length;
  const isWhole = isFull({ chosen, itemsLeft, isWithApart, isWithRemoved });
  const entries = log.newestFirst().filter(({ id }) => !chosen || chosen.has(id));
  const only = new Set([...entries, ...wantedItems].map(({ id }) => id));
  const wanted = { apart: isWithApart, removed: isWithRemoved, only };
  const items = wantedItems.map((item) => asHanded(item, shape, { isWithApart, isWithRemoved }));
  const files = filesToHand(items, readFile, { isWithRemoved });
  return {
    ...whole,
    isWithRemoved,
    leftOut: isWhole ? new Set() : linesToLeaveOut(all, wanted),
    entries: entries.map((entry) => asHanded(entry, shape, { isWithApart, isWithRemoved })),
    items,
    files,
    /** Of files that items had once, and that do not go in. */
    filesLeft: countOfTakenOff(wantedItems, files),
    /** Files that turned out not to be what was kept, when they were read. */
    broken: new Set(),
    /** Of items. */
    itemsLeft,
    /** Of entries, also removed ones. */
    left: log.size - entries.length,
    /** Of lines that belong to no entry. */
    leftOfNoEntry: isWhole ? 0 : countOfNoEntry(all),
    log,
  };
}

/**
 * Return whether all of the log goes in, also what nobody can read.
 * @param {{chosen: ReadonlySet<string> | null, itemsLeft: number, isWithApart: boolean, isWithRemoved: boolean}} how
 */
export const isFull = ({ chosen, itemsLeft, isWithApart, isWithRemoved }) =>
  !chosen && !itemsLeft && isWithApart && isWithRemoved;

/**
 * Return the entry without what is left out of it.
 * @param {LogEntry} entry
 * @param {LogShape} shape
 * @param {{isWithApart: boolean, isWithRemoved: boolean}} how
 * @returns {LogEntry}
 */
function asHanded(entry, shape, { isWithApart, isWithRemoved }) {
  const isSilent = entry.removed && !isWithRemoved;
  if (isSilent) {
    const none = { apart: null, apartVersions: [], rows: [], rowsLines: [], rowsVersions: [], readAgain: [] };
    const versions = entry.versions.filter(({ line }) => line.act === REMOVE);
    return { ...entry, ...none, kind: "", fields: {}, versions, content: versions[0] };
  }
  return isWithApart ? entry : withoutApart(entry, shape);
}

/**
 * Another version, or a file that was made by hand, can have what is kept apart in any line.
 * @param {LogEntry} entry
 * @param {LogShape} shape
 * @returns {LogEntry}
 */
function withoutApart(entry, { fields: known }) {
  const names = Object.keys(known).filter((id) => known[id].apart);
  /** @type {<T extends object>(set: T) => T} */
  const cleared = (set) => {
    if (!names.some((name) => Object.hasOwn(set, name))) return set;
    return /** @type {any} */ (Object.fromEntries(Object.entries(set).filter(([id]) => !names.includes(id))));
  };
  /** @param {Version} version */
  const asShown = ({ line, text }) => ({
    line: { ...line, fields: cleared(line.fields), ...(line.rows && { rows: line.rows.map(cleared) }) },
    text,
  });
  const versions = entry.versions.map(asShown);
  return {
    ...{ ...entry, apart: null, apartVersions: [], versions },
    content: versions[entry.versions.indexOf(entry.content)],
    fields: cleared(entry.fields),
    rows: entry.rows.map(cleared),
    rowsVersions: entry.rowsVersions.map((group) => group.map(asShown)),
  };
}
