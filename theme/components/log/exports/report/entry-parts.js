// One entry in the report: what the writer wrote, what it said before, and what the program recorded. No DOM here.
import { _, fill, ngettext } from "../../../common/gettext.js";
import { valueIn } from "../../../documents/model/sets.js";
import { isDay } from "../../../documents/model/values.js";
import { changesOf } from "../../model/changes.js";
import { joinedRows } from "../../model/joined-rows.js";
import { dayOfWhen, dayWords } from "../../model/times.js";
import { wallAt } from "../../model/zones.js";
import { rowColumns, rowWords, WHEN } from "../../row-words.js";
import { kindOf, labelWords, linesOf, writtenWords } from "../../words.js";
import { ownPart, part } from "../parts.js";
import { listTable } from "./tables.js";

const SERIES = "report-series";
const MOST_ROWS = 2000; // of one entry that are printed

/**
 * @param {any} entry
 * @param {any} shape
 */
export function entryParts(entry, shape) {
  const { number, removed } = entry;
  const kind = kindOf(entry, shape);
  const title = kind
    ? fill(_("Entry {number}: {kind}"), { number, kind })
    : fill(_("Entry {number}"), { number });
  const own = removed
    ? [part("p", {}, removedOn(removed)), ...removedWords(entry, shape)]
    : linesOf(entry, shape).map(linePart);
  return part(
    "section",
    "report-entry",
    part("h3", {}, title),
    ...own,
    ...(entry.rows?.length ? seriesTables(entry, shape) : []),
    ...olderParts(entry, shape),
    recordedPart(entry),
  );
}

/** @param {any} version */
export const removedOn = (version) =>
  fill(_("Removed by the writer, {day}"), { day: dayWords(dayOfVersion(version)) });

const dayOfVersion = ({ line }) => wallAt(line.written).slice(0, 10);

/** It was removed, and what it said is left out. */
export const isSilent = ({ removed, fields }) => Boolean(removed && !Object.keys(fields).length);

/** What a removed entry said, where that goes in. */
export function removedWords(entry, shape) {
  if (isSilent(entry)) return [];
  return linesOf(entry, shape).map(({ label, text }) => oldPart(labelWords(label), text));
}

export function linePart({ label, text }) {
  return part("p", {}, part("b", {}, labelWords(label)), " ", ownPart(text));
}

function oldPart(label, text) {
  return part("p", "report-old", part("b", {}, label), " ", ownPart(text, "del"));
}

/** What it said before, struck through and readable; and when a file was added. */
export function olderParts(entry, shape) {
  return changesOf(entry, shape).flatMap(({ version, changes }) =>
    changes.flatMap(({ label, before, after, isApart = false, isAdded = false }) => {
      if (isAdded) return [linePart({ label: addedOn(version), text: after })];
      if (!before || isApart) return [];
      return [
        oldPart(fill(_("{label}, until {day}:"), { label, day: dayWords(dayOfVersion(version)) }), before),
      ];
    }),
  );
}

const addedOn = (version) => fill(_("Added on {day}"), { day: dayWords(dayOfVersion(version)) });

export const recordedPart = (entry) => part("p", "report-recorded", recordedWords(entry));

/** What the program recorded stands apart from what the writer wrote. */
function recordedWords(entry) {
  const numbers = [...entry.versions, ...entry.rowsLines].map(({ line }) => line.seq);
  const lines = [...new Set(numbers)].sort((one, other) => one - other).join(", ");
  return [
    _("Recorded by the program:"),
    isSilent(entry) ? "" : writtenWords(entry),
    ...entry.readAgain.map((version) =>
      fill(_("Read again on {day}: it is as I remember."), { day: dayWords(dayOfVersion(version)) }),
    ),
    ngettext("Line {lines} of the log.", "Lines {lines} of the log.", numbers.length, { lines }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** The rows of a series: a table for each day, or one that counts them where they would fill a book. */
function seriesTables(entry, shape) {
  const { when } = entry;
  const rows = joinedRows(entry.rows);
  /** @type {Map<string, any[]>} */
  const days = new Map();
  for (const row of rows) {
    const day = String(row.when || dayOfWhen(when)).slice(0, 10);
    const own = days.get(day);
    if (own) own.push(row);
    else days.set(day, [row]);
  }
  const inOrder = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  if (rows.length > MOST_ROWS) return [daysTable(inOrder)];
  return inOrder.map(([day, own]) => dayTable(day, own, shape));
}

/** Another version of the guide can have written anything. */
const daySaid = (day) => (isDay(day) ? dayWords(day) : day);

function daysTable(days) {
  const caption = _("How many rows on each day. Each row stands in the tables and the lines of the log.");
  const rows = days.map(([day, own]) => [daySaid(day), String(own.length)]);
  return listTable([_("Day"), _("How many")], rows, caption, SERIES);
}

function dayTable(day, rows, shape) {
  const names = rowColumns(rows, shape);
  const caption = `${daySaid(day)}: ${ngettext("{count} row", "{count} rows", rows.length)}`;
  const heads = names.map((name) => valueIn(shape.fields, name)?.label ?? name);
  const cell = (name, value) =>
    name === WHEN ? String(value).slice(11) || daySaid(day) : rowWords(name, value, shape);
  const cells = rows.map((row) =>
    names.map((name) => (row[name] === undefined ? "" : cell(name, row[name]))),
  );
  return listTable(heads, cells, caption, SERIES);
}
