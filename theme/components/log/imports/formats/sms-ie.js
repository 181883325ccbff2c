// SMS Import / Export (Android): messages.json, messages.ndjson, calls.json, or a ZIP of them. Times are milliseconds in
// SMS and calls, and seconds in MMS.
import { _ } from "../../../common/gettext.js";
import { askShownZone } from "../questions.js";
import { Refusal } from "../refusal.js";
import { NotJson, recordsOf } from "./json-records.js";
import { isSet, rawOf, setsIn, textOf } from "./values.js";

/** @import { Direction, Format, Input, RawRow, To } from "../types.d.ts" */

const OWN_FILES = /(^|\/)(messages|call[-_]?logs?|calls)[^\x2f]*\.(nd)?json$/i;
const SMIL = "application/smil"; // how a message is laid out
const OWN_NUMBER = "insert-address-token"; // what Android writes for the phone itself
const SECONDS_END = 100_000_000_000; // as milliseconds this is 1973: no phone sent a message then
const FROM = "137"; // of an address

/** @type {Record<string, {direction: Direction, result?: string}>} the same numbers in SMS and MMS */
const BOXES = {
  1: { direction: "in" },
  2: { direction: "out" },
  3: { direction: "out", result: "draft" },
  4: { direction: "out", result: "waiting" },
  5: { direction: "out", result: "failed" },
  6: { direction: "out", result: "waiting" },
};

/** @type {Record<string, {direction: Direction, result?: string}>} */
const CALLS = {
  1: { direction: "in" },
  2: { direction: "out" },
  3: { direction: "in", result: "missed" },
  4: { direction: "in", result: "voicemail" },
  5: { direction: "in", result: "rejected" },
  6: { direction: "in", result: "blocked" },
  7: { direction: "in", result: "elsewhere" },
};

/** @type {Record<string, string>} */
const PRESENTATIONS = { 2: "withheld", 3: "unknown-number", 4: "pay-phone" };

/** @type {Format} */
export const smsIe = {
  id: "sms-ie",
  label: _("SMS Import / Export (Android)"),
  suits: ({ text, names }) => (names ? names.some((name) => OWN_FILES.test(name)) : looksRight(text)),
  questions: () => [askShownZone()],
  async read(input, _answers, to) {
    const files = input.entries?.filter(({ name }) => OWN_FILES.test(name));
    const counter = { records: 0 };
    if (!files) return readFile(input, to, counter);
    for (const file of files) await readFile(await file.input(), to, counter);
    return undefined;
  },
};

/** @param {string} text */
function looksRight(text) {
  if (!/^\s*(\[\s*)?\{/.test(text)) return false;
  const has = (/** @type {string[]} */ ...keys) => keys.every((key) => text.includes(`"${key}"`));
  return (
    has("date", "type", "body", "address") ||
    has("date", "msg_box") ||
    has("date", "__parts") ||
    has("date", "type", "number", "duration")
  );
}

/**
 * Read a list, or one record a line.
 * @param {Input} input
 * @param {To} to
 * @param {{records: number}} counter records before this file, as a ZIP may hold several
 */
async function readFile(input, to, counter) {
  const before = counter.records;
  for await (const { at, value, text } of recordsIn(input, to)) {
    counter.records = before + at;
    const row = isSet(value) ? rowOf(value, counter.records) : null;
    if (row) to.row(row);
    else if (isSet(value)) to.skip(counter.records, _("This record has no time."), JSON.stringify(value));
    else to.skip(counter.records, _("This record is damaged or too long, and cannot be read."), text);
  }
}

/**
 * @param {Input} input
 * @param {To} to
 * @returns {AsyncGenerator<{at: number, value?: unknown, text?: string}>}
 */
async function* recordsIn(input, to) {
  if (await beginsAsList(input)) {
    try {
      for await (const { path, value, text } of recordsOf(input.pieces(), (at) => at.length === 1))
        yield { at: Number(path[0]) + 1, value, text };
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      to.note(_("The file is damaged. Only what stands before the damage was read."));
    }
    return;
  }
  for await (const { number, text } of input.lines()) if (text.trim()) yield lineRecord(number, text);
}

/** @param {Input} input */
async function beginsAsList(input) {
  for await (const piece of input.pieces()) if (piece.trim()) return piece.trimStart()[0] === "[";
  throw new Refusal(_("This file is empty."));
}

/**
 * @param {number} at
 * @param {string} text
 */
function lineRecord(at, text) {
  try {
    return { at, value: JSON.parse(text) };
  } catch {
    return { at, text };
  }
}

/**
 * @param {Record<string, unknown>} record
 * @param {number} at
 * @returns {RawRow | null}
 */
function rowOf(record, at) {
  const date = Number(textOf(record.date));
  if (!Number.isFinite(date) || date <= 0) return null;
  const epoch = date < SECONDS_END ? date * 1000 : date;
  if (record.number !== undefined || record.duration !== undefined) return callRow(record, epoch, at);
  return record.msg_box === undefined && !partsOf(record).length
    ? smsRow(record, epoch, at)
    : mmsRow(record, epoch, at);
}

/**
 * @param {Record<string, unknown>} record
 * @param {number} epoch
 * @param {number} at
 * @returns {RawRow}
 */
function smsRow(record, epoch, at) {
  const box = BOXES[textOf(record.type)];
  return {
    ...{ epoch, at, what: "message", ...box },
    number: textOf(record.address),
    name: nameOf(record),
    text: textOf(record.body),
    ...rawOf(record, ["date_sent", "service_center", "sub_id", ...(box ? [] : ["type"])]),
  };
}

/**
 * @param {Record<string, unknown>} record
 * @param {number} epoch
 * @param {number} at
 * @returns {RawRow}
 */
function mmsRow(record, epoch, at) {
  const box = BOXES[textOf(record.msg_box)];
  const people = peopleOf(record, box?.direction !== "out");
  const parts = partsOf(record).filter(({ ct }) => ct !== SMIL);
  const texts = parts.filter(({ ct }) => ct === "text/plain").map(({ text }) => textOf(text));
  return {
    ...{ epoch, at, what: "message", ...box },
    number: people.map(({ address }) => textOf(address)).join(", "),
    name: people.map(nameOf).filter(Boolean).join(", "),
    text: texts.join("\n"),
    files: parts.filter(({ ct }) => ct !== "text/plain").map(fileName),
    notes: people.length > 1 ? ["group"] : [],
    ...rawOf(record, ["date_sent", "sub", "sub_id", ...(box ? [] : ["msg_box"])]),
  };
}

/**
 * @param {Record<string, unknown>} record
 * @param {number} epoch
 * @param {number} at
 * @returns {RawRow}
 */
function callRow(record, epoch, at) {
  const kind = CALLS[textOf(record.type)];
  const presentation = PRESENTATIONS[textOf(record.presentation)];
  return {
    ...{ epoch, at, what: "call", ...kind },
    number: textOf(record.number),
    name: nameOf(record) || textOf(record.name),
    length: textOf(record.duration),
    notes: presentation ? [presentation] : [],
    ...rawOf(record, ["via_number", "post_dial_digits", "geocoded_location", ...(kind ? [] : ["type"])]),
  };
}

/**
 * Return who sent a message, or to whom it went.
 * @param {Record<string, unknown>} record
 * @param {boolean} isSender
 */
function peopleOf(record, isSender) {
  const all = setsIn(record.addresses ?? record.__addresses); // of the oldest files
  const senders = [record.__sender_address ?? record.sender_address].filter(isSet);
  const others = setsIn(record.__recipient_addresses ?? record.recipient_addresses);
  const found = isSender
    ? [...senders, ...all.filter(({ type }) => textOf(type) === FROM)]
    : [...others, ...all.filter(({ type }) => textOf(type) !== FROM)];
  const known = found.filter(({ address }) => textOf(address) && textOf(address) !== OWN_NUMBER);
  if (known.length || record.address === undefined) return known;
  return [{ address: record.address, __display_name: nameOf(record) }];
}

/** @param {Record<string, unknown>} record */
const partsOf = (record) => setsIn(record.__parts ?? record.parts);

/** @param {Record<string, unknown>} record */
const nameOf = (record) => textOf(record.__display_name ?? record.display_name);

/** @param {Record<string, unknown>} part */
function fileName(part) {
  const name = [part.name, part.fn, part.cl, part._data].map(textOf).find(Boolean) ?? textOf(part.ct);
  return name.slice(name.lastIndexOf("/") + 1);
}
