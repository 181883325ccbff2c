/** Keep data on this device, encrypted, when the reader asks for it. README.md tells how to use it. */
import { kindOf } from "../common/problem.js";
import { createBrake } from "./brake.js";
import { createEngines } from "./engine.js";
import { watchForLock } from "./locks.js";
import {
  ADOPT,
  ALREADY_KEPT,
  CHANGE_PASSPHRASE,
  CREATE,
  EXPORT,
  IMPORT,
  LARGEST_FILE,
  LOCKED,
  NO_WORKER,
  NOT_OUR_FILE,
  NOT_UNLOCKED,
  OFF,
  PASSPHRASE_CHANGED,
  Problem,
  STORAGE_GONE,
  TOO_LARGE,
  UNLOCK,
  UNLOCKED,
  WARM_UP,
  WRONG_PASSPHRASE,
} from "./messages.js";
import { createSaver } from "./saver.js";
import { openSession } from "./session.js";
import { addRecords, deleteRecords, isKept, readRecords, replaceRecords } from "./store.js";
import { CHANGED, createTurns, KEPT, NEW_PASSPHRASE, openTabs, SAVE_NOW, WIPED } from "./tabs.js";
import { askServerToWipe } from "./wipe.js";

const OTHER_TABS_ASK = 300; // milliseconds for other tabs to ask for their turn

/**
 * Look whether something is kept, and return what can be done with it. `base` is the address of the site.
 *
 * `onState(state, kind)` hears each change and each problem that nobody asked for; `onChange(data)` the data when
 * another tab has changed it; `onStored(isStored)` whether all edits are on the device. Promises reject with a
 * `Problem`, whose `kind` says why.
 */
export async function openVault({ base, onState, onChange, onStored }) {
  const site = new URL(base, document.baseURI);
  const startEngine = createEngines("assets/vault.js");
  const alone = createTurns();
  const brake = createBrake();
  const tell = openTabs((message) => hear[message]?.());
  const saver = createSaver({ store, onChanged: showChange, onStored, onProblem: tellProblem });
  let state;
  let session = null;
  let spare = null; // an engine without a key
  let locks = null;
  let idleMinutes = null;

  document.addEventListener("guide:leave", forget);
  setState((await isKept()) ? LOCKED : OFF);

  function setState(next, kind) {
    state = next;
    document.documentElement.dataset.vault = next;
    onState(next, kind);
  }

  function tellProblem(error) {
    if (session) onState(state, kindOf(error));
  }

  function takeSpare() {
    spare ??= startEngine();
    return spare;
  }

  /** Ask an engine without a key; one that does not work is not asked again. */
  async function askSpare(engine, action, data) {
    try {
      return await engine.ask(action, data);
    } catch (problem) {
      if (problem.kind === NO_WORKER && engine === spare) dropSpare();
      throw problem;
    }
  }

  function dropSpare() {
    spare?.stop();
    spare = null;
  }

  function begin(engine, records, data) {
    if (engine !== spare) throw new Problem(NOT_UNLOCKED); // the reader left meanwhile
    session = openSession(engine, records, data);
    spare = null;
    locks = watchForLock({ onTime: () => lock().catch(() => {}), onHidden: saver.saveInBackground });
    if (idleMinutes) locks.setIdle(idleMinutes);
    setState(UNLOCKED);
  }

  /** Drop the key and the data, but not the edits. */
  function end() {
    session?.engine.stop();
    session = null;
    dropSpare();
    locks?.stop();
    if (state === UNLOCKED) document.documentElement.dataset.vault = state = LOCKED;
  }

  /** Drop everything at once, and touch neither storage nor the page. */
  function forget() {
    end();
    saver.forget();
  }

  /** Load and warm up what a passphrase will need; should it fail, the asking for real will tell. */
  function prepare() {
    askSpare(takeSpare(), WARM_UP).catch(() => {});
  }

  async function keep(passphrase, data) {
    const engine = takeSpare();
    const records = await askSpare(engine, CREATE, { passphrase, data });
    try {
      await alone(() => addRecords(records));
    } catch (problem) {
      if (problem.kind === ALREADY_KEPT) setState(LOCKED);
      throw problem;
    }
    await engine.ask(ADOPT);
    begin(engine, records, data);
    tell(KEPT);
  }

  async function unlock(passphrase) {
    const engine = takeSpare(); // it loads while the records are read
    const records = await readRecords().catch((problem) => {
      if (problem.kind === STORAGE_GONE) setState(OFF);
      throw problem;
    });
    const data = await tried(() => askSpare(engine, UNLOCK, { ...records, passphrase }));
    begin(engine, records, data);
    // There are some if another tab had changed the passphrase.
    if (saver.unsaved().length) saver.saveInBackground();
    return session.apply(saver.unsaved());
  }

  async function store(edits) {
    if (!session) throw new Problem(NOT_UNLOCKED);
    const { store: storeEdits } = session;
    try {
      const changed = await alone(() => storeEdits(edits));
      tell(CHANGED);
      return changed;
    } catch (problem) {
      if (session) endFor(problem.kind);
      throw problem;
    }
  }

  /** Some problems mean that what was unlocked is no longer there. */
  function endFor(kind) {
    if (kind === PASSPHRASE_CHANGED || kind === NO_WORKER) {
      end();
      setState(LOCKED, kind);
    } else if (kind === STORAGE_GONE) {
      forget();
      setState(OFF, kind);
    }
  }

  function showChange() {
    if (session) onChange(session.apply(saver.unsaved()));
  }

  async function readAgain() {
    try {
      if (await session?.refresh()) showChange();
    } catch (error) {
      endFor(kindOf(error));
    }
  }

  const hear = {
    [KEPT]: () => state === OFF && setState(LOCKED),
    [CHANGED]: () => session && alone(readAgain),
    [SAVE_NOW]: () => session && saver.saveInBackground(),
    [NEW_PASSPHRASE]: () =>
      session &&
      saver.flush().then(
        () => endFor(PASSPHRASE_CHANGED),
        () => {},
      ),
    [WIPED]: () => state !== OFF && endFor(STORAGE_GONE),
  };

  async function lock() {
    if (!session) return;
    await saver.flush();
    end();
    setState(LOCKED);
  }

  async function changePassphrase(current, next) {
    if (!session) throw new Problem(NOT_UNLOCKED);
    tell(SAVE_NOW);
    await Promise.all([saver.flush(), new Promise((resolve) => setTimeout(resolve, OTHER_TABS_ASK))]);
    const { engine, refresh, known, adopt } = session;
    await alone(async () => {
      await refresh();
      const records = await tried(() => engine.ask(CHANGE_PASSPHRASE, { ...known(), current, next }));
      if (!(await replaceRecords(known(), records))) throw new Problem(NO_WORKER);
      await engine.ask(ADOPT);
      adopt(records);
    });
    tell(NEW_PASSPHRASE);
  }

  async function wipe() {
    forget();
    tell(WIPED);
    const storage = await deleteRecords().then(
      () => true,
      () => false,
    );
    const server = await askServerToWipe(site);
    setState((await isKept()) ? LOCKED : OFF);
    return { storage, server };
  }

  /** Ask the open session's engine, or one that is ended afterwards. */
  async function askOnce(action, data) {
    if (session) return session.engine.ask(action, data);
    const engine = takeSpare();
    try {
      return await engine.ask(action, data);
    } finally {
      if (engine === spare) dropSpare(); // a spare of its own is left to an unlocking under way
    }
  }

  const exportFile = (passphrase, data) => askOnce(EXPORT, { passphrase, data });

  async function importFile(file, passphrase) {
    const blob = new Blob([file]);
    if (blob.size > LARGEST_FILE) throw new Problem(TOO_LARGE);
    const bytes = await blob.arrayBuffer().catch(() => {
      throw new Problem(NOT_OUR_FILE);
    });
    return tried(() => askOnce(IMPORT, { file: new Uint8Array(bytes), passphrase }));
  }

  const tried = (work) => brake(work, ({ kind }) => kind === WRONG_PASSPHRASE);

  return {
    get state() {
      return state;
    },
    prepare,
    keep,
    unlock,
    update: saver.add,
    flush: saver.flush,
    lock,
    forget,
    changePassphrase,
    wipe,
    exportFile,
    importFile,
    setIdle(minutes) {
      idleMinutes = minutes;
      locks?.setIdle(minutes);
    },
  };
}
