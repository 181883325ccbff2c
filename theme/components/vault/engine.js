/** The workers of the vault, each loaded when it is first needed. */
import { loadWorkerSource, openWorker } from "../worker/open-worker.js";
import { NO_WORKER, NOT_UNLOCKED, Problem } from "./messages.js";

/** Return `start()`, which starts workers of the bundle of this name. Once loaded it needs no network any more. */
export function createEngines(name) {
  let source;

  function load() {
    source ??= loadWorkerSource(name).catch(() => {
      source = undefined; // a later try may have a network
      throw new Problem(NO_WORKER);
    });
    return source;
  }

  return function start() {
    let opened = null;
    let stopped = false;
    const worker = load().then((text) => {
      if (stopped) throw new Problem(NOT_UNLOCKED);
      opened = openWorker(text, { toError: (kind) => new Problem(kind), failed: NO_WORKER });
      return opened;
    });
    worker.catch(() => {}); // told to whoever asks

    return {
      ask: async (action, data) => (await worker).ask(action, data),
      /** End it at once, with the key it holds. */
      stop() {
        stopped = true;
        opened?.stop(NOT_UNLOCKED);
      },
    };
  };
}
