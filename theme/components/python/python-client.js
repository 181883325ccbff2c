/** Start Python in a worker, ask it, and know its state. */
import {
  ABSENT,
  BLOCKED,
  CHANGED_FILE,
  FAILED,
  LOADING,
  NETWORK,
  NO_WASM,
  Problem,
  PYTHON,
  READY,
  START,
  START_ID,
  STOPPED,
  TIMEOUT,
} from "./messages.js";

const STALL_TIMEOUT = 30_000; // milliseconds without a byte
const START_TIMEOUT = 180_000; // milliseconds in all, for slow links

/**
 * Start Python at once. `base` is the address of the folder with all its files; `onState` hears
 * `(state, kind)` at each change. `ask` rejects with a `Problem`, whose `kind` says why.
 */
export function startPython({ base, onState }) {
  const folder = new URL(base, document.baseURI).href;
  let python;
  begin(false);

  function begin(fresh) {
    onState(LOADING);
    python = openWorker(folder, fresh, {
      onReady: () => onState(READY),
      onFailed(kind, wasReady) {
        // Files of two publications in one cache: fetch all of them anew, once.
        if (!fresh && !wasReady && (kind === CHANGED_FILE || kind === PYTHON)) begin(true);
        else onState(FAILED, kind);
      },
    });
  }

  return {
    ask: (action, data) => python.ask(action, data),
    stop() {
      python.stop();
      onState(ABSENT);
    },
    /** Try once more, past the browser's cache. */
    restart() {
      python.stop();
      begin(true);
    },
  };
}

/** Open a worker and watch over its start; `onFailed` is called at most once, and never after `stop()`. */
function openWorker(folder, fresh, { onReady, onFailed }) {
  const waiting = new Map();
  let nextId = START_ID;
  let ended = null;
  let ready = false;
  let stall;

  const shim = URL.createObjectURL(new Blob([shimFor(folder)], { type: "text/javascript" }));
  const worker = new Worker(shim);
  const deadline = setTimeout(() => fail(TIMEOUT), START_TIMEOUT);
  worker.addEventListener("message", ({ data }) => hear(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault(); // or the browser prints it
    fail(ready ? PYTHON : BLOCKED);
  });
  const started =
    typeof WebAssembly === "object"
      ? send(START, { base: folder, fresh })
      : Promise.reject(new Problem(NO_WASM));
  started.then(
    () => {
      ready = true;
      stopWatching();
      onReady();
    },
    ({ kind }) => fail(kind),
  );
  watchStall();

  function hear({ id, result, error }) {
    if (!ready) watchStall();
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Problem(error));
    else asked?.resolve(result);
  }

  function send(action, data) {
    if (ended) return Promise.reject(new Problem(ended));
    const id = nextId++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, action, data });
    });
  }

  function watchStall() {
    clearTimeout(stall);
    stall = setTimeout(() => fail(TIMEOUT), STALL_TIMEOUT);
  }

  function stopWatching() {
    clearTimeout(stall);
    clearTimeout(deadline);
    URL.revokeObjectURL(shim);
  }

  function end(kind) {
    ended = kind;
    stopWatching();
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Problem(kind));
    waiting.clear();
  }

  function fail(kind) {
    if (ended) return;
    end(kind);
    onFailed(kind, ready);
  }

  return {
    ask: (action, data) => started.then(() => send(action, data)),
    stop: () => ended ?? end(STOPPED),
  };
}

/** A worker from a `blob:` obeys the page's policy, also one in `<meta>`; one from a file does not. */
function shimFor(folder) {
  const script = JSON.stringify(new URL("worker.js", folder).href);
  return `try { importScripts(${script}) } catch { postMessage({ id: ${START_ID}, error: '${NETWORK}' }) }`;
}
