// The rows of a file on their way out: with their times, their marks and their bounds, in batches.
import { _ } from "../../common/gettext.js";
import { MOST_FIELD, MOST_ROW, MOST_ROWS, MOST_TOLD } from "./bounds.js";
import { createDuplicates } from "./duplicates.js";
import { createTimes } from "./import-times.js";
import { Refusal } from "./refusal.js";
import { wellFormed } from "./well-formed.js";

/** @import { Answers, ImportRow, Out, Outcome, RawRow, Skipped, To } from "./types.d.ts" */
/** @import { Time } from "./import-times.js" */

const BATCH = 500; // rows
const TEXTS = /** @type {const} */ (["result", "number", "name", "length", "chat"]);

/**
 * @param {Answers} answers
 * @param {Out} out
 * @param {Outcome} outcome
 * @returns {{to: To, end(): void}}
 */
export function createRows(answers, out, outcome) {
  const timeOf = createTimes(answers.zone ?? "");
  const isDuplicate = createDuplicates();
  /** @type {ImportRow[]} */
  let rows = [];
  /** @type {Skipped[]} */
  let skipped = [];

  function send() {
    if (rows.length) out.onRows(rows);
    if (skipped.length) out.onSkipped(skipped);
    rows = [];
    skipped = [];
  }

  function checkCount() {
    if (outcome.rows + outcome.skipped >= MOST_ROWS)
      throw new Refusal(
        _("This file has more than 200,000 rows. Save a shorter part of it, and choose that."),
      );
  }

  /** @param {RawRow} raw */
  function row(raw) {
    const time = timeOf(raw);
    if (!time) {
      skip(raw.at, _("The time of this row cannot be read."), toldOf(raw));
      return;
    }
    checkCount();
    const made = withinBounds(madeOf(raw, time));
    if (isDuplicate(made)) note(made, "duplicate");
    outcome.rows += 1;
    if (!outcome.first || made.wall < outcome.first) outcome.first = made.wall;
    if (!outcome.last || made.wall > outcome.last) outcome.last = made.wall;
    rows.push(made);
    if (rows.length >= BATCH) send();
  }

  /** @type {To["skip"]} */
  function skip(at, reason, text = "") {
    if (outcome.rows + outcome.skipped >= MOST_ROWS)
      throw new Refusal(
        _("This file has more than 200,000 rows. Save a shorter part of it, and choose that."),
      );
    outcome.skipped += 1;
    skipped.push({ at, reason, ...(text && { text: wellFormed(text.slice(0, MOST_TOLD)) }) });
    if (skipped.length >= BATCH) send();
  }

  return {
    to: {
      row,
      skip,
      note(sentence) {
        if (!outcome.notes.includes(sentence)) outcome.notes.push(sentence);
      },
      mended(count) {
        outcome.mended += count;
      },
    },
    end: send,
  };
}

/**
 * @param {RawRow} raw
 * @param {Time} time
 * @returns {ImportRow}
 */
function madeOf(raw, { wall, offset, utc, mark, zone }) {
  // One name after the other, and no object on the way: this runs 200,000 times.
  /** @type {ImportRow} */
  const row = {
    wall,
    what: raw.what,
    direction: raw.direction ?? "",
    result: raw.result ?? "",
    number: clean(raw.number),
    name: clean(raw.name),
    text: clean(raw.text),
    length: clean(raw.length),
    at: raw.at,
  };
  if (offset !== undefined) row.offset = offset;
  if (utc !== undefined) row.utc = utc;
  if (mark !== undefined) row.mark = mark;
  if (zone !== undefined) row.zone = zone;
  if (raw.files?.length) row.files = raw.files.map((name) => clean(name));
  if (raw.chat) row.chat = clean(raw.chat);
  if (raw.notes?.length) row.notes = [...raw.notes];
  if (raw.raw && hasAny(raw.raw)) row.raw = raw.raw;
  return row;
}

/** @param {RawRow} raw */
function toldOf(raw) {
  const time = "epoch" in raw ? String(raw.epoch) : "instant" in raw ? raw.instant : raw.wall;
  return [time, raw.number, raw.name, raw.text].filter(Boolean).join(" · ");
}

/** @param {Record<string, string>} raw */
const hasAny = (raw) => Object.keys(raw).length > 0;

/**
 * Return a text that every program can store: no half letters, and no sign of nothing.
 * @param {string} [text]
 */
function clean(text = "") {
  const whole = wellFormed(text);
  return whole.includes("\0") ? whole.replaceAll("\0", "\uFFFD") : whole;
}

/**
 * @param {ImportRow} row
 * @param {string} id
 */
function note(row, id) {
  if (!row.notes?.includes(id)) row.notes = [...(row.notes ?? []), id];
}

/**
 * Cut what does not fit into a line of the log. The file itself has all of it.
 * @param {ImportRow} row
 */
function withinBounds(row) {
  for (const name of TEXTS) if (row[name] && row[name].length > 1000) cut(row, name, 1000);
  if (row.text.length > MOST_FIELD) cut(row, "text", MOST_FIELD);
  if (sizeOf(row) <= MOST_ROW) return row;
  for (const name of /** @type {const} */ (["raw", "files"]))
    if (row[name] && sizeOf(row) > MOST_ROW) {
      delete row[name];
      note(row, "cut");
    }
  while (sizeOf(row) > MOST_ROW) cut(row, "text", Math.floor(row.text.length / 2));
  return row;
}

/**
 * @param {ImportRow} row
 * @param {"text" | typeof TEXTS[number]} name
 * @param {number} most
 */
function cut(row, name, most) {
  row[name] = wellFormed(/** @type {string} */ (row[name]).slice(0, most));
  note(row, "cut");
}

/**
 * Return how many bytes a row has as JSON, or fewer where it is short anyway.
 * @param {ImportRow} row
 */
function sizeOf(row) {
  const longest =
    row.text.length + Object.values(row.raw ?? {}).join("").length + (row.files ?? []).join("").length;
  return longest < MOST_ROW / 8 ? longest : new TextEncoder().encode(JSON.stringify(row)).length;
}
