// An export as a bag (BagIt, RFC 8493): the log, its tables, the report and its files, with lists of their hashes that any
// program checks. No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { createSum } from "../../imports/crc32.js";
import { createPause } from "../../imports/pauses.js";
import { hexOf } from "../../model/chain.js";
import { witnessCode } from "../../model/witness-code.js";
import { wallAt } from "../../model/zones.js";
import { KnownError } from "../../../common/known-error.js";
import { ATTACHMENT_GONE, DAMAGED } from "../../../vault/protocol.js";
import { csvRecord, guarded } from "./cells.js";
import { exactRecords, readerRecords } from "./csv.js";
import { jsonlLines } from "./jsonl.js";
import { bagNames } from "./names.js";
import { readMe } from "./read-me.js";
import { chunksOf } from "./zip.js";

/** @import { Beside, ExportFile, Handed, HandedFile, Reading, Separator } from "./types.d.ts" */

/** @typedef {Reading & {separator?: Separator}} How */

const BAGIT = [
  ["BagIt-Version", "1.0"],
  ["Tag-File-Character-Encoding", "UTF-8"],
];
const BOM = "\ufeff";
const PIECES = 50; // that are made without a look at the time

/**
 * Return the files of a bag. Each kept file is read once and its hash compared: one that is not whole is named to `onBroken`,
 * and the others are handed over. Without `onBroken`, it ends all with an error.
 * @param {Handed} handed
 * @param {Beside} beside
 * @param {How} [how]
 * @returns {Promise<ExportFile[]>}
 */
export async function bagFiles(handed, beside, how = {}) {
  const names = bagNames(handed.files).map((name) => `data/files/${name}`);
  const { kept, list } = await readFiles(handed.files, names, how);
  return bagOf(handed, beside, { kept, list, how });
}

/**
 * Return the files of a bag around files that were read.
 * @param {Handed} handed
 * @param {Beside} beside
 * @param {{kept: ExportFile[], list: string, how: How}} rest
 * @returns {Promise<ExportFile[]>}
 */
export async function bagOf(handed, beside, { kept, list, how: { separator = ",", signal } }) {
  const pause = createPause(signal);
  const payload = [
    textFile("data/log.jsonl", await listed(jsonlLines(handed), pause)),
    textFile("data/log.csv", await listed(readerRecords(handed, separator), pause)),
    textFile("data/log-exact.csv", await listed(exactRecords(handed), pause)),
    textFile("data/report.html", [beside.report]),
    textFile("data/log-export.schema.json", [beside.schema]),
    textFile("data/check_log.py", [beside.checker]),
    textFile("data/read-me.txt", [readMe(handed, { isFilesBeside: !kept.length })]),
    ...(list ? [textFile("data/files.csv", [list])] : []),
    ...kept,
  ];
  const manifest = textFile("manifest-sha256.txt", hashesOf(payload));
  const tags = [
    textFile("bagit.txt", tagLines(BAGIT)),
    textFile("bag-info.txt", tagLines(bagInfo(handed, payload))),
    manifest,
  ];
  return [...tags, textFile("tagmanifest-sha256.txt", hashesOf(tags)), ...payload];
}

/**
 * Read kept files, and return those that are whole, and the list of all with their true names.
 * @param {HandedFile[]} files
 * @param {string[]} names
 * @param {Reading} how
 */
export async function readFiles(files, names, how) {
  /** @type {ExportFile[]} */
  const kept = [];
  const rows = [["path", "item", "name", "bytes", "sha256"]];
  for (const [index, file] of files.entries()) {
    const crc = await crcOfFile(file, how);
    const path = crc === null ? "" : names[index];
    if (crc === null) how.onBroken?.(file);
    else kept.push({ path, size: file.bytes, sha256: file.sha256, crc, stream: () => file.stream() });
    rows.push([path, guarded(file.item), guarded(file.name), String(file.bytes), file.sha256]);
  }
  return { kept, list: files.length ? BOM + rows.map((row) => csvRecord(row, ",")).join("") : "" };
}

/**
 * Return the CRC-32 of a kept file, or null where it is not the file that was kept.
 * @param {HandedFile} file
 * @param {Reading} how
 */
async function crcOfFile({ stream, bytes, sha256: expected }, { onBytes, onBroken, signal }) {
  const hash = sha256.create();
  const sum = createSum();
  let length = 0;
  try {
    for await (const chunk of chunksOf(stream())) {
      signal?.throwIfAborted();
      hash.update(chunk);
      sum.add(chunk);
      length += chunk.length;
      onBytes?.(chunk.length);
    }
    if (length === bytes && hexOf(new Uint8Array(hash.digest())) === expected) return sum.value();
    throw new KnownError(DAMAGED);
  } catch (error) {
    if (signal?.aborted || !onBroken || !isOfFile(error)) throw error;
    return null;
  }
}

/**
 * Return whether an error says that the file is not there whole, and not that it cannot be read just now.
 * @param {unknown} error
 */
export const isOfFile = (error) =>
  /** @type {Error} */ (error).name === "KnownError" &&
  [DAMAGED, ATTACHMENT_GONE].includes(/** @type {KnownError} */ (error).kind);

/**
 * Collect what a generator gives, and let the page draw now and then: an import can have 200,000 rows.
 * @param {Iterable<string>} parts
 * @param {() => Promise<void>} pause
 */
async function listed(parts, pause) {
  const list = [];
  for (const part of parts) {
    list.push(part);
    if (list.length % PIECES === 0) await pause();
  }
  return list;
}

/**
 * @param {string} path
 * @param {Iterable<string>} parts
 * @returns {ExportFile & {bytes: Uint8Array<ArrayBuffer>}}
 */
function textFile(path, parts) {
  const bytes = new TextEncoder().encode([...parts].join(""));
  return { path, bytes, size: bytes.length };
}

/**
 * Yield the lines of a list of hashes, as `sha256sum -c` reads them.
 * @param {ExportFile[]} files
 */
function* hashesOf(files) {
  for (const { path, bytes, sha256: known } of files)
    yield `${bytes ? hexOf(new Uint8Array(sha256(bytes))) : known}  ${path}\n`;
}

/**
 * @param {Handed} handed
 * @param {ExportFile[]} payload
 */
function bagInfo({ lines, start, head, leftOut, made }, payload) {
  const count = lines.reduce((most, { seq }) => Math.max(most, seq), 0);
  const day = wallAt(made).slice(0, 10);
  const all = payload.reduce((sum, { size }) => sum + size, 0);
  const code = witnessCode(head, count, day).text.replaceAll(" ·", ",");
  return [
    ...[
      ["Bagging-Date", day],
      ["Payload-Oxum", `${all}.${payload.length}`],
    ],
    ...[
      ["Log-Made", [made.utc, made.offset].join(" ")],
      ["Log-Count", count],
      ["Log-Left-Out", leftOut.size],
    ],
    ...[
      ["Log-Start", start],
      ["Log-Head", head],
      ["Log-Code", code],
    ],
  ];
}

/** @param {(string | number)[][]} tags */
const tagLines = (tags) => tags.map((tag) => `${tag.join(": ")}\n`);
