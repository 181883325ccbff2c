// The lines of the log: in memory until they are kept, then in the vault. Nothing here shows anything.
import { KnownError, kindOf } from "../common/known-error.js";
import { pause } from "../common/time-limit.js";
import { NOT_UNLOCKED, OFF, UNLOCKED } from "../vault/protocol.js";
import { createIncoming } from "./incoming.js";
import { missingLines } from "./model/incoming.js";
import { makesToLines } from "./model/writing.js";

const PIECE = 100; // entries

/** @import { Make } from "./model/types.d.ts" */
/** @typedef {{seq: number, line: string}} Row */

/**
 * `log` takes what the lines say (`model/entries.js`); `onChange()` is called after it took some.
 * `onProblems(problems)`: what of the kept log cannot be read. `onTrouble(error, waits)`: it could not be read, or could not
 * take what was written before it was opened; `waits` says whether some of that is in this page only: "open", "locked" or "".
 * @param {{log: any, shape: any, onChange: () => void, onProblems: (problems: any[]) => void, onTrouble: (error: unknown, waits: string) => void}} parts
 */
export function createLines({ log, shape, onChange, onProblems, onTrouble }) {
  /** @type {Map<number, string>} */
  let rows = new Map(); // by sequence number
  /** @type {string[]} */
  let waiting = []; // what was written before the kept log was opened, until that has it
  let areShown = false; // `log` has the waiting lines, after the others
  /** @type {any} */
  let keeper = null;
  let isKept = false; // what the rows hold is in the vault
  let turn = Promise.resolve(); // one after the other, so that no two lines get one number
  let epoch = 0; // counts up when the page drops the log: what arrives after that is not taken
  let isCleared = false; // since the last change of state

  const forKeeping = {
    attach: (given) => void (keeper = given),
    onState,
    inMemory,
    onKept() {
      isKept = keeper.state === UNLOCKED; // it can have locked again since
      onChange();
    },
    onNewer: () => telling(read),
    size: () => log.size,
    incoming: createIncoming({ shape, known: () => rows.values(), getKept: () => isKept && keeper, add }),
  };
  return {
    /** For keeping: `../documents/README.md`. */
    forKeeping,
    /** Are entries kept on this device as soon as they are added? Or: is this one kept? */
    isKept: (entry = null) => isKept && (!entry || rows.has(entry.seq)),
    /** Add lines; resolves when they are kept, or in memory where nothing is kept. */
    add,
    size: () => rows.size,
    check: () => keeper.check(),
    clear,
    /** Drop also what waits for the log to be opened. */
    leave() {
      clear();
      waiting = [];
    },
  };

  /** @param {Make[]} makes */
  async function add(makes) {
    const own = epoch;
    const fresh = await inTurn(() => addNow(makes, own));
    try {
      take(fresh, own);
      if (own === epoch) onChange();
    } catch (error) {
      kindOf(error); // a fault of ours: they are added all the same
    }
    return fresh;
  }

  function inTurn(work) {
    const done = turn.then(work);
    turn = done.then(nothing, nothing);
    return done;
  }

  /** @param {Make[]} makes */
  async function addNow(makes, own) {
    if (keeper?.state === UNLOCKED) {
      await storeWaiting();
      return keeper.add(makes);
    }
    if (own !== epoch) throw new KnownError(NOT_UNLOCKED); // it locked meanwhile
    return addInMemory(makes);
  }

  /** At once, so that no change of state comes between. */
  function addInMemory(makes) {
    const fresh = makesToLines(makes, nextNumber());
    take(fresh, epoch);
    return fresh;
  }

  function nextNumber() {
    return Math.max(0, ...rows.keys()) + 1;
  }

  /** @param {Row[]} slice */
  function take(slice, own) {
    const fresh = own === epoch ? slice.filter(({ seq }) => !rows.has(seq)) : [];
    for (const { seq, line } of fresh) rows.set(seq, line);
    if (!fresh.length) return;
    // Their numbers may be those of other lines by now.
    if (areShown) log.clear();
    log.add(areShown ? Array.from(rows, ([seq, line]) => ({ seq, line })) : fresh);
    areShown = false;
    log.newestFirst(); // put them in order slice by slice, not all at the end
  }

  async function onState(state) {
    epoch += 1;
    const [wasKept, wasCleared] = [isKept, isCleared];
    isKept = state === UNLOCKED;
    isCleared = false;
    if (!isKept) {
      if (state === OFF && wasCleared) waiting = []; // all was deleted
      if (state === OFF) addInMemory(makesOfWaiting());
      if (state === OFF) waiting = [];
      onChange();
      return;
    }
    if (!wasKept) {
      waiting.push(...texts());
      drop();
    }
    // What was written before a log that was kept already was opened goes into it.
    const own = epoch;
    await telling(async () => {
      if (waiting.length) await inTurn(() => storeWaiting(own));
      if (own === epoch) await read();
    });
  }

  /** Do work on what is kept, and say it where that fails. */
  async function telling(work) {
    const own = epoch;
    try {
      await work();
    } catch (error) {
      if (own === epoch) onChange();
      // What is said of a lock comes first.
      else await pause(0);
      const waits = waiting.length ? (keeper.state === UNLOCKED ? "open" : "locked") : "";
      if (own === epoch || waits === "locked") onTrouble(error, waits);
    }
  }

  async function storeWaiting(own = epoch) {
    const count = waiting.length;
    if (!count) return;
    try {
      if (own === epoch) await readSlices();
      if (own !== epoch) throw new KnownError(NOT_UNLOCKED);
      const makes = makesOfWaiting();
      if (makes.length) take(await keeper.add(makes), own);
    } catch (error) {
      if (own === epoch) showWaiting();
      throw error;
    }
    waiting = waiting.slice(count);
  }

  function makesOfWaiting() {
    return missingLines(waiting, rows.values(), shape).makes;
  }

  function showWaiting() {
    log.add(makesToLines(makesOfWaiting(), nextNumber()));
    areShown = true;
  }

  async function readSlices() {
    const own = epoch;
    let isFirst = true;
    const { problems } = await keeper.read((slice) => {
      take(slice, own);
      if (isFirst && own === epoch) onChange();
      isFirst = false;
    });
    if (own !== epoch) return;
    onChange();
    onProblems(problems);
  }

  async function read() {
    const own = epoch;
    await readSlices();
    // Read what older entries say in short pieces, so that the first search does not hold up the page.
    while (own === epoch && log.prepareSearch(PIECE)) await pause(0);
  }

  function texts() {
    return [...rows].sort(([a], [b]) => a - b).map(([, line]) => line);
  }

  /** The lines as they are to be stored: from number 1, without a hole. */
  function inMemory() {
    const all = texts();
    if (nextNumber() === all.length + 1) return all;
    return makesToLines(missingLines(all, [], shape).makes, 1).map(({ line }) => line);
  }

  /** Drop all of it from memory, but what is not kept yet and was written before the log was opened. */
  function clear() {
    drop();
    isCleared = true;
  }

  function drop() {
    epoch += 1;
    rows = new Map();
    areShown = false;
    log.clear();
  }
}

const nothing = () => {};
