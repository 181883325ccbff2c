/** An engine without a key: loaded ahead, asked with a passphrase, and handed over once it holds a key. */
import { NO_WORKER } from "./protocol.js";

export function createSpare(startEngine) {
  let spare = null;

  function drop() {
    spare?.stop();
    spare = null;
  }

  return {
    take: () => (spare ??= startEngine()),
    drop,

    /** Tell whether it is still this one: nobody left or locked meanwhile. */
    is: (engine) => engine === spare,

    /** It belongs to a session from now on. */
    handOver: () => (spare = null),

    /** Ask it; one that does not work is not asked again. */
    async ask(engine, action, data) {
      try {
        return await engine.ask(action, data);
      } catch (problem) {
        if (problem.kind === NO_WORKER && engine === spare) drop();
        throw problem;
      }
    },
  };
}
