// An import: which format a file is, what must be asked, and its rows, one after the other.
import { _, ngettext } from "../../common/gettext.js";
import { MOST_BYTES } from "./bounds.js";
import { createDecoder } from "./decoding.js";
import { FORMATS } from "./formats/formats.js";
import { createInput } from "./input.js";
import { createPause } from "./pauses.js";
import { isAnswered } from "./questions.js";
import { Refusal } from "./refusal.js";
import { createRows } from "./rows.js";
import { timeInName } from "./time-in-name.js";
import { entriesOf, isZip, unpacked } from "./zip.js";

/** @import { Answers, Entry, Format, Head, Input, Out, Outcome, Question, Source } from "./types.d.ts" */
/** @typedef {{input: Input, head: Head}} Opened */
/** @typedef {Source & {onBytes: (bytes: number) => void}} Counted */
/** @typedef {{pause: () => Promise<void>, broken: (count: number) => void}} Tools */

const READABLE = /\.(csv|eml|html?|json|mbox|md|ndjson|tsv|txt|xml)$/i; // of what is in a ZIP
const CHAT = /(^|\/)(_chat|[^\x2f]*whatsapp[^\x2f]*)\.txt$/i; // before the other files of such a ZIP
const ENTRY = "entry";
const FIRST_PHONES = "1990"; // years
const FAR = "2100";

/**
 * Read a file. Where something must be asked first, the questions are returned, and no row is read.
 * It never throws for what a file holds; it rejects with an AbortError once the signal is given.
 * @param {Source} source
 * @param {Answers} answers
 * @param {Out} out
 * @param {AbortSignal} [signal]
 * @returns {Promise<Outcome>}
 */
export async function readImport(source, answers, out, signal) {
  /** @type {Outcome} */
  const outcome = {
    ...{ format: "", label: "", encoding: "", questions: [], rows: 0, skipped: 0, mended: 0, notes: [] },
  };
  try {
    await read(source, answers, out, createPause(signal), outcome);
  } catch (error) {
    outcome.refused = refusedBecause(error);
  }
  return outcome;
}

/**
 * @param {Source} source
 * @param {Answers} answers
 * @param {Out} out
 * @param {() => Promise<void>} pause
 * @param {Outcome} outcome
 */
async function read(source, answers, out, pause, outcome) {
  if (source.size > MOST_BYTES) throw new Refusal(TOO_LARGE);
  if (source.size === 0) throw new Refusal(_("This file is empty."));
  const reading = { broken: 0 };
  let progress = NO_PROGRESS;
  const tools = { pause, broken: (/** @type {number} */ count) => (reading.broken = count) };
  const opened = await open(
    counted(source, (bytes) => progress(bytes)),
    tools,
  );
  const { input, head } = await insideOf(opened, answers, outcome.questions);
  if (outcome.questions.length) return;
  const others = (opened.input.entries?.length ?? 0) - 1;
  if (!input.entries && others > 0) outcome.notes.push(othersSentence(others));
  const format = formatOf(head);
  const encoding = input.entries ? "" : input.encoding;
  Object.assign(outcome, { format: format.id, label: format.label, encoding });
  if (format.refusal) refuse(format, source.name, outcome);
  const questions = await format.questions(input, answers);
  if (!questions.every((question) => isAnswered(question, answers[question.id]))) {
    outcome.questions = questions;
    return;
  }
  progress = progressOf(source.size, out);
  reading.broken = 0; // of what was read for the questions
  const rows = createRows(answers, out, outcome);
  try {
    await format.read(input, answers, rows.to);
  } finally {
    rows.end();
  }
  if (isFar(outcome))
    rows.to.note(_("Some times lie far in the past or in the future. Please check the years."));
  if (reading.broken) rows.to.note(brokenSentence(reading.broken));
}

/**
 * @param {Format} format
 * @param {string} name
 * @param {Outcome} outcome
 */
function refuse({ refusal, offersTime }, name, outcome) {
  const offered = offersTime && timeInName(name);
  if (offered) outcome.offered = offered;
  throw new Refusal(refusal);
}

/**
 * @param {Counted} source
 * @param {Tools} tools
 * @returns {Promise<Opened>}
 */
async function open(source, tools) {
  const opened = await openBytes(source.name, source.size, () => bytesOf(source), tools);
  if (!isZip(opened.head.bytes)) return opened;
  const entries = (await entriesOf(source)).map((entry) => ({
    name: entry.name,
    size: entry.size,
    input: async () => (await openBytes(entry.name, entry.size, () => unpacked(source, entry), tools)).input,
    open: () => openBytes(entry.name, entry.size, () => unpacked(source, entry), tools),
  }));
  const names = entries.map(({ name }) => name);
  return { input: { ...opened.input, entries }, head: { ...opened.head, text: "", names } };
}

/**
 * @param {string} name
 * @param {number} size
 * @param {() => AsyncIterable<Uint8Array>} openThem
 * @param {Tools} tools
 * @returns {Promise<Opened>}
 */
async function openBytes(name, size, openThem, tools) {
  const { input, head: bytes } = await createInput({ name, size, open: openThem, ...tools });
  const text = createDecoder(bytes).text(bytes);
  return { input, head: { name: name.split("/").pop() ?? "", size, text, bytes } };
}

/**
 * Return the file itself, or, of a ZIP that no format knows as a whole, the one file in it that can be read. Which one is
 * asked where there are several.
 * @param {Opened} opened
 * @param {Answers} answers
 * @param {Question[]} questions
 * @returns {Promise<Opened>}
 */
async function insideOf(opened, answers, questions) {
  const { entries } = opened.input;
  if (!entries || FORMATS.some((format) => format.suits(opened.head))) return opened;
  const all = entries.filter(({ name }) => READABLE.test(name) && !name.startsWith("__MACOSX/"));
  const chats = all.filter(({ name }) => CHAT.test(name));
  const readable = chats.length ? chats : all;
  if (!readable.length)
    throw new Refusal(
      _(
        "This ZIP holds no file that can be read here. Keep the file where it is safe, and write its name in an entry.",
      ),
    );
  const choices = readable.map(({ name }) => ({ value: name, label: name }));
  const question = { id: ENTRY, asks: _("Which file of this ZIP do you want to read?"), choices };
  const entry = readable.length === 1 ? readable[0] : readable.find(({ name }) => name === answers[ENTRY]);
  if (entry) return /** @type {Entry & {open: () => Promise<Opened>}} */ (entry).open();
  questions.push(question);
  return opened;
}

/**
 * @param {Head} head
 * @returns {Format}
 */
function formatOf(head) {
  const format = FORMATS.find(({ suits }) => suits(head));
  if (!format)
    throw new Refusal(
      _(
        "This kind of file cannot be read here. Keep the file where it is safe, and write its name in an entry.",
      ),
    );
  return format;
}

/** @param {Counted} source */
async function* bytesOf(source) {
  const reader = source.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      source.onBytes(value.length);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {}); // where not all was read
  }
}

/**
 * Return the same file, and tell of each piece that is read of it.
 * @param {Source} source
 * @param {(bytes: number) => void} onBytes
 * @returns {Counted}
 */
function counted(source, onBytes) {
  return {
    name: source.name,
    size: source.size,
    async slice(from, to) {
      onBytes(Math.max(0, Math.min(to, source.size) - from));
      return source.slice(from, to);
    },
    stream: () => source.stream(),
    onBytes,
  };
}

/** @param {number} _bytes */
const NO_PROGRESS = (_bytes) => {};

/**
 * @param {number} size
 * @param {Out} out
 */
function progressOf(size, out) {
  let done = 0;
  return (/** @type {number} */ bytes) => {
    done += bytes;
    out.onProgress?.(Math.min(done, size));
  };
}

const TOO_LARGE = _("This file is larger than 1 GB. Save a shorter part of the messages, and choose that.");

/**
 * Return whether a time lies outside of the years in which phones kept messages. Some calendars count years in another way.
 * @param {Outcome} outcome
 */
const isFar = ({ first = FIRST_PHONES, last = "" }) => first < FIRST_PHONES || last >= FAR;

/** @param {number} count */
const othersSentence = (count) =>
  ngettext(
    "{count} other file of this ZIP is not read.",
    "{count} other files of this ZIP are not read.",
    count,
  );

/** @param {number} count */
const brokenSentence = (count) =>
  ngettext(
    "{count} byte of this file was no letter. It is shown as another letter.",
    "{count} bytes of this file were no letters. They are shown as other letters.",
    count,
  );

/**
 * Return why a file was refused; any other error goes on.
 * @param {unknown} error
 */
function refusedBecause(error) {
  if (error instanceof Refusal) return error.message;
  if (error instanceof DOMException && ["NotReadableError", "NotFoundError"].includes(error.name))
    return _("This file could not be read to its end. It may have been moved or changed. Choose it again.");
  throw error;
}
