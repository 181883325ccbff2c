// Which lines a writer's doing adds: a new entry, a correction, a removal, a reading. Nothing is ever written over. No DOM here.
import { _ } from "../../common/gettext.js";
import { areSame } from "../../documents/model/three-way.js";
import { hexOf, leafOf } from "./chain.js";
import {
  APART,
  bytesIn,
  CORRECT,
  LATER,
  lineText,
  MOST_BYTES,
  READ_AGAIN,
  REMOVE,
  ROWS,
  unknownIn,
  VERSION,
  WRITE,
} from "./line.js";
import { isItem, shapeOfKind } from "./items.js";
import { filesWritten, fileTexts, rowsSeen, takesAwayJoined } from "./joined-versions.js";
import { ITEM } from "./meanings.js";
import { fieldsOf, rowsOf } from "./values-typed.js";

/** @import { Context, Line, LogEntry, LogField, LogShape, Make, Row, TypedEntry, Version, WhatToWrite } from "./types.d.ts" */

export const ROOM_BESIDE_ROWS = 2048; // bytes of a line for what is in it besides rows
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const TOO_LONG = _("This entry is longer than one entry can be. You can write the rest in a second one.");

/**
 * Write a new entry.
 * @param {TypedEntry} typed
 * @param {Context} given
 * @returns {WhatToWrite}
 */
export function writeEntry(typed, given) {
  const id = newId(typed.kind === ITEM ? "i" : "e");
  const context = { ...given, shape: shapeOfKind(given.shape, typed.kind) };
  const started = { number: 0 };
  const { fields, problems } = fieldsOf(typed.fields, {}, context.shape, false);
  const make = makeOf({ id, ver: 1, act: WRITE, kind: typed.kind, when: typed.when, fields }, context);
  /** @type {Make} */
  const first = ({ seq }) => {
    started.number = seq;
    return make({ seq });
  };
  const none = { apart: null, kind: typed.kind, rows: [], rowsVersions: [] };
  const beside = besideOf(typed, { ...none, id, number: () => started.number }, context);
  return bounded([first, ...beside.makes], [...problems, ...beside.problems]);
}

/**
 * Write a new version of an entry; no line where nothing is different.
 * @param {LogEntry} entry
 * @param {Partial<TypedEntry>} typed
 * @param {Context} given
 * @returns {WhatToWrite}
 */
export function correctEntry(entry, typed, given) {
  const context = { ...given, shape: shapeOfKind(given.shape, typed.kind ?? entry.kind) };
  const content = entry.content.line;
  const { fields, problems } = fieldsOf(typed.fields ?? {}, content.fields, context.shape, false);
  const { kind = content.kind, when = content.when } = typed;
  const isSame =
    !entry.removed && areSame([kind, when, fields], [content.kind, content.when, content.fields]);
  const next = { ...unknownIn(content), ...versionAfter(entry), act: CORRECT, kind, when, fields };
  const [shown, after] = [content.fields, fields].map(fileTexts);
  const isFirstJoined = takesAwayJoined({ written: filesWritten(entry.content), shown, next: after });
  // Else what is taken away could not be told from what the other side did not know.
  const joint = { ...content, ...versionAfter(entry), act: CORRECT };
  const all = isFirstJoined ? [joint, { ...next, ver: next.ver + 1 }] : [next];
  const makes = isSame ? [] : inTurn(all, context);
  const beside = besideOf(typed, { ...entry, number: () => entry.number }, context);
  return bounded([...makes, ...beside.makes], [...problems, ...beside.problems]);
}

/**
 * Write a new item of the list of evidence. It is corrected and removed as any entry is.
 * @param {Omit<TypedEntry, "kind">} typed
 * @param {Context} context
 * @returns {WhatToWrite}
 */
export const writeItem = (typed, context) => writeEntry({ ...typed, kind: ITEM }, context);

/**
 * Remove an entry, so that it can be seen that there was one. It is also what "undo" does.
 * @param {LogEntry} entry
 * @param {Context} context
 * @returns {WhatToWrite}
 */
export function removeEntry(entry, context) {
  return bounded(entry.removed ? [] : [makeOf({ ...versionAfter(entry), act: REMOVE }, context)], []);
}

/**
 * Write that the writer has read an entry, and that it is as they remember.
 * @param {LogEntry} entry
 * @param {Context} context
 * @returns {WhatToWrite}
 */
export function readEntryAgain(entry, context) {
  return bounded([makeOf({ ...versionAfter(entry), act: READ_AGAIN }, context)], []);
}

/**
 * Make the lines of what is to be written, for a log that is not kept yet.
 * @param {Make[]} makes
 * @param {number} seq of the first of them
 */
export function makesToLines(makes, seq) {
  return makes.map((make, index) => ({ seq: seq + index, line: make({ seq: seq + index }) }));
}

/**
 * Make lines of which each goes on from the one before.
 * @param {Partial<Line>[]} records
 * @param {Context} context
 * @param {() => number} [first]
 */
function inTurn(records, context, first) {
  let text = "";
  return records.map((record, at) => {
    const isNext = at > 0 && record.was !== undefined;
    const make = makeOf(record, context, first, isNext ? () => hexOf(leafOf(text)) : undefined);
    /** @type {Make} */
    const inItsTurn = (next) => (text = make(next));
    return inItsTurn;
  });
}

/**
 * Return what lies beside an entry, where it is different: what is kept apart, and rows.
 * @param {Partial<TypedEntry>} typed
 * @param {Pick<LogEntry, "id" | "apart" | "kind" | "rows" | "rowsVersions"> & {number: () => number}} entry
 * @param {Context} context
 * @returns {WhatToWrite}
 */
function besideOf(typed, { id, apart, number, ...entry }, context) {
  const before = apart?.line.fields ?? {};
  const { fields, problems } = fieldsOf(typed.fields ?? {}, before, context.shape, true);
  /** @type {Make[]} */
  const makes = [];
  if (!areSame(fields, before)) {
    const record = {
      ...(apart && unknownIn(apart.line)),
      ...besideAfter("a", apart),
      act: APART,
      of: id,
      fields,
    };
    makes.push(makeOf(record, context, number));
  }
  const field = rowsField(context.shape);
  if (!field || !typed.rows) return { makes, problems };
  const made = rowsOf(typed.rows, field, context.shape);
  const records = rowRecords(made.rows, entry).map((record) => ({ ...record, act: ROWS, of: id }));
  makes.push(...inTurn(records, context, number));
  return { makes, problems: [...problems, ...made.problems] };
}

/**
 * Return the lines that rows need: further ones where the rows before are the same, else all of them anew.
 * @param {Row[]} rows
 * @param {Pick<LogEntry, "kind" | "rows" | "rowsVersions">} entry
 * @returns {Partial<Line>[]}
 */
function rowRecords(rows, { kind, rows: shown, rowsVersions }) {
  const before = rowsVersions.at(-1) ?? [];
  const last = before.at(-1) ?? null;
  if (areSame(rows, shown)) return [];
  if (last && isItem({ kind }) && takesAwayJoined({ written: rowsSeen(before), shown, next: rows })) {
    const all = anew(shown, last);
    return [...all, ...anew(rows, { ...last, line: { ...last.line, ver: last.line.ver + 1 } })];
  }
  const kept = before.flatMap(({ line }) => line.rows ?? []);
  const isLonger = areSame(rows.slice(0, kept.length), kept);
  const added = isLonger ? rows.slice(kept.length) : rows;
  if (!isLonger || !last) return anew(added, last);
  const own = { id: last.line.id, ver: last.line.ver };
  return piecesWith(own, leafIn(last), added);
}

/**
 * @param {Row[]} rows
 * @param {Version | null} last
 */
function anew(rows, last) {
  const { was, ...next } = besideAfter("r", last);
  return piecesWith({ ...next, id: newId("r") }, was, rows);
}

/**
 * @param {Partial<Line>} own
 * @param {string | undefined} was
 * @param {Row[]} rows
 * @returns {Partial<Line>[]}
 */
function piecesWith(own, was, rows) {
  return inPieces(rows).map((piece, index) => ({ ...own, rows: piece, ...(index === 0 && was && { was }) }));
}

/**
 * Divide rows so that each piece fits into one line.
 * @param {Row[]} rows
 */
export function inPieces(rows) {
  /** @type {Row[][]} */
  const pieces = [[]];
  let bytes = 0;
  for (const row of rows) {
    const more = bytesIn(lineText(/** @type {Partial<Line>} */ (row))) + 1;
    if (bytes + more > MOST_BYTES - ROOM_BESIDE_ROWS) {
      pieces.push([]);
      bytes = 0;
    }
    pieces[pieces.length - 1].push(row);
    bytes += more;
  }
  return pieces;
}

/** @param {LogShape} shape */
export function rowsField(shape) {
  return Object.values(shape.fields).find(({ takes }) => takes === "rows");
}

/** @param {LogEntry} entry */
function versionAfter({ id, number, versions }) {
  const last = /** @type {Version} */ (versions.at(-1));
  return { id, ver: last.line.ver + 1, first: number, was: leafIn(last) };
}

/**
 * @param {string} letter
 * @param {Version | null} last
 */
function besideAfter(letter, last) {
  return last
    ? { id: last.line.id, ver: last.line.ver + 1, was: leafIn(last) }
    : { id: newId(letter), ver: 1 };
}

/** @param {Version} version */
const leafIn = ({ text }) => hexOf(leafOf(text));

/**
 * Its salt is that of each line it makes: of all of them, one is stored.
 * @param {Partial<Line>} record
 * @param {Context} context
 * @param {() => number} [first] the number of the entry that it belongs to, once that is known
 * @param {() => string} [was] the leaf that it goes on from, once that is known
 * @returns {Make}
 */
export function makeOf(record, { written }, first, was) {
  const salt = newSalt();
  return ({ seq }) =>
    lineText({
      ...{ ...record, ...(first && { first: first() }), ...(was && { was: was() }) },
      ...{ v: VERSION, seq, salt, written },
    });
}

/**
 * Return the salt of the first line that these make: with it, that line can be found again.
 * @param {Make[]} makes
 */
export const saltOf = ([make]) => /** @type {string} */ (JSON.parse(make({ seq: LATER })).salt);

/**
 * Return what to write, and nothing where there are problems.
 * @param {Make[]} makes
 * @param {string[]} problems
 * @returns {WhatToWrite}
 */
function bounded(makes, problems) {
  const isTooLong = !problems.length && makes.some((make) => bytesIn(make({ seq: LATER })) > MOST_BYTES);
  const all = isTooLong ? [TOO_LONG] : problems;
  return { makes: all.length ? [] : makes, problems: all };
}

/**
 * Return a name that no other has: two tabs do not ask each other.
 * @param {string} letter
 */
export function newId(letter) {
  const random = crypto.getRandomValues(new Uint8Array(12));
  return `${letter}-${Array.from(random, (byte) => LETTERS[byte & 31]).join("")}`;
}

/** Return 128 random bits: nobody can guess a line from its leaf. */
function newSalt() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...random))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}
