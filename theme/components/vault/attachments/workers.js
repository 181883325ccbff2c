/** The workers for attachments of one session. They hold what a file is sealed with, so they end with it. */
import { HAND_KEYS, KnownError, NO_FILES_WORKER, NO_WORKER, TAKE_KEYS, TO_WHOM } from "../protocol.js";

/** @import { AttachmentStore, FilesWorker, StartWorker, WorkerHandle } from "../types.d.ts" */

/**
 * `placeNow()` names the database that they work on.
 * @param {AttachmentStore} store
 * @param {{startWorker: StartWorker, placeNow: () => string}} tools
 */
export function createWorkers({ session, onEnd }, { startWorker, placeNow }) {
  const startOne = () => askAbout(startWorker(), placeNow);

  /** @type {Set<FilesWorker>} */
  const started = new Set();
  /** @type {{key: Uint8Array, worker: Promise<FilesWorker>} | null} */
  let opener = null; // the one that holds the keys
  let mayClean = true;

  onEnd(({ again }) => {
    mayClean = again;
    for (const { stop } of started) stop();
  });

  /** Start one that is to end after its work. */
  function start() {
    session.check();
    const worker = startOne();
    started.add(worker);
    return worker;
  }

  async function startOpener() {
    const worker = start();
    await worker.ask(TAKE_KEYS, { sealed: await session.ask(HAND_KEYS, await worker.ask(TO_WHOM)) });
    return worker;
  }

  /** Return the one that opens. After a change of the passphrase it is another; what reads with the one before goes on. */
  async function takeOpener() {
    if (opener?.key !== session.key()) opener = { key: session.key(), worker: startOpener() };
    try {
      return await opener.worker;
    } catch (error) {
      opener = null;
      throw error;
    }
  }

  return {
    start,
    takeOpener,
    /** Return one that can only delete, also after a lock; null once the page is left. */
    startCleaner: () => (mayClean ? startOne() : null),
    key: session.key,
    recipient: session.recipient,
  };
}

/**
 * @param {WorkerHandle} worker
 * @param {() => string} placeNow
 * @returns {FilesWorker}
 */
function askAbout({ ask, stop }, placeNow) {
  /** @type {unknown} */
  const other = ask; // its actions are others
  const asked = /** @type {(action: string, data: object) => Promise<never>} */ (other);
  return {
    stop,
    ask: (action, data) =>
      asked(action, { database: placeNow(), ...data }).catch((error) => {
        throw error.kind === NO_WORKER ? new KnownError(NO_FILES_WORKER) : error;
      }),
  };
}
