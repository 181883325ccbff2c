// Check the files of an export by its lists, and the log in it. tools/check_log.py does the same. No DOM here.
import { sha256 } from "@noble/hashes/sha2.js";
import { fill } from "../../../common/gettext.js";
import { joined } from "../../exports/model/zip.js";
import { hexOf } from "../../model/chain.js";
import { checkCode } from "./compare.js";
import { checkLines } from "./lines.js";
import { CHANGED, createFindings, ENDS, MAIL, STRINGS, UNCLEAR, WHOLE } from "./sentences.js";

/** @import { BagEntry, ReadLog } from "./types.d.ts" */
/** @import { Findings } from "./check.js" */

const LOG = "data/log.jsonl";
const INFO = "bag-info.txt";
const LIST = "manifest-sha256.txt";
const TAG_LIST = "tagmanifest-sha256.txt";
const TAGS = ["bagit.txt", INFO, LIST];
const FILES = "data/files/";
/** What a line says of a file, in the text of `log.jsonl`. */
const KEPT = /\\"[0-9a-z-]+ [0-9]+ ([0-9a-f]{64}) (?:-|[0-9-]{10}) /g;
/** How many bytes of text are checked here: all of it is held in memory. */
export const MOST_TEXT = 512 * 1024 * 1024;
const PIECE = 256 * 1024; // bytes
const BREAK = 10;
const RETURN = 13;
const LISTED = new RegExp("^([0-9a-f]{64}) {2}([a-z0-9][a-z0-9._/-]*)$");
// What systems leave in folders, and folders themselves.
const JUNK = new RegExp(
  "^(?:(?!data/)(?:__MACOSX/.*|(?:.*/)?(?:[.]DS_Store|Thumbs[.]db|desktop[.]ini|[.]_[^/]*))|.*/)$",
  "s",
);

/** @typedef {{digests: Map<string, string>, texts: Map<string, Uint8Array>}} Contents */

/**
 * @param {BagEntry[]} entries
 * @param {Findings} found
 * @param {() => Promise<void>} pause
 * @returns {Promise<ReadLog | null>}
 */
export async function checkBag(entries, found, pause) {
  const tops = topsOf(entries);
  if (tops.length > 1) {
    found.say(UNCLEAR, STRINGS.twoCopies, { n: tops.length });
    return null;
  }
  const { files, beside } = filesIn(entries, tops[0] ?? "");
  const before = found.list.length;
  if (![LOG, INFO, LIST, TAG_LIST].some((name) => files.has(name))) {
    found.say(UNCLEAR, STRINGS.noExport);
    return null;
  }
  if (textIn(files) > MOST_TEXT) {
    found.say(UNCLEAR, STRINGS.tooLarge);
    return null;
  }
  const contents = await readAll(files, found, pause);
  const text = contents.texts.get(LOG);
  const soFar = found.list.length;
  const log = text?.length ? await checkLines(text, found, pause) : null;
  await compareHashes(contents, [...files.keys()], {
    found,
    pause,
    isLogExplained: found.list.length > soFar,
  });
  for (const name of beside) found.say(CHANGED, STRINGS.unlisted, { name });
  if (!log || found.list.length > before) return log;
  compareInfo(log, contents, found);
  compareFiles(log, contents, found);
  return log;
}

/**
 * Return in which folders bags lie.
 * @param {BagEntry[]} entries
 */
const topsOf = (entries) =>
  entries.flatMap(({ name }) => (`/${name}`.endsWith(`/${INFO}`) ? [name.slice(0, -INFO.length)] : []));

/**
 * Return the files by their names inside the bag, and the names of those beside it.
 * @param {BagEntry[]} entries
 * @param {string} top the folder of the bag
 */
function filesIn(entries, top) {
  const named = entries
    .filter(({ name }) => name.startsWith(top))
    .map((entry) => /** @type {[string, BagEntry]} */ ([entry.name.slice(top.length), entry]));
  const others = entries.map(({ name }) => name).filter((name) => !name.startsWith(top));
  return {
    files: new Map(named.filter(([name]) => !JUNK.test(name))),
    beside: others.filter((name) => !JUNK.test(name)).sort(),
  };
}

/**
 * Count the bytes of all but the kept files.
 * @param {Map<string, BagEntry>} files
 */
const textIn = (files) =>
  [...files].reduce((sum, [name, { size }]) => sum + (name.startsWith(FILES) ? 0 : size), 0);

/**
 * @param {Map<string, BagEntry>} files
 * @param {Findings} found
 * @param {() => Promise<void>} pause
 * @returns {Promise<Contents>}
 */
async function readAll(files, found, pause) {
  /** @type {Contents} */
  const contents = { digests: new Map(), texts: new Map() };
  for (const [name, entry] of files) {
    const hash = sha256.create();
    /** @type {Uint8Array[]} */
    const parts = [];
    try {
      for await (const part of entry.bytes()) {
        hash.update(part);
        await pause();
        if (!name.startsWith(FILES)) parts.push(part);
      }
      contents.digests.set(name, hexOf(new Uint8Array(hash.digest())));
      contents.texts.set(name, joined(parts));
    } catch (error) {
      // Only what the file itself is says that it was changed; not one that was moved, nor a fault of ours.
      if (/** @type {Error} */ (error)?.name !== "Refusal") throw error;
      found.say(CHANGED, STRINGS.unreadable, { name });
    }
  }
  return contents;
}

/**
 * Compare each file with the list that names it.
 * @param {Contents} contents
 * @param {string[]} names
 * @param {{found: Findings, pause: () => Promise<void>, isLogExplained: boolean}} how
 */
async function compareHashes(contents, names, { found, pause, isLogExplained }) {
  const expected = expectedHashes(contents);
  const there = new Set(names);
  for (const [name, digest] of expected) {
    const own = contents.digests.get(name);
    if (!there.has(name)) found.say(CHANGED, STRINGS.missing, { name });
    else if (own === undefined || own === digest || (name === LOG && isLogExplained)) continue;
    else if (await isOtherwiseSame(bytesOf(contents, name), digest, pause)) found.say(ENDS, MAIL);
    else found.say(CHANGED, STRINGS.differs, { name });
  }
  for (const name of names.filter((one) => !expected.has(one)).sort())
    found.say(CHANGED, STRINGS.unlisted, { name });
}

/**
 * Return the hash of each file by the lists; empty where none names one that must be there.
 * @param {Contents} contents
 */
function expectedHashes(contents) {
  const files = listed(contents, LIST);
  const tags = listed(contents, TAG_LIST);
  const right = tags.map(([name, digest]) => `${digest}  ${name}\n`).join("");
  const none = TAGS.map((name) => /** @type {[string, string]} */ ([name, ""]));
  return new Map([
    [LOG, ""],
    ...files,
    ...none,
    ...tags,
    [TAG_LIST, hashOf(new TextEncoder().encode(right))],
  ]);
}

/**
 * @param {Contents} contents
 * @param {string} name of a list
 * @returns {[string, string][]}
 */
function listed(contents, name) {
  const rows = textOf(contents, name).replaceAll("\r\n", "\n").split("\n");
  return [
    ...new Map(
      rows.flatMap((row) => {
        const [, digest, path] = LISTED.exec(row) ?? [];
        return digest ? [/** @type {[string, string]} */ ([path, digest])] : [];
      }),
    ),
  ];
}

/**
 * Return whether a text has a hash with the line ends of either sort. It is read in pieces: a log can be large.
 * @param {Uint8Array} bytes
 * @param {string} digest
 * @param {() => Promise<void>} pause
 */
async function isOtherwiseSame(bytes, digest, pause) {
  const hashes = [sha256.create(), sha256.create()];
  for (let at = 0, end; at < bytes.length; at = end) {
    end = Math.min(at + PIECE, bytes.length);
    while (end < bytes.length && bytes[end - 1] === RETURN) end++; // a pair stays together
    for (const [index, piece] of withEnds(bytes.subarray(at, end)).entries()) hashes[index].update(piece);
    await pause();
  }
  return hashes.some((hash) => hexOf(new Uint8Array(hash.digest())) === digest);
}

/**
 * Return bytes with the line ends of either sort.
 * @param {Uint8Array} bytes
 */
function withEnds(bytes) {
  const plain = bytes.filter((byte, at) => byte !== RETURN || bytes[at + 1] !== BREAK);
  const breaks = plain.reduce((sum, byte) => sum + (byte === BREAK ? 1 : 0), 0);
  const both = new Uint8Array(plain.length + breaks);
  let place = 0;
  for (const byte of plain) {
    if (byte === BREAK) both[place++] = RETURN;
    both[place++] = byte;
  }
  return [plain, both];
}

/**
 * The log is named in the tags of the bag, too: its count, its heads, its code and how many lines are left out.
 * @param {ReadLog} log
 * @param {Contents} contents
 * @param {Findings} found
 */
function compareInfo(log, contents, found) {
  const { count, start, head, leftOut } = log;
  const info = textOf(contents, INFO);
  const tags = { Count: count, "Left-Out": leftOut, Start: start, Head: head };
  for (const [name, value] of Object.entries(tags))
    if (!info.includes(`\nLog-${name}: ${value}\n`))
      found.say(CHANGED, STRINGS.otherInfo, { name, value, log: LOG, info: INFO });
  const ofCode = createFindings();
  checkCode(log, info.split("\nLog-Code: ")[1]?.split("\n")[0] ?? "", ofCode);
  if (ofCode.list[0].what !== fill(STRINGS.codeFits, { count }))
    found.say(CHANGED, STRINGS.otherCodeInfo, { log: LOG, info: INFO });
}

/**
 * A file is bound to the log by a line with its hash. That line may be one that is left out. A line can also name a file that is not
 * in this copy: that is no change of it, and whoever asks for proof must know.
 * @param {ReadLog} log
 * @param {Contents} contents
 * @param {Findings} found
 */
function compareFiles({ leftOut }, contents, found) {
  const text = textOf(contents, LOG);
  for (const [name, digest] of [...contents.digests].sort())
    if (name.startsWith(FILES) && !text.includes(digest))
      found.say(leftOut ? WHOLE : CHANGED, STRINGS.unnamed, { name });
  const there = new Set(contents.digests.values());
  const named = new Set([...text.matchAll(KEPT)].map(([, digest]) => digest));
  const gone = [...named].filter((digest) => !there.has(digest)).length;
  if (gone) found.say(WHOLE, STRINGS.filesGone, { n: gone });
}

/**
 * Return a file as as many letters as it has bytes.
 * @param {Contents} contents
 * @param {string} name
 */
const textOf = (contents, name) => new TextDecoder("latin1").decode(bytesOf(contents, name));

/**
 * @param {Contents} contents
 * @param {string} name
 */
const bytesOf = ({ texts }, name) => texts.get(name) ?? new Uint8Array();

/** @param {Uint8Array} bytes */
const hashOf = (bytes) => hexOf(new Uint8Array(sha256(bytes)));
