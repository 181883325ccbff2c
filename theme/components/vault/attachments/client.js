/** What a page can do with attachments in a session. */
import { kindOf } from "../../common/known-error.js";
import { FILES_LOCK } from "../../common/storage-names.js";
import { pause } from "../../common/time-limit.js";
import {
  ADD_FILE,
  ATTACHMENT_GONE,
  DROP_FILES,
  GO_ON,
  HAS_ROOM,
  KEEP_FILE,
  KnownError,
  LIST_FILES,
  MAKE_ROOM,
  READ_FILE,
  STOP_JOB,
  STORAGE_FULL,
  UNFINISHED_FILES,
} from "../protocol.js";
import { OTHER_TABS_SAVE, SAVE_NOW } from "../tabs.js";
import { createWorkers } from "./workers.js";

/** @import { Attachments, AttachmentsOf, Bytes, FilesWorker, InTurn, LineStore, Session, StartWorker, Tell } from "../types.d.ts" */

/** @typedef {ReturnType<typeof createWorkers>} Workers */

/**
 * `startWorker` starts one for attachments; `isOwn()`: whether what is kept lies under this guide's own name, for
 * elsewhere there are no attachments; `placeNow()` says in which database; `ownRecords(key)` moves it there.
 * @param {{startWorker: StartWorker, tell: Tell, inTurn: InTurn, isOwn: () => boolean, placeNow: () => string, ownRecords: (key: Bytes) => Promise<void>}} tools
 * @returns {AttachmentsOf}
 */
export function createAttachments({ startWorker, tell, inTurn, isOwn, placeNow, ownRecords }) {
  /** @type {WeakMap<Session, Workers>} */
  const all = new WeakMap();
  /** @type {Promise<void> | undefined} */
  let held;

  /** @param {Session} session */
  function workersOf(session) {
    const found =
      all.get(session) ?? createWorkers(session.storeOf("attachments"), { startWorker, placeNow });
    all.set(session, found);
    return found;
  }

  /**
   * Before the first attachment the database has no room for any.
   * @param {Workers} workers
   * @param {FilesWorker} worker
   */
  async function makeRoom({ key }, worker) {
    await inTurn(() => ownRecords(key()));
    if (await worker.ask(HAS_ROOM)) return;
    tell(SAVE_NOW); // tabs with older scripts can store no more after this
    await pause(OTHER_TABS_SAVE);
    await worker.ask(MAKE_ROOM);
  }

  /**
   * @param {Session} session
   * @param {Blob} file
   * @param {Parameters<Attachments["add"]>[1]} how
   */
  async function add(session, file, { onProgress, signal } = {}) {
    const left = await room();
    if (left !== null && left < file.size) throw new KnownError(STORAGE_FULL);
    await (held ??= holdOff());
    signal?.throwIfAborted();
    const workers = workersOf(session);
    const id = crypto.randomUUID();
    const worker = workers.start();
    signal?.addEventListener("abort", worker.stop); // whatever it waits for
    try {
      await makeRoom(workers, worker);
      const job = await worker.ask(ADD_FILE, { id, file });
      for (;;) {
        const { done, value } = await worker.ask(GO_ON, { job });
        if (done) break;
        onProgress?.(/** @type {number} */ (value));
      }
      // In turn with a change of the passphrase: the key is the one that is stored.
      return await inTurn(() =>
        worker.ask(KEEP_FILE, { key: workers.key(), recipient: workers.recipient() }),
      );
    } catch (error) {
      worker.stop();
      await drop(workers, id);
      signal?.throwIfAborted();
      throw error;
    } finally {
      worker.stop();
    }
  }

  return {
    add,
    async read(session, id) {
      if (!isOwn()) throw new KnownError(ATTACHMENT_GONE);
      return read(workersOf(session), id);
    },
    async list(session) {
      if (!isOwn()) return [];
      const { key, takeOpener } = workersOf(session);
      return (await takeOpener()).ask(LIST_FILES, { key: key() });
    },
    async dropOthers(session, ids) {
      if (!isOwn()) return;
      await whileNobodyAdds(() => dropOthers(workersOf(session), session.storeOf("lines"), ids));
    },
    room,
  };
}

/** Return how many bytes the browser has room for, or null where it does not say. */
async function room() {
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return quota === undefined ? null : Math.max(0, quota - usage);
}

/**
 * Until this page is gone no page may drop what was added here: the line that names it can come later.
 * @returns {Promise<void>}
 */
function holdOff() {
  return new Promise((resolve) => {
    const shared = () => {
      resolve();
      return new Promise(() => {});
    };
    if (navigator.locks) navigator.locks.request(FILES_LOCK, { mode: "shared" }, shared).catch(resolve);
    else resolve();
  });
}

/**
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
async function whileNobodyAdds(work) {
  await navigator.locks?.request(FILES_LOCK, { ifAvailable: true }, async (lock) => lock && work());
}

/**
 * @param {Workers} workers
 * @param {string} id
 */
async function drop({ startCleaner }, id) {
  const worker = startCleaner();
  await worker?.ask(DROP_FILES, { ids: [id] }).catch(kindOf); // else the next opening does
  worker?.stop();
}

/**
 * @param {Workers} workers
 * @param {string} id
 */
async function read({ key, takeOpener }, id) {
  const worker = await takeOpener();
  const { job, bytes } = await worker.ask(READ_FILE, { id, key: key() });
  /** @type {ReadableStream<Uint8Array>} */
  const stream = new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await worker.ask(GO_ON, { job });
        if (done) controller.close();
        else controller.enqueue(/** @type {Uint8Array} */ (value));
      },
      cancel: () => worker.ask(STOP_JOB, { job }),
    },
    { highWaterMark: 0 },
  );
  return { bytes, stream };
}

/**
 * Drop what was never whole and nobody names, neither the caller nor any line. A whole file stays: its line may be lost. Where
 * lines do not open, nobody knows what they name.
 * @param {Workers} workers
 * @param {LineStore} lines
 * @param {string[]} ids
 */
async function dropOthers({ takeOpener }, lines, ids) {
  const worker = await takeOpener();
  const others = new Set(await worker.ask(UNFINISHED_FILES));
  for (const id of ids) others.delete(id);
  if (!others.size) return;
  const { problems } = await lines.read((rows) => {
    for (const id of others) if (rows.some(({ line }) => line.includes(id))) others.delete(id);
  });
  if (!problems.length) await worker.ask(DROP_FILES, { ids: [...others] });
}
