// The lines of the log: in memory until they are kept, then in the vault. Nothing here shows anything.
import { UNLOCKED } from "../vault/protocol.js";
import { makesToLines, writeEntry } from "./model/writing.js";

/** @import { Make } from "./model/types.d.ts" */
/** @typedef {{seq: number, line: string}} Row */

/**
 * `log` takes what the lines say (`model/entries.js`); `onChange()` is called after it took some.
 * `onProblems(problems)`: what of the kept log cannot be read.
 * @param {{log: any, shape: any, onChange: () => void, onProblems: (problems: any[]) => void}} parts
 */
export function createLines({ log, shape, onChange, onProblems }) {
  /** @type {Map<number, string>} */
  let rows = new Map(); // by sequence number
  /** @type {any} */
  let keeper = null;
  let isKept = false; // what the rows hold is in the vault
  let turn = Promise.resolve(); // one after the other, so that no two lines get one number
  let reading = 0; // counts up, so that a reading that was overtaken says nothing

  const forKeeping = {
    attach: (given) => void (keeper = given),
    onState,
    inMemory: () => [...rows].sort(([a], [b]) => a - b).map(([, line]) => line),
    onKept() {
      isKept = true;
      onChange();
    },
    onNewer: () => void read(),
  };
  return {
    /** For keeping: `../documents/README.md`. */
    forKeeping,
    /** Are entries kept on this device as soon as they are added? */
    isKept: () => isKept,
    /** Add lines; resolves when they are kept, or in memory where nothing is kept. */
    add,
    size: () => rows.size,
    check: () => keeper.check(),
    clear,
  };

  /** @param {Make[]} makes */
  function add(makes) {
    const added = turn.then(() => (keeper?.state === UNLOCKED ? keeper.add(makes) : addInMemory(makes)));
    turn = added.then(
      () => {},
      () => {},
    );
    return added.then((fresh) => {
      take(fresh);
      onChange();
      return fresh;
    });
  }

  /** @param {Make[]} makes */
  async function addInMemory(makes) {
    return makesToLines(makes, Math.max(0, ...rows.keys()) + 1);
  }

  /** @param {Row[]} slice */
  function take(slice) {
    const fresh = slice.filter(({ seq }) => !rows.has(seq));
    for (const { seq, line } of fresh) rows.set(seq, line);
    if (fresh.length) log.add(fresh);
  }

  async function onState(state) {
    if (state !== UNLOCKED) {
      reading += 1;
      isKept = false;
      onChange();
      return;
    }
    const before = isKept ? [] : log.asWritten().filter(({ removed }) => !removed);
    if (!isKept) clear();
    isKept = true;
    await read();
    // What was written before a log that was kept already was opened goes into it, as it stands by now.
    const others = before.filter(({ id }) => !log.get(id)).reverse();
    if (others.length && isKept) await add(others.flatMap((entry) => makesOf(entry, shape)));
  }

  async function read() {
    const own = (reading += 1);
    let isFirst = true;
    const { problems } = await keeper.read((slice) => {
      if (own !== reading) return;
      take(slice);
      if (isFirst) onChange();
      isFirst = false;
    });
    if (own !== reading) return;
    onChange();
    onProblems(problems);
  }

  /** Drop all of it from memory. */
  function clear() {
    reading += 1;
    rows = new Map();
    log.clear();
  }
}

/** What writes an entry once more, as it stands by now. */
function makesOf({ kind, when, fields, apart, rows, written }, shape) {
  const typed = { kind, when, fields: { ...fields, ...apart?.line.fields }, rows };
  return writeEntry(typed, { shape, written }).makes;
}
