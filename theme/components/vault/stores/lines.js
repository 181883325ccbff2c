/** Lines that are only ever added, each sealed when it is written. None of them is held here: README.md. */
import { kindOf } from "../../common/known-error.js";
import { areEqual } from "../bytes.js";
import { storedInTime } from "../in-time.js";
import { checkLine } from "../lines/line.js";
import {
  CHECK_LINES,
  KEPT_LATE,
  KnownError,
  MOST_IN_TAIL,
  OPEN_LINES,
  PARTS,
  RESEAL_LINES,
  SEAL_LINES,
  STORAGE_SILENT,
  TAIL,
} from "../protocol.js";
import { NOTHING_LEFT } from "./nothing-left.js";

/** @import { Bytes, Chain, CheckedLines, FoundLines, LineProblem, LineStorage, LineStore, MakeLine, Range, Row, SealedLines, SealedPlace, StoreSession, StoredLines } from "../types.d.ts" */

export const LINES = "lines";

const FIRST_SHOWN = 50; // lines
const FILES_AT_ONCE = 8;
const MOST_CHECKS = 3; // a fold comes once in 32 lines

/**
 * Return what opens them in a session. `storage` finds and stores them, as `line-values.js` does; `hasOlder`: some may
 * still be sealed for an older key.
 * @param {{storage: LineStorage, hasOlder: boolean}} how
 * @returns {(session: StoreSession) => LineStore}
 */
export function lines({ storage, hasOlder }) {
  return (session) => {
    const reseal = createResealing(session, storage);
    if (hasOlder) reseal();
    return {
      ...NOTHING_LEFT,
      takeKey: () => void reseal(),
      ...createAdding(session, storage),
      ...createReading(session, storage),
    };
  };
}

/**
 * @param {StoreSession} session
 * @param {LineStorage} storage
 * @returns {Pick<LineStore, "add" | "late">}
 */
function createAdding(session, storage) {
  /** @type {{last: number, chain: Chain} | null} */
  let known = null; // where the chain is, after the last line that was added here

  /** @type {{stored: StoredLines, putting: Promise<unknown>} | null} */
  let unanswered = null; // what storage did not answer about, and may have stored since

  /**
   * @param {Bytes} key
   * @param {number} last
   * @param {SealedLines} sealed
   */
  async function put(key, last, sealed) {
    const putting = storage.put(key, last, sealed);
    try {
      return await storedInTime(putting);
    } catch (error) {
      if (kindOf(error) === STORAGE_SILENT)
        unanswered = { stored: sealed.files[sealed.files.length - 1], putting: putting.catch(kindOf) };
      throw error;
    }
  }

  /** The reader was told that it is not kept, and most likely adds the same once more: it is said first that it is there. */
  async function lookForUnanswered() {
    if (!unanswered) return;
    const { stored, putting } = unanswered;
    await storedInTime(putting);
    const isThere = await storedInTime(isStored(stored));
    unanswered = null;
    if (isThere) throw new KnownError(KEPT_LATE);
  }

  /** @param {StoredLines} stored */
  async function isStored(stored) {
    const { files } = await storage.find((ranges) => ranges.filter(isWhere(stored)));
    return files.some(({ file }) => areEqual(file, stored.file));
  }

  /** Nobody need add anything to hear of it. */
  async function late() {
    const asked = unanswered;
    if (!asked) return false;
    await asked.putting;
    const isThere = await isStored(asked.stored);
    if (!isThere || unanswered !== asked) return false; // it was told meanwhile
    unanswered = null;
    return true;
  }

  /** @type {LineStore["add"]} */
  async function add(makes, { start } = {}) {
    await lookForUnanswered();
    for (;;) {
      session.check();
      const key = session.key();
      const found = await storedInTime(storage.find(chooseForAdding));
      checkFound(session, found);
      const last = lastOf(found.ranges);
      const texts = await makeAll(makes, last + 1);
      session.check();
      const sealed = await session.ask(SEAL_LINES, {
        from: last + 1,
        texts,
        chain: known?.last === last ? known.chain : null,
        newest: [...found.files].sort((one, other) => other.to - one.to),
        fold: mustFold(found.ranges) ? foldOf(found.files) : null,
        ...(last === 0 && { start }),
      });
      // Another tab may have added some in between: then these get other numbers.
      if (!(await put(key, last, sealed))) continue;
      known = { last: last + texts.length, chain: sealed.chain };
      return sealed.rows;

      /** @param {Range[]} ranges */
      function chooseForAdding(ranges) {
        return mustFold(ranges) || known?.last !== lastOf(ranges) ? endOf(ranges) : [];
      }

      /** @param {Range[]} ranges */
      function mustFold(ranges) {
        return ranges.filter(isOfTail).length + makes.length > MOST_IN_TAIL;
      }
    }
  }

  return { add, late };
}

/**
 * @param {MakeLine[]} makes
 * @param {number} first
 */
async function makeAll(makes, first) {
  const texts = [];
  for (const [index, make] of makes.entries()) texts.push(checkLine(await make({ seq: first + index })));
  return texts;
}

/**
 * The tail and the newest part.
 * @param {Range[]} ranges
 */
function endOf(ranges) {
  return [...ranges.filter((range) => !isOfTail(range)).slice(-1), ...ranges.filter(isOfTail)];
}

/** @param {StoredLines[]} files */
function foldOf(files) {
  return { part: files.find(({ place }) => place === PARTS) ?? null, tail: files.filter(isOfTail) };
}

/**
 * @param {StoreSession} session
 * @param {LineStorage} storage
 * @returns {Pick<LineStore, "read" | "check">}
 */
function createReading(session, storage) {
  /**
   * @param {(ranges: Range[]) => Range[]} choose
   * @returns {Promise<FoundLines>}
   */
  async function find(choose) {
    session.check();
    const found = await storedInTime(storage.find(choose));
    checkFound(session, found);
    return found;
  }

  return {
    async read(onSlice, { after = 0 } = {}) {
      /** @type {LineProblem[]} */
      const problems = [];
      let count = 0;
      /** @type {string | null} */
      let start = null;
      const { ranges, files } = await find((all) => newestOf(newerThan(all, after)));
      const wanted = newerThan(ranges, after);
      const newest = newestOf(wanted);
      const slices = [newest, ...inSlices(wanted.slice(0, wanted.length - newest.length))];
      let found = Promise.resolve(files);
      for (const [index, slice] of slices.entries()) {
        const opening = open(slice, await found);
        const next = slices[index + 1];
        if (next) found = find(() => next).then((more) => more.files); // while the worker opens this one
        found.catch(() => {}); // reported when it is its turn
        const opened = await opening;
        problems.push(...opened.problems);
        start ??= opened.start;
        const rows = opened.rows.filter(({ seq }) => seq > after).reverse();
        count += rows.length;
        if (rows.length) onSlice(rows);
      }
      return { count, start, problems: inOrder([...problems, ...holesIn(ranges, after)]) };
    },

    async check() {
      for (let tries = 1; ; tries++) {
        const { isWhole, ...checked } = await checkListed((await find(() => [])).ranges);
        if (isWhole || tries === MOST_CHECKS) return checked;
      }
    },
  };

  /**
   * `isWhole`: what was listed was all there. If it was not, another tab may have folded it in between.
   * @param {Range[]} ranges
   */
  async function checkListed(ranges) {
    /** @type {LineProblem[]} */
    const problems = holesIn(ranges);
    let isWhole = true;
    let count = 0;
    let seq = 0;
    /** @type {Chain | null} */
    let chain = null;
    for (const some of inSlices(ranges).reverse()) {
      const { files } = await find(() => some);
      /** @type {CheckedLines} */
      const checked = await session.ask(CHECK_LINES, { files, chain, seq });
      ({ chain, seq } = checked);
      count += checked.count;
      const missing = missingOf(some, files);
      isWhole &&= missing.length === 0;
      problems.push(...checked.problems, ...missing);
    }
    const { start, head } = chain ?? { start: null, head: null };
    return { isWhole, count, start, head, problems: inOrder(problems) };
  }

  /**
   * @param {Range[]} ranges
   * @param {StoredLines[]} files
   */
  async function open(ranges, files) {
    const opened = await session.ask(OPEN_LINES, files);
    /** @type {LineProblem[]} */
    const problems = missingOf(ranges, files);
    /** @type {Row[]} */
    const rows = [];
    for (const [index, { from, to }] of files.entries()) {
      const file = opened[index];
      if (!file.isAsStored) problems.push({ kind: file.lines ? "changed" : "damaged", from, to });
      for (const [place, line] of (file.lines ?? []).entries()) rows.push({ seq: from + place, line });
    }
    return { rows, problems, start: opened.find((file) => file.start)?.start ?? null };
  }
}

/**
 * Return `reseal()`: seal what is still sealed for an older key, one file at a time, and what opens attachments as well; what is
 * left is done after the next unlocking.
 * @param {StoreSession} session
 * @param {LineStorage} storage
 */
function createResealing(session, storage) {
  return async function reseal() {
    try {
      const key = session.key();
      let isDone = true;
      for (const place of await storage.listSealed()) isDone = (await resealOne(key, place)) && isDone;
      session.check();
      // Where one does not open, the keys that may open it stay.
      if (isDone) await storage.dropOlder(key);
    } catch (error) {
      kindOf(error); // a fault of ours is seen; what storage refuses today it may take the next time
    }
  };

  /**
   * Return whether it is sealed for the newest key, or was put elsewhere, which seals it.
   * @param {Bytes} key
   * @param {SealedPlace} place
   */
  async function resealOne(key, place) {
    session.check();
    const stored = await storage.get(place);
    if (!stored) return true;
    const { file, isOpen } = await session.ask(RESEAL_LINES, stored);
    if (file) await storage.replace(key, place, stored, file);
    return isOpen;
  }
}

/**
 * @param {StoreSession} session
 * @param {FoundLines} found
 */
function checkFound(session, { key }) {
  session.check();
  if (key) session.checkKey(key);
}

/**
 * @param {Range} stored
 * @returns {(range: Range) => boolean}
 */
function isWhere({ place, from, to }) {
  return (range) => range.place === place && range.from === from && range.to === to;
}

/** @param {Range} range */
function isOfTail({ place }) {
  return place === TAIL;
}

/** @param {Range[]} ranges */
function lastOf(ranges) {
  return Math.max(0, ...ranges.map(({ to }) => to));
}

/**
 * @param {Range[]} ranges
 * @param {number} after
 */
function newerThan(ranges, after) {
  return ranges.filter(({ to }) => to > after);
}

/**
 * As many of the newest as are shown first.
 * @param {Range[]} ranges
 */
function newestOf(ranges) {
  let count = 0;
  let first = ranges.length;
  while (first > 0 && count < FIRST_SHOWN) {
    first -= 1;
    count += ranges[first].to - ranges[first].from + 1;
  }
  return ranges.slice(first);
}

/**
 * Take some at once, from the newest on: what one question to the worker takes keeps no frame waiting.
 * @param {Range[]} ranges
 */
function inSlices(ranges) {
  /** @type {Range[][]} */
  const slices = [];
  for (let end = ranges.length; end > 0; end -= FILES_AT_ONCE)
    slices.push(ranges.slice(Math.max(0, end - FILES_AT_ONCE), end));
  return slices;
}

/**
 * @param {Range[]} ranges
 * @param {number} [after]
 * @returns {LineProblem[]}
 */
function holesIn(ranges, after = 0) {
  /** @type {LineProblem[]} */
  const holes = [];
  let last = after;
  for (const { from, to } of newerThan(ranges, after)) {
    if (from > last + 1) holes.push({ kind: "missing", from: last + 1, to: from - 1 });
    last = Math.max(last, to);
  }
  return holes;
}

/**
 * What was listed, and is not there.
 * @param {Range[]} ranges
 * @param {StoredLines[]} files
 * @returns {LineProblem[]}
 */
function missingOf(ranges, files) {
  const gone = ranges.filter(
    ({ from, place }) => !files.some((file) => file.from === from && file.place === place),
  );
  return gone.map(({ from, to }) => ({ kind: "missing", from, to }));
}

/** @param {LineProblem[]} problems */
function inOrder(problems) {
  return problems.sort((one, other) => one.from - other.from);
}
