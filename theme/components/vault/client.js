/** Keep data on this device, encrypted, when the reader asks for it. README.md says how to use it. */
import { askHostToWipe } from "../common/host-wipe.js";
import { kindOf } from "../common/known-error.js";
import { LOCK } from "../common/storage-names.js";
import { asStored } from "./as-stored.js";
import { createAttachments } from "./attachments.js";
import { createWorkerStarter } from "./worker-handle.js";
import { createFiles } from "./files.js";
import { createFirstKeeping } from "./first-keeping.js";
import { createLines } from "./lines.js";
import { createLocking } from "./locking.js";
import { createBoundedMutex, createMutex } from "./mutex.js";
import { KnownError, NOT_UNLOCKED, WARM_UP, WRONG_PASSPHRASE } from "./protocol.js";
import { createDebouncedSave } from "./debounced-save.js";
import { openSession } from "./session.js";
import { createStandbyWorker } from "./standby-worker.js";
import { createState, EVENT } from "./state.js";
import { ATTACHMENTS, attachments } from "./stores/attachments.js";
import { createLineStorage } from "./stores/line-values.js";
import { LINES, lines } from "./stores/lines.js";
import { marker } from "./stores/marker.js";
import {
  deleteRecords,
  isKept,
  isOwn,
  lookForRecords,
  readRecords,
  replaceRecords,
} from "./stores/records.js";
import { SINGLE_RECORD, singleRecord } from "./stores/single-record.js";
import { createStoring } from "./storing.js";
import { CHANGED, openTabs, WIPED } from "./tabs.js";
import { createThrottle } from "./throttle.js";
import { createUnlocking } from "./unlocking.js";

/** @import { Core, WorkerHandle, Listeners, Locking, Storing, Tell, Unlocking, VaultOptions, Session, Problem } from "./types.d.ts" */

/**
 * Look whether something is kept, and return what can be done with it. `base` is the address of the site.
 *
 * `join(base, mine, theirs)` joins what two tabs made of the same data. `beforeLock()` is called first: the last
 * edits can be passed then. `onState(state, kind, isPending)` receives each change and each unasked problem;
 * `onOutcome(outcome)` receives what became of pending changes; `onChange(data)` the data when another tab has changed
 * it; `onLines()` that another tab has added lines; `onStored(isStored)` whether all edits are on the device; `onFiles(files)` at once what makes and opens files, without
 * waiting for storage. Promises reject with a `KnownError`, whose `kind` says why.
 * @param {VaultOptions} options
 */
export async function openVault({
  base,
  join,
  beforeLock,
  onState,
  onOutcome,
  onChange,
  onLines,
  onStored,
  onFiles,
}) {
  const inTurn = createBoundedMutex(createMutex(LOCK));
  const tell = openTabs((message) => storing.hear(message));
  const vault = createCore({ join, onState, onStored, storing: () => storing, locking: () => locking });
  const locking = createLocking(vault, { beforeLock, onOutcome, onStored: () => tell(CHANGED) });
  const unlocking = createUnlocking(vault, { locking, inTurn, onChange });
  const storing = createStoring(vault, { locking, tell, inTurn, onChange, onLines });
  const files = { ...createFiles({ withWorker: lendWorker(vault), tried: vault.tried }), asStored };
  const { lock, forget, leave } = locking;

  document.addEventListener("guide:leave", leave);
  document.addEventListener("guide:lock", () => lock());
  onFiles?.(files);
  const { isKept: wasKept, problem } = await lookForRecords();
  vault.state.on(wasKept ? EVENT.FOUND : EVENT.NOTHING_FOUND);

  return {
    problem, // why it is not known whether anything is kept
    get state() {
      return vault.state.now;
    },
    /** Load and warm up what a passphrase will need; if that fails, the real request will report it. */
    prepare: () => void vault.standby.ask(vault.standby.take(), WARM_UP).catch(kindOf),
    keep: createFirstKeeping(vault, { tell, inTurn }),
    unlock: unlocking.unlock,
    openOlder: unlocking.openOlder,
    hasOlder: unlocking.hasOlder,
    update: vault.update,
    flush: vault.flush,
    lock: () => lock(),
    forget,
    lines: createLines(vault, { storage: lineStorage, tell, inTurn, endFor: storing.endFor, onLines }),
    attachments: createAttachments(vault, { tell, inTurn, endFor: storing.endFor }),
    changePassphrase: storing.changePassphrase,
    wipe: createWiping(vault, { locking, unlocking, tell, site: new URL(base, document.baseURI) }),
    ...files,
    setIdle: locking.setIdle,
  };
}

const storage = { read: readRecords, replace: replaceRecords };
const lineStorage = createLineStorage({ isOwn });

/**
 * What all parts of a vault share: its state, what is open, and the tools that each of them needs.
 * @param {Pick<VaultOptions, "join" | "onState" | "onStored"> & {storing: () => Storing, locking: () => Locking}} parts
 * @returns {Core}
 */
function createCore({ join, onState, onStored, storing, locking }) {
  const startWorker = createWorkerStarter("assets/vault.js");
  const standby = createStandbyWorker(startWorker);
  const throttle = createThrottle();
  const state = createState(onState);
  const debouncedSave = createDebouncedSave({
    seal: () => vault.session?.sealAhead(),
    store: () => storing().store(),
    isKept: () => !vault.session || vault.session.isKept(),
    onChanged: () => storing().showChange(),
    onStored,
    onProblem: (error) => vault.session && onState(state.now, kindOf(error)),
  });
  /** @type {Core} */
  const vault = {
    session: null, // there while the state is unlocked, and no longer
    state,
    standby,
    debouncedSave,
    startWorker,
    /** Try with a passphrase. */
    tried: (work) => throttle(work, (error) => /** @type {Problem} */ (error).kind === WRONG_PASSPHRASE),
    data: () => /** @type {Session} */ (vault.session).storeOf(SINGLE_RECORD).data(),

    begin(event, worker, { key, record, older }, { data, recipient }) {
      if (!standby.is(worker)) throw new KnownError(NOT_UNLOCKED); // the reader left in the meantime
      const stores = {
        [SINGLE_RECORD]: singleRecord({ record, data, join, storage }),
        [LINES]: lines({ storage: lineStorage, hasOlder: Boolean(older) }),
        [ATTACHMENTS]: attachments,
      };
      vault.session = openSession({ worker, key, recipient, startWorker, stores });
      standby.handOver();
      locking().watch();
      state.on(event);
    },

    update(edit) {
      if (!vault.session) return; // locked a moment ago
      vault.session.storeOf(SINGLE_RECORD).update(edit);
      debouncedSave.noted();
    },

    async flush() {
      if (!vault.session) throw new KnownError(NOT_UNLOCKED);
      await debouncedSave.flush();
    },
  };
  return vault;
}

/**
 * Return what lends the open session's worker, or one that is ended afterwards.
 * @param {Core} vault
 */
function lendWorker(vault) {
  /**
   * @template T
   * @param {(worker: WorkerHandle) => Promise<T>} work
   * @returns {Promise<T>}
   */
  return async function withWorker(work) {
    if (vault.session) return work(vault.session.worker);
    const worker = vault.standby.take();
    try {
      return await work(worker);
    } finally {
      if (vault.standby.is(worker)) vault.standby.drop(); // one of its own is left to an unlocking under way
    }
  };
}

/**
 * @param {Core} vault
 * @param {{locking: Locking, unlocking: Unlocking, tell: Tell, site: URL}} parts
 */
function createWiping(vault, { locking, unlocking, tell, site }) {
  return async function wipe() {
    locking.forget();
    unlocking.forgetOlder();
    const isDeleted = await deleteRecords().then(
      () => true,
      () => false,
    );
    if (isDeleted) tell(WIPED);
    const server = await askHostToWipe(site, marker);
    // Where the host cleared all, a look would leave a trace in Firefox.
    vault.state.on(!server && (await isKept()) ? EVENT.NOT_WIPED : EVENT.WIPED);
    return { storage: isDeleted, server };
  };
}
