/** Start a worker that obeys the page's policy, ask it, and know why it ended. */
import { runScript } from "../common/files.js";
import { faultNamed, kindOf } from "../common/known-error.js";

/**
 * Load a bundle that was built for workers, and return its source.
 *
 * Such a bundle runs nothing in the page: it passes its own source to the script element that loads it
 * (README.md says how it is built). A script element also works from `file://`, where a worker can fetch nothing.
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function loadWorkerSource(name) {
  const script = /** @type {HTMLScriptElement & {workerSource?: string}} */ (await runScript(name));
  script.remove();
  return script.workerSource ?? Promise.reject(new Error(`${name}: not a worker's bundle`));
}

/**
 * Start a worker from its source. A worker from a `blob:` obeys the page's policy, also one in `<meta>`;
 * one from a file does not.
 *
 * It answers each `{id, action, data}` with `{id, result}` or `{id, error: kind}`; `toError(kind)` makes the
 * errors that `ask` rejects with, and `failed` is the kind when the worker cannot run at all. A fault of ours in the worker
 * has a `fault`, its name (`respond.js`): `ask` rejects with that where it has no kind, and else developers see it here. Who
 * must know of more gives `onError`, in place of ending with `failed`, and `onMessage(data)`, after each message.
 * @param {string} source
 * @param {{toError: (kind: string) => Error, failed: string, onError?: () => void, onMessage?: (data: any) => void}} how
 */
export function openWorker(source, { toError, failed, onError, onMessage }) {
  /** @type {Map<number, {resolve: (result: unknown) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let nextId = 0;
  /** @type {string | null} */
  let ended = null;

  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(address);
  worker.addEventListener("message", ({ data }) => {
    const { id, result, error, fault } = data;
    URL.revokeObjectURL(address);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) {
      if (fault) kindOf(faultNamed(fault));
      asked?.reject(toError(error));
    } else if (fault) asked?.reject(faultNamed(fault));
    else asked?.resolve(result);
    onMessage?.(data);
  });
  for (const broken of ["error", "messageerror"])
    worker.addEventListener(broken, (event) => {
      event.preventDefault(); // or the browser prints it
      if (onError) onError();
      else stop(failed); // a default value of the parameter would call the browser's own `stop`
    });

  /**
   * End the worker and all it knows; whatever was asked fails with this kind.
   * @param {string} kind
   */
  function stop(kind) {
    if (ended) return;
    ended = kind;
    URL.revokeObjectURL(address);
    worker.terminate();
    for (const { reject } of waiting.values()) reject(toError(kind));
    waiting.clear();
  }

  /**
   * @param {string} action
   * @param {unknown} data
   * @returns {Promise<unknown>}
   */
  function ask(action, data) {
    if (ended) return Promise.reject(toError(ended));
    const id = nextId++;
    return new Promise((resolve, reject) => {
      worker.postMessage({ id, action, data });
      waiting.set(id, { resolve, reject });
    });
  }

  return { ask, stop };
}
