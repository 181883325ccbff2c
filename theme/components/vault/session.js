/** What is unlocked: the engine with the key, what is known to be stored, and the edits that are not stored yet. */
import { OPEN, PASSPHRASE_CHANGED, Problem, SEAL } from "./messages.js";
import { areEqual, readRecords, replaceRecords } from "./store.js";

/** Return a session over these stored records, which hold this data. */
export function openSession(engine, stored, data) {
  let known = { ...stored, data: structuredClone(data) };

  /** Bring `known` up to what is stored now; return whether another tab had changed it. */
  async function refresh() {
    const { key, record } = await readRecords();
    if (!areEqual(key, known.key)) throw new Problem(PASSPHRASE_CHANGED);
    if (areEqual(record, known.record)) return false;
    known = { key, record, data: await engine.ask(OPEN, record) };
    return true;
  }

  /** The data as stored, with these edits on top. Edits may change what they get: it is a copy. */
  function apply(edits) {
    return edits.reduce((data, edit) => edit(data), structuredClone(known.data));
  }

  /** Store the data with these edits; return whether another tab had changed it. */
  async function store(edits) {
    let changed = false;
    for (;;) {
      changed = (await refresh()) || changed;
      const data = apply(edits);
      const next = { key: known.key, record: await engine.ask(SEAL, data) };
      // Where the browser cannot give turns to tabs, one may have written meanwhile: then again, on top of it.
      if (!(await replaceRecords(known, next))) continue;
      known = { ...next, data };
      return changed;
    }
  }

  /** Go on with records under a new passphrase, once they are stored. */
  function adopt(records) {
    known = { ...known, ...records };
  }

  return { engine, refresh, apply, store, adopt, known: () => known };
}
