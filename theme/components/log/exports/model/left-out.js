// Which lines nobody else is to read. Their leaves are handed over in their place, so that the rest can be checked. No DOM here.
import { valueIn } from "../../../documents/model/sets.js";
import { REMOVE } from "../../model/line.js";

/** @import { LogEntry, LogShape, Version } from "../../model/types.d.ts" */

/**
 * Return the sequence numbers of what to leave out: what is kept apart, the words of removed entries, and what this version
 * of the guide cannot read, which can hold anything. So can lines whose entry is not there, as of an import that was stopped.
 * @param {{lines: {seq: number}[], entries: LogEntry[], shape: LogShape}} log
 * @param {{apart?: boolean, removed?: boolean, only?: ReadonlySet<string>}} [wanted] what is handed over all the same; `only` are
 *   the ids of the entries to hand over, where it is not all of them
 */
export function linesToLeaveOut({ lines, entries, shape }, { apart = false, removed = false, only } = {}) {
  /** @type {Set<number>} */
  const shown = new Set();
  for (const entry of entries) {
    if (only && !only.has(entry.id)) continue;
    const hasWords = removed || !entry.removed;
    const versions = [
      ...entry.versions.filter((version) => hasWords || isSilent(version)),
      ...(hasWords ? entry.rowsVersions.flat() : []),
      ...(hasWords && apart ? entry.apartVersions : []),
    ];
    for (const version of versions) if (apart || !holdsApart(version, shape)) shown.add(version.line.seq);
  }
  return new Set(lines.map(({ seq }) => seq).filter((seq) => !shown.has(seq)));
}

/**
 * Return whether a line only removes: another version, or a file that was made by hand, can have words in it.
 * @param {Version} version
 */
function isSilent({ line, text }) {
  if (line.act !== REMOVE || line.rows?.length) return false;
  const { fields = {} } = JSON.parse(text);
  return fields !== null && typeof fields === "object" && Object.keys(fields).length === 0;
}

/**
 * Return whether a line holds what is kept apart, whatever it is: another version, or a file that was made by hand, can have it
 * anywhere.
 * @param {Version} version
 * @param {LogShape} shape
 */
function holdsApart({ line, text }, shape) {
  // In a line as it was read, fields of a wrong form are missing.
  const { fields } = line.rows ? line : JSON.parse(text);
  return [fields ?? {}, ...(line.rows ?? [])].some((set) => holdsField(set, shape));
}

/**
 * @param {object} set
 * @param {LogShape} shape
 */
function holdsField(set, { fields }) {
  for (const id in set) if (valueIn(fields, id)?.apart) return true;
  return false;
}

/**
 * Count lines that belong to no entry that is shown.
 * @param {{lines: {length: number}, entries: LogEntry[]}} log
 */
export function countOfNoEntry({ lines, entries }) {
  let known = 0;
  for (const { versions, apartVersions, rowsVersions } of entries)
    known += versions.length + apartVersions.length + rowsVersions.flat().length;
  return lines.length - known;
}
