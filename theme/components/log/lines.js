// The lines of the log: in memory until they are kept, then in the vault. Nothing here shows anything.
import { kindOf } from "../common/known-error.js";
import { inTime, pause } from "../common/time-limit.js";
import { KnownError, NOT_UNLOCKED, OFF, UNLOCKED } from "../vault/protocol.js";
import { createIncoming } from "./incoming.js";
import { countFiles } from "./model/kept-files.js";
import { createRows } from "./rows.js";
import { filesLeftOut } from "./strings.js";
import { createWaiting } from "./waiting.js";

const PIECE = 100; // entries
const LONGEST_SAVE = 1000; // milliseconds

/** @import { Make } from "./model/types.d.ts" */

/**
 * `log` takes what the lines say (`model/entries.js`); `onChange()` is called after it took some.
 * `onProblems(problems)`: what of the kept log cannot be read. `onTrouble(error, waits)`: it could not be read, or could not
 * take what was written before it was opened; `waits` says whether some of that is in this page only: "open", "locked" or "".
 * @param {{log: any, shape: any, onChange: () => void, onProblems: (problems: any[]) => void, onTrouble: (error: unknown, waits: string) => void}} parts
 */
export function createLines({ log, shape, onChange, onProblems, onTrouble }) {
  const rows = createRows({ log, shape });
  const getKeeper = () => keeper;
  const { readSlices, read, prepareSearch } = createReading({ rows, log, getKeeper, onChange, onProblems });
  const waiting = createWaiting(rows, { read: readSlices, add: (makes) => keeper.add(makes) });
  const telling = createTelling({ rows, waiting, getKeeper, onChange, onTrouble });
  const inTurn = createTurns(); // so that no two lines get one number
  /** @type {any} */
  let keeper = null;
  let isKept = false; // what the rows hold is in the vault
  let isCleared = false; // since the last change of state

  const forKeeping = {
    attach: (given) => void (keeper = given),
    onState,
    inMemory: rows.inMemory,
    start: () => rows.start,
    waiting: () => waiting.numbered().map(({ line }) => line),
    onKept() {
      isKept = keeper.state === UNLOCKED; // it can have locked again since
      onChange();
    },
    onNewer: () => telling(read),
    ...{ ...countsOf(log), characters: rows.characters },
    incoming: createIncoming({ shape, known: rows.values, getKept: () => isKept && keeper, add, log }),
  };
  return {
    /** For keeping: `../documents/README.md`. */
    forKeeping,
    /** Are entries kept on this device as soon as they are added? Or: is this one kept? */
    isKept: (/** @type {{seq: number} | undefined} */ entry) => isKept && (!entry || rows.has(entry.seq)),
    /** Is a line with this salt among them? */
    hasSalt: rows.hasSalt,
    /** Add lines; resolves when they are kept, or in memory where nothing is kept. */
    add,
    prepareSearch,
    size: rows.size,
    /** For handing it on (`exports/handed-lines.js`): what reads what is kept, or null, and the lines that the page has. */
    given: () => ({ keeper, isKept, rows }),
    check: () => keeper.check(),
    /** Drop all of it from memory, but what still waits to be kept. */
    clear() {
      rows.clear();
      isCleared = true;
    },
    leave() {
      rows.clear();
      waiting.drop();
    },
  };

  /**
   * `how.start`: what the chain of a file begins with; it counts where there is no line yet. `how.isPart`: they are part of
   * something that is not to be seen before the rest of it is there. `how.isTyped`: what is typed has parts of them.
   * @param {Make[]} makes
   * @param {{start?: string, isPart?: boolean, isTyped?: boolean}} [how]
   */
  async function add(makes, how) {
    const own = rows.epoch;
    const fresh = await inTurn(() => addNow(makes, how, own));
    try {
      rows.take(fresh, own);
      if (own === rows.epoch && !how?.isPart) onChange();
    } catch (error) {
      kindOf(error); // a fault of ours: they are added all the same
    }
    return fresh;
  }

  /** @param {Make[]} makes */
  async function addNow(makes, how, own) {
    if (keeper?.state === UNLOCKED) {
      await Promise.all([waiting.store(), how?.isTyped && saveTyped(keeper)]);
      return keeper.add(makes, how);
    }
    if (own !== rows.epoch) throw new KnownError(NOT_UNLOCKED); // it locked meanwhile
    return rows.addInMemory(makes, how?.start);
  }

  async function onState(state) {
    rows.epoch += 1;
    const [wasKept, wasCleared] = [isKept, isCleared];
    isKept = state === UNLOCKED;
    isCleared = false;
    if (!isKept) {
      if (state === OFF && wasCleared) waiting.drop(); // all was deleted
      if (state === OFF) waiting.putBack();
      onChange();
      return;
    }
    if (!wasKept) waiting.hold();
    const own = rows.epoch;
    await telling(async () => {
      if (waiting.isAny()) await inTurn(() => waiting.store(own));
      if (own === rows.epoch) await read();
    });
  }
}

/** Return what counts what there is, for the words before all is deleted or a copy is saved. */
const countsOf = (log) => ({
  size: () => log.size + log.items().length,
  leftOut: () => filesLeftOut(countFiles(log.items())),
});

/**
 * Store what is typed, with the salt of the line that has it, before that line: so that where the browser is killed right after
 * the line is kept, the words leave the box all the same. Where this fails, the line may still be kept.
 * @param {{saveTyped: () => Promise<void>}} keeper
 */
function saveTyped(keeper) {
  return inTime(keeper.saveTyped().catch(kindOf), LONGEST_SAVE, nothing);
}

/** Return what reads what is kept into `rows`. */
function createReading({ rows, log, getKeeper, onChange, onProblems }) {
  async function readSlices() {
    const own = rows.epoch;
    let isFirst = true;
    const { problems, start } = await getKeeper().read((slice) => {
      rows.take(slice, own);
      if (isFirst && own === rows.epoch) onChange();
      isFirst = false;
    });
    if (own !== rows.epoch) return;
    rows.start = start ?? rows.start;
    onChange();
    onProblems(problems);
  }

  async function read() {
    const own = rows.epoch;
    await readSlices();
    await prepareSearch(own);
  }

  /** Read what older entries say in short pieces, so that the first search does not hold up the page. */
  async function prepareSearch(own = rows.epoch) {
    while (own === rows.epoch && log.prepareSearch(PIECE)) await pause(0);
  }

  return { readSlices, read, prepareSearch };
}

/** Return what does work on what is kept, and says it where that fails. */
function createTelling({ rows, waiting, getKeeper, onChange, onTrouble }) {
  return async (work) => {
    const own = rows.epoch;
    try {
      await work();
    } catch (error) {
      if (own === rows.epoch) onChange();
      else await pause(0); // what is said of a lock comes first
      const waits = waiting.isAny() ? (getKeeper().state === UNLOCKED ? "open" : "locked") : "";
      if (own === rows.epoch || waits === "locked") onTrouble(error, waits);
    }
  };
}

/**
 * Return what does one piece of work after the other.
 * @returns {(work: () => Promise<any>) => Promise<any>}
 */
function createTurns() {
  let turn = Promise.resolve();
  return (work) => {
    const done = turn.then(work);
    turn = done.then(nothing, nothing);
    return done;
  };
}

const nothing = () => {};
