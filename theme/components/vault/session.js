/** What is unlocked: the engine with the key, what is stored, and what the reader has made of it since. */
import { orProblem, storedInTime } from "./in-time.js";
import {
  ADOPT,
  CHANGE_PASSPHRASE,
  NO_WORKER,
  NOT_UNLOCKED,
  OPEN,
  PASSPHRASE_CHANGED,
  KnownError,
  SEAL,
  SEAL_FOR,
} from "./protocol.js";
import { areEqual, readRecords, replaceRecords } from "./stores/records.js";

const LONGEST_SEAL = 2000; // milliseconds
const NEVER = -1;

/**
 * Return a session over these records, which hold this data. `join(base, mine, theirs)` brings what was made of `base`
 * to what another tab made of it. `startEngine` starts one that can seal where this one has ended.
 */
export function openSession({ engine, records, opened, join, startEngine }) {
  let { recipient } = opened;
  let version = 0; // of `mine`
  let mine = opened.data;
  let known = { ...records, data: mine, version };
  let sealed = { record: records.record, data: mine, version };
  let written = null; // what storage was last given: it may have it though it said no
  let line = 0; // what is sealed belongs to one line of changes, under one key
  let sealing = null;
  let left = null;
  let isEnded = false;

  const isKept = () => isEnded || known.version === version;

  /** Take an edit: it returns other data, and leaves what it gets as it is. */
  function update(edit) {
    mine = edit(mine);
    version += 1;
  }

  /** Seal up to this version: at most one at a time, and then the newest. */
  async function sealTo(wanted) {
    while (sealed.version < wanted) {
      sealing ??= sealOnce().finally(() => (sealing = null));
      await sealing;
    }
  }

  async function sealOnce() {
    const next = { record: null, data: mine, version };
    const begun = line;
    next.record = await engine.ask(SEAL, mine);
    check();
    if (begun === line) sealed = next;
  }

  /** After each wait: it may have been locked meanwhile. */
  function check() {
    if (isEnded) throw new KnownError(NOT_UNLOCKED);
  }

  /** Bring `known` up to what is stored now; return whether another tab had changed it. */
  async function refresh() {
    const { key, record } = await storedInTime(readRecords());
    check();
    if (!areEqual(key, known.key)) throw new KnownError(PASSPHRASE_CHANGED);
    if (areEqual(record, known.record)) return false;
    if (written && areEqual(record, written.record)) {
      settle(written);
      return false;
    }
    const theirs = await engine.ask(OPEN, record);
    check();
    takeOver({ key, record }, theirs);
    return true;
  }

  function takeOver(newer, theirs) {
    const isClean = isKept();
    mine = isClean ? theirs : join(known.data, mine, theirs);
    version += 1;
    line += 1;
    known = { ...newer, data: theirs, version: isClean ? version : NEVER };
    sealed = isClean ? { ...known } : { record: null, data: null, version: NEVER };
  }

  /** Store all; return whether another tab had changed the data. */
  async function store() {
    for (let changed = false; ;) {
      check();
      changed = (await refresh()) || changed;
      if (isKept()) return changed;
      await sealTo(version);
      check();
      const next = (written = sealed);
      // Where the browser cannot give turns to tabs, one may have written meanwhile: then again, on top of it.
      if (!(await storedInTime(replaceRecords(known, { key: known.key, record: next.record })))) continue;
      settle(next);
      return changed;
    }
  }

  function settle({ record, data, version }) {
    known = { key: known.key, record, data, version };
    if (left) left.base = record;
  }

  /** Store it under a new passphrase and key; return whether this session can go on with them. */
  async function changePassphrase(current, next, tried) {
    for (;;) {
      await refresh();
      const ask = () =>
        engine.ask(CHANGE_PASSPHRASE, { key: known.key, record: known.record, current, next });
      const made = await tried(ask);
      check();
      if (!(await replaceRecords(known, made.records))) continue;
      if (isEnded) return false;
      line += 1;
      recipient = made.recipient;
      known = { ...known, ...made.records };
      sealed = { ...known };
      // It is done, whatever happens to the engine now.
      return engine.ask(ADOPT).then(
        () => true,
        () => false,
      );
    }
  }

  /**
   * Drop everything that can be read, at once. Returns null, or what is not stored yet: under which `key`, on top of
   * which record (`base`), and a promise of `{record, isWhole}`; the engine is needed until then. `again`: seal with
   * another engine where this one fails.
   */
  function end({ again }) {
    if (!isKept()) left = { key: known.key, base: known.record, sealed: sealLast(again) };
    isEnded = true;
    mine = null;
    for (const plain of [known, sealed, written]) if (plain) plain.data = null;
    return left;
  }

  function sealLast(again) {
    if (sealed.version === version) return Promise.resolve({ record: sealed.record, isWhole: true });
    const ahead = sealed.version > known.version ? sealed.record : null;
    const asked = orProblem(engine.ask(SEAL, mine), LONGEST_SEAL, NO_WORKER);
    return (again ? asked.catch(sealAgain(mine)) : asked).then(
      (record) => ({ record, isWhole: true }),
      () => ({ record: ahead, isWhole: false }),
    );
  }

  function sealAgain(data) {
    return async () => {
      const other = startEngine();
      try {
        return await orProblem(other.ask(SEAL_FOR, { data, recipient }), LONGEST_SEAL, NO_WORKER);
      } finally {
        other.stop();
      }
    };
  }

  return {
    engine,
    isKept,
    update,
    refresh,
    store,
    changePassphrase,
    end,
    data: () => mine,
    // Storing meets the same problem, and tells of it.
    sealAhead: () => sealTo(version).catch(() => {}),
  };
}
