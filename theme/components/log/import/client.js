// The worker that reads a file, as the page has it. It ends when the file is put away.
import { KnownError } from "../../common/known-error.js";
import { loadWorkerSource, openWorker } from "../../worker/open-worker.js";
import { FAILED, STOPPED } from "./protocol.js";

const READER = "assets/log-reading.js";

/** Return `{ask(action, data), stop()}`; the worker starts at once. */
export function createReader() {
  let isStopped = false;
  /** @type {ReturnType<typeof openWorker> | null} */
  let worker = null;
  const opening = loadWorkerSource(READER).then((source) => {
    if (isStopped) throw new KnownError(STOPPED);
    worker = openWorker(source, { toError: (kind) => new KnownError(kind), failed: FAILED });
    return worker;
  });
  opening.catch(() => {}); // who asks is told

  return {
    /**
     * @param {string} action
     * @param {unknown} [data]
     * @returns {Promise<any>}
     */
    ask: async (action, data) => (await opening).ask(action, data),
    stop() {
      isStopped = true;
      worker?.stop(STOPPED);
    },
  };
}
