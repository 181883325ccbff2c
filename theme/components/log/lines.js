// The lines of the log: in memory until they are kept, then in the vault. Nothing here shows anything.
import { pause } from "../common/time-limit.js";
import { UNLOCKED } from "../vault/protocol.js";
import { createIncoming } from "./incoming.js";
import { entryIn, missingLines } from "./model/incoming.js";
import { makesToLines } from "./model/writing.js";

const PIECE = 100; // entries

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
  let epoch = 0; // counts up when the page drops the log: what arrives after that is not taken

  const forKeeping = {
    attach: (given) => void (keeper = given),
    onState,
    inMemory: () => [...rows].sort(([a], [b]) => a - b).map(([, line]) => line),
    onKept() {
      isKept = keeper.state === UNLOCKED; // it can have locked again since
      onChange();
    },
    onNewer: read,
    size: () => log.size,
    incoming: createIncoming({ shape, known: () => rows.values(), getKept: () => isKept && keeper, add }),
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
  async function add(makes) {
    const own = epoch;
    const added = turn.then(() => (keeper?.state === UNLOCKED ? keeper.add(makes) : addInMemory(makes)));
    turn = added.then(nothing, nothing);
    const fresh = await added;
    take(fresh, own);
    if (own === epoch) onChange();
    return fresh;
  }

  function addInMemory(makes) {
    return makesToLines(makes, Math.max(0, ...rows.keys()) + 1);
  }

  /** @param {Row[]} slice */
  function take(slice, own) {
    const fresh = own === epoch ? slice.filter(({ seq }) => !rows.has(seq)) : [];
    for (const { seq, line } of fresh) rows.set(seq, line);
    if (!fresh.length) return;
    log.add(fresh);
    log.newestFirst(); // put them in order slice by slice, not all at the end
  }

  async function onState(state) {
    epoch += 1;
    const wasKept = isKept;
    isKept = state === UNLOCKED;
    if (!isKept) {
      onChange();
      return;
    }
    const before = wasKept ? [] : [...rows.values()];
    const removed = removedIn(log);
    if (!wasKept) clear();
    const own = epoch;
    await read();
    // What was written before a log that was kept already was opened goes into it, but for what was taken back before.
    const { makes } = missingLines(before.filter(isOf(log, removed)), rows.values(), shape);
    if (makes.length && own === epoch) await add(makes);
  }

  async function read() {
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
    // Read what older entries say in short pieces, so that the first search does not hold up the page.
    while (own === epoch && log.prepareSearch(PIECE)) await pause(0);
  }

  /** Drop all of it from memory. */
  function clear() {
    epoch += 1;
    rows = new Map();
    log.clear();
  }
}

const nothing = () => {};

/** Return whether a line is of an entry that the log has, or that was not removed. */
const isOf = (log, removed) => (text) => !removed.has(entryIn(text)) || Boolean(log.get(entryIn(text)));
const removedIn = (log) => new Set(log.asWritten().flatMap(({ id, removed }) => (removed ? [id] : [])));
