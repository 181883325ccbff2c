/** Keep data on this device, encrypted, when the reader asks for it. README.md tells how to use it. */
import { askHostToWipe } from "../common/host-wipe.js";
import { kindOf } from "../common/known-error.js";
import { LOCK } from "../common/storage-names.js";
import { createEngines } from "./engine.js";
import { createFiles } from "./files.js";
import { storedInTime } from "./in-time.js";
import { createLocking } from "./locking.js";
import { createBoundedMutex, createMutex } from "./mutex.js";
import {
  ADOPT,
  ALREADY_KEPT,
  CREATE,
  KEPT_LOCKED,
  KnownError,
  LOCKED,
  NOT_UNLOCKED,
  OFF,
  UNLOCKED,
  WARM_UP,
  WRONG_PASSPHRASE,
} from "./protocol.js";
import { createSaver } from "./saver.js";
import { openSession } from "./session.js";
import { createSpare } from "./spare.js";
import { marker } from "./stores/marker.js";
import { addRecords, deleteRecords, isKept, lookForRecords } from "./stores/records.js";
import { createStoring } from "./storing.js";
import { CHANGED, KEPT, openTabs, WIPED } from "./tabs.js";
import { createThrottle } from "./throttle.js";
import { createUnlocking } from "./unlocking.js";

/**
 * Look whether something is kept, and return what can be done with it. `base` is the address of the site.
 *
 * `join(base, mine, theirs)` joins what two tabs made of the same data. `beforeLock()` is called first of all: the last
 * edits can be given then. `onState(state, kind, isPending)` hears each change, and each problem that nobody asked for;
 * `onOutcome(outcome)` what became of changes that were pending; `onChange(data)` the data when another tab has changed
 * it; `onStored(isStored)` whether all edits are on the device; `onFiles(files)` at once what makes and opens files, for
 * which no storage is waited. Promises reject with a `KnownError`, whose `kind` says why.
 */
export async function openVault({ base, join, beforeLock, onState, onOutcome, onChange, onStored, onFiles }) {
  const site = new URL(base, document.baseURI);
  const startEngine = createEngines("assets/vault.js");
  const spare = createSpare(startEngine);
  const throttle = createThrottle();
  const inTurn = createBoundedMutex(createMutex(LOCK));
  const tried = (work) => throttle(work, ({ kind }) => kind === WRONG_PASSPHRASE);
  const tell = openTabs((message) => storing.hear(message));
  const saver = createSaver({
    seal: () => vault.session.sealAhead(),
    store: () => storing.store(),
    isKept: () => !vault.session || vault.session.isKept(),
    onChanged: () => storing.showChange(),
    onStored,
    onProblem: (error) => vault.session && onState(vault.state, kindOf(error)),
  });
  // What its parts share: what is open, and how it stands.
  const vault = { state: null, session: null, spare, saver, setState, begin, tried, join, startEngine };
  const locking = createLocking(vault, { beforeLock, onOutcome, onStored: () => tell(CHANGED) });
  const unlocking = createUnlocking(vault, { locking, inTurn, onChange });
  const storing = createStoring(vault, { locking, tell, inTurn, onChange });
  const { lock, forget, leave } = locking;
  const files = createFiles({ withEngine, tried });

  document.addEventListener("guide:leave", leave);
  document.addEventListener("guide:lock", () => lock());
  onFiles?.(files);
  const { isKept: wasKept, problem } = await lookForRecords();
  setState(wasKept ? LOCKED : OFF);

  function setState(next, kind, isPending) {
    vault.state = next;
    document.documentElement.dataset.vault = next;
    onState(next, kind, isPending);
  }

  function begin(engine, records, opened) {
    if (!spare.is(engine)) throw new KnownError(NOT_UNLOCKED); // the reader left meanwhile
    vault.session = openSession({ engine, records, opened, join, startEngine });
    spare.handOver();
    locking.watch();
    setState(UNLOCKED);
  }

  /** Load and warm up what a passphrase will need; should it fail, the asking for real will tell. */
  function prepare() {
    spare.ask(spare.take(), WARM_UP).catch(() => {});
  }

  async function keep(passphrase, data) {
    const engine = spare.take();
    const { records, recipient } = await spare.ask(engine, CREATE, { passphrase, data });
    if (!spare.is(engine)) throw new KnownError(NOT_UNLOCKED);
    try {
      await storedInTime(inTurn(() => addRecords(records)));
    } catch (problem) {
      if (problem.kind === ALREADY_KEPT) setState(LOCKED);
      throw problem;
    }
    tell(KEPT);
    try {
      await spare.ask(engine, ADOPT);
      begin(engine, records, { data, recipient });
    } catch (problem) {
      if (!(problem instanceof KnownError)) throw problem;
      if (spare.is(engine)) spare.drop();
      if (vault.state === OFF) setState(LOCKED);
      throw new KnownError(KEPT_LOCKED); // it is stored, whatever happened to the engine
    }
  }

  function update(edit) {
    if (!vault.session) return; // locked a moment ago
    vault.session.update(edit);
    saver.noted();
  }

  async function flush() {
    if (!vault.session) throw new KnownError(NOT_UNLOCKED);
    await saver.flush();
  }

  async function wipe() {
    forget();
    unlocking.forgetOlder();
    const storage = await deleteRecords().then(
      () => true,
      () => false,
    );
    if (storage) tell(WIPED);
    const server = await askHostToWipe(site, marker);
    // Where the host cleared all, a look would leave a trace in Firefox.
    setState(!server && (await isKept()) ? LOCKED : OFF);
    return { storage, server };
  }

  /** Lend the open session's engine, or one that is ended afterwards. */
  async function withEngine(work) {
    if (vault.session) return work(vault.session.engine);
    const engine = spare.take();
    try {
      return await work(engine);
    } finally {
      if (spare.is(engine)) spare.drop(); // one of its own is left to an unlocking under way
    }
  }

  return {
    problem, // why it is not known whether anything is kept
    get state() {
      return vault.state;
    },
    prepare,
    keep,
    unlock: unlocking.unlock,
    openOlder: unlocking.openOlder,
    hasOlder: unlocking.hasOlder,
    update,
    flush,
    lock: () => lock(),
    forget,
    changePassphrase: storing.changePassphrase,
    wipe,
    ...files,
    setIdle: locking.setIdle,
  };
}
