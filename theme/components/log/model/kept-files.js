// The files of an item, as its lines name them: one text for each, much like a line of `sha256sum`. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { bytesIn, CONTENT, lineText } from "./line.js";
import { KEPT } from "./meanings.js";
import { shownText, unturned } from "./typed-text.js";

/** @import { KeptFile, LogEntry, LogFields } from "./types.d.ts" */

const LONGEST_NAME = 200; // letters
const MOST_BYTES_OF_NAME = 640; // as a line has it; 50 of these fit into one line of the log
const NO_DAY = "-";
const NO_NAME = "?";
const TEXT = /^([0-9a-z-]{1,64}) (\d{1,16}) ([0-9a-f]{64}) (\d{4}-\d{2}-\d{2}|-) ([^\r\n]+)$/;

/**
 * Read what a line says of a file. Another version can have written it otherwise: null then.
 * @param {string} text
 * @returns {KeptFile | null}
 */
export function readKeptFile(text) {
  const found = TEXT.exec(text);
  const bytes = Number(found?.[2]);
  if (!found || !Number.isSafeInteger(bytes)) return null;
  const [, file, , sha256, day, name] = found;
  return { file, bytes, sha256, dated: day === NO_DAY ? "" : day, name: unturned(name) };
}

/**
 * Return what a line says of a file.
 * @param {KeptFile} file
 */
export function keptFileText({ file, bytes, sha256, dated, name }) {
  return [file, bytes, sha256, dated || NO_DAY, shownName(name)].join(" ");
}

/**
 * Return a name as it is kept: in one line, with its ending where it is too long.
 * @param {string} name
 */
function shownName(name) {
  const line = unturned(shownText(name.replace(/[\r\n]+/g, " "))).trim();
  const shown = cutTo(LONGEST_NAME, line) || NO_NAME;
  const bytes = bytesIn(lineText({ id: shown }));
  return bytes <= MOST_BYTES_OF_NAME ? shown : cutTo(LONGEST_NAME / 2, line); // a line writes some letters as six bytes
}

/**
 * Return the start of a name, and its ending.
 * @param {number} most letters
 * @param {string} name
 */
function cutTo(most, name) {
  if (name.length <= most) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? "";
  const start = name.slice(0, most - ending.length - 1).replace(/[\ud800-\udbff]$/, "");
  return `${start}…${ending}`;
}

/**
 * Return the files of an item as it is now.
 * @param {{fields: LogFields}} item
 */
export const filesOf = ({ fields }) => filesIn(fields);

/**
 * Return all files that any version of an item names, each once.
 * @param {Pick<LogEntry, "versions">} item
 */
export function filesOfVersions({ versions }) {
  const own = versions.filter(({ line }) => CONTENT.includes(line.act));
  const files = own.flatMap(({ line }) => filesIn(line.fields));
  return [...new Map(files.map((one) => [one.file, one])).values()];
}

/**
 * Count the files that any version of these items names.
 * @param {LogEntry[]} items
 */
export const countFiles = (items) => new Set(items.flatMap(filesOfVersions).map(({ file }) => file)).size;

/** @param {LogFields} fields */
function filesIn(fields) {
  const texts = valueIn(fields, KEPT);
  return (Array.isArray(texts) ? texts : []).flatMap((text) => readKeptFile(text) ?? []);
}
