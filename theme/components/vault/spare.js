/** An engine without a key: loaded early, called with a passphrase, and passed on once it holds a key. */
import { NO_WORKER } from "./protocol.js";

/** @import { Action, Actions, Answer, Engine, Problem, StartEngine } from "./types.d.ts" */

/** @param {StartEngine} startEngine */
export function createSpare(startEngine) {
  /** @type {Engine | null} */
  let spare = null;

  function drop() {
    spare?.stop();
    spare = null;
  }

  return {
    take: () => (spare ??= startEngine()),
    drop,

    /**
     * Return whether it is still this one: nobody left or locked in the meantime.
     * @param {Engine} engine
     */
    is: (engine) => engine === spare,

    /** It belongs to a session from now on. */
    handOver: () => (spare = null),

    /**
     * Ask it; one that does not work is not asked again.
     * @template {Action} A
     * @param {Engine} engine
     * @param {A} action
     * @param {Actions[A][0]} [data]
     * @returns {Answer<A>}
     */
    async ask(engine, action, data) {
      try {
        return await engine.ask(action, data);
      } catch (problem) {
        if (/** @type {Problem} */ (problem).kind === NO_WORKER && engine === spare) drop();
        throw problem;
      }
    },
  };
}
