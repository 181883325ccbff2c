/** The worker's part in lines: chain and seal new ones, open files of lines, check the chain, seal them for a new key. */
import { bytesOfHex, headAfter, hexOf, leafOf, RANDOM_BYTES, startOf } from "../../log/model/chain.js";
import { areEqual } from "../bytes.js";
import { DAMAGED, KnownError, MOST_IN_TAIL, PARTS, TAIL } from "../protocol.js";
import { decodeLines, encodeLines, STEP_OF_MANY, STEP_OF_ONE } from "./line-file.js";
import { packLines } from "./pack-lines.js";

/** @typedef {{bytes: Bytes, content: FileOfLines}} SealedFile */
/** @import { Bytes, Chain, CheckedLines, FileOfLines, LineProblem, NewLines, OpenedLines, Place, Range, SealedLines, StoredLines, WrittenLine } from "../types.d.ts" */

const MOST_KNOWN = MOST_IN_TAIL + 1; // files: the tail, and a part

/**
 * Return the actions. `open(file)` opens with any key that is known, `openNew(file)` with the newest alone; `seal(bytes)`
 * seals for the newest.
 * @param {{open: (file: Bytes) => Promise<Bytes>, openNew: (file: Bytes) => Promise<Bytes>, seal: (bytes: Bytes) => Promise<Bytes>}} keys
 */
export function createLineActions({ open, openNew, seal }) {
  /** @type {SealedFile[]} */
  let sealed = []; // the newest files that were sealed here: a fold need not open them

  /**
   * @param {StoredLines} stored
   * @returns {Promise<FileOfLines | null>}
   */
  const openOrNull = ({ file }) => open(file).then(decodeLines).catch(nullIfDamaged);

  /**
   * Return what is to be stored for new lines, and what that takes the place of.
   * @param {NewLines} asked
   * @returns {Promise<SealedLines>}
   */
  async function sealLines({ from, texts, chain, newest, fold }) {
    const written = chainLines(from, texts, chain ?? (await endOf(newest)) ?? newChain());
    const { start, head } = written[written.length - 1];
    const rows = written.map(({ seq, line, leaf }) => ({ seq, line, leaf }));
    const end = { start, head };
    if (!fold) {
      const files = await sealAll(written.map(fileOf), TAIL);
      return { rows, chain: end, files, gone: [] };
    }
    const { files, gone } = await foldLines(fold, written);
    return { rows, chain: end, files: await sealAll(files, PARTS), gone };
  }

  /**
   * Put what lies in the tail, and the new lines, into parts. What does not open stays where it is.
   * @param {NonNullable<NewLines["fold"]>} fold
   * @param {WrittenLine[]} written
   */
  async function foldLines({ part, tail }, written) {
    const [base, ...rest] = await Promise.all([part, ...tail].map((stored) => stored && openWhole(stored)));
    const whole = rest.filter((file) => file !== null);
    const { files, hasGrown } = packLines(base, [...whole.map(lineOf), ...written]);
    const gone = whole.map((file) => rangeOf(file, TAIL));
    if (base && hasGrown) gone.push(rangeOf(base, PARTS));
    return { files, gone };
  }

  /**
   * @param {StoredLines} stored
   * @returns {Promise<FileOfLines | null>}
   */
  async function openWhole(stored) {
    const known = sealed.find(({ bytes }) => areEqual(bytes, stored.file));
    const file = known ? known.content : await openOrNull(stored);
    return file && isAsStored(stored, file) ? file : null;
  }

  /**
   * @param {FileOfLines[]} files
   * @param {Place} place
   * @returns {Promise<StoredLines[]>}
   */
  async function sealAll(files, place) {
    const step = place === TAIL ? STEP_OF_ONE : STEP_OF_MANY;
    const all = await Promise.all(files.map((content) => seal(encodeLines(content, step))));
    const made = all.map((bytes, index) => ({ bytes, content: files[index] }));
    sealed = place === TAIL ? [...sealed, ...made].slice(-MOST_KNOWN) : made.slice(-1);
    return made.map(({ bytes, content }) => ({ ...rangeOf(content, place), file: bytes }));
  }

  /**
   * Return where the chain is after the newest file that opens, and is where it belongs.
   * @param {StoredLines[]} newest
   * @returns {Promise<Chain | null>}
   */
  async function endOf(newest) {
    for (const stored of newest) {
      const file = await openWhole(stored);
      if (file) return { start: file.start, head: file.head };
    }
    return null;
  }

  /**
   * Return the lines of each file; null where it does not open.
   * @param {StoredLines[]} files
   * @returns {Promise<OpenedLines[]>}
   */
  function openLines(files) {
    return Promise.all(
      files.map(async (stored) => {
        const file = await openOrNull(stored);
        return { lines: file && file.lines, isAsStored: Boolean(file && isAsStored(stored, file)) };
      }),
    );
  }

  /**
   * Go on with the chain over these files, the oldest first. After one that does not open, or is not there, it goes on from
   * the head that the next one holds.
   * @param {{files: StoredLines[], chain: Chain | null, seq: number}} asked
   * @returns {Promise<CheckedLines>}
   */
  async function checkLines({ files, chain, seq }) {
    /** @type {LineProblem[]} */
    const problems = [];
    let count = 0;
    for (const stored of files) {
      const { from, to } = stored;
      const file = await openOrNull(stored);
      if (from === 1 && file) chain = chainFrom(file.start);
      const isHere = Boolean(file && isAsStored(stored, file));
      if (!file) problems.push({ kind: "damaged", from, to });
      else if (!isHere || (chain && seq === from - 1 && !follows(chain, file)))
        problems.push({ kind: "changed", from, to });
      chain = file && isHere ? { start: file.start, head: file.head } : null;
      count += file?.lines.length ?? 0;
      seq = to;
    }
    return { count, chain, seq, problems };
  }

  /**
   * Seal one file for the newest key. `file` is null where it is so already, or where no key opens it.
   * @param {Bytes} file
   */
  async function resealLines(file) {
    if (await openNew(file).catch(nullIfDamaged)) return { file: null, isOpen: true };
    const bytes = await open(file).catch(nullIfDamaged);
    return { file: bytes && (await seal(bytes)), isOpen: bytes !== null };
  }

  return { sealLines, openLines, checkLines, resealLines };
}

/**
 * @param {number} from
 * @param {string[]} texts
 * @param {Chain} chain
 * @returns {WrittenLine[]}
 */
function chainLines(from, texts, { start, head }) {
  let last = bytesFrom(head);
  return texts.map((line, index) => {
    const leaf = leafOf(line);
    last = headAfter(last, leaf);
    return { seq: from + index, line, leaf: hexOf(leaf), start, head: hexOf(last) };
  });
}

/**
 * Return whether this file goes on from there, and holds the head that its lines lead to.
 * @param {Chain} before
 * @param {FileOfLines} file
 */
function follows({ start, head }, file) {
  let after = bytesFrom(head);
  for (const line of file.lines) after = headAfter(after, leafOf(line));
  return start === file.start && hexOf(after) === file.head;
}

function newChain() {
  return chainFrom(hexOf(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES))));
}

/**
 * @param {string} start
 * @returns {Chain}
 */
function chainFrom(start) {
  return { start, head: hexOf(startOf(bytesFrom(start))) };
}

/** @param {string} hex 64 digits: what is read from a file was looked at before. */
function bytesFrom(hex) {
  return /** @type {Bytes} */ (bytesOfHex(hex));
}

/**
 * @param {WrittenLine} written
 * @returns {FileOfLines}
 */
function fileOf({ seq, line, start, head }) {
  return { from: seq, lines: [line], start, head };
}

/** @param {FileOfLines} file one of the tail */
function lineOf({ from, lines, start, head }) {
  return { seq: from, line: lines[0], start, head };
}

/**
 * @param {FileOfLines} file
 * @param {Place} place
 * @returns {Range}
 */
function rangeOf({ from, lines }, place) {
  return { place, from, to: from + lines.length - 1 };
}

/**
 * Return whether a file holds the lines whose numbers it is stored under.
 * @param {StoredLines} stored
 * @param {FileOfLines} file
 */
function isAsStored({ from, to }, file) {
  return from === file.from && to - from + 1 === file.lines.length;
}

/**
 * @param {unknown} error
 * @returns {null}
 */
function nullIfDamaged(error) {
  if (error instanceof KnownError && error.kind === DAMAGED) return null;
  throw error;
}
