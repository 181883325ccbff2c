/** The workers of the vault, each loaded when it is first needed. */
import { loadWorkerSource, openWorker } from "../worker/open-worker.js";
import { NO_WORKER, NOT_UNLOCKED, KnownError } from "./protocol.js";

/** @import { Action, Actions, Answer, Engine, StartEngine } from "./types.d.ts" */

/**
 * Return `start()`, which starts workers of the bundle of this name. Once loaded it needs no network any more.
 * @param {string} name
 * @returns {StartEngine}
 */
export function createEngines(name) {
  /** @type {Promise<string> | undefined} */
  let source;

  function load() {
    source ??= loadWorkerSource(name).catch(() => {
      source = undefined; // a later try may have a network
      throw new KnownError(NO_WORKER);
    });
    return source;
  }

  return function start() {
    /** @type {ReturnType<typeof openWorker> | null} */
    let opened = null;
    let stopped = false;
    /** @type {() => void} */
    let tellStopped;
    const ended = new Promise((_, reject) => (tellStopped = () => reject(new KnownError(NOT_UNLOCKED))));
    const worker = load().then((text) => {
      if (stopped) throw new KnownError(NOT_UNLOCKED);
      opened = openWorker(text, { toError: (kind) => new KnownError(kind), failed: NO_WORKER });
      return opened;
    });
    for (const promise of [worker, ended]) promise.catch(() => {}); // told to whoever asks

    return {
      // Whoever asks before it is loaded must not hold on to the data once it is stopped.
      ask: async (action, data) => (opened ?? (await Promise.race([worker, ended]))).ask(action, data),
      /** End it at once, with the key it holds. */
      stop() {
        stopped = true;
        tellStopped();
        opened?.stop(NOT_UNLOCKED);
      },
    };
  };
}
