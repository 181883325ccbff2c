/** A worker without a key: loaded early, called with a passphrase, and passed on once it holds a key. */
import { NO_WORKER } from "./protocol.js";

/** @import { Action, Actions, Answer, WorkerHandle, Problem, StartWorker } from "./types.d.ts" */

/** @param {StartWorker} startWorker */
export function createStandbyWorker(startWorker) {
  /** @type {WorkerHandle | null} */
  let standby = null;

  function drop() {
    standby?.stop();
    standby = null;
  }

  return {
    take: () => (standby ??= startWorker()),
    drop,

    /**
     * Return whether it is still this one: nobody left or locked in the meantime.
     * @param {WorkerHandle} worker
     */
    is: (worker) => worker === standby,

    /** It belongs to a session from now on. */
    handOver: () => (standby = null),

    /**
     * Ask it; one that does not work is not asked again.
     * @template {Action} A
     * @param {WorkerHandle} worker
     * @param {A} action
     * @param {Actions[A][0]} [data]
     * @returns {Answer<A>}
     */
    async ask(worker, action, data) {
      try {
        return await worker.ask(action, data);
      } catch (problem) {
        if (/** @type {Problem} */ (problem).kind === NO_WORKER && worker === standby) drop();
        throw problem;
      }
    },
  };
}
