/** Start Python in a worker, ask it, and know its state. */
import { kindOf } from "../common/known-error.js";
import { isCarried } from "../common/files.js";
import { openWorker } from "../worker/open-worker.js";
import { readCarried } from "./carried-source.js";
import {
  ABSENT,
  BLOCKED,
  CANNOT_ANSWER,
  CANNOT_START,
  CHANGED_FILE,
  FAILED,
  LOADING,
  NETWORK,
  NOT_LARGER,
  NO_WASM,
  KnownError,
  PYTHON,
  READY,
  SLIM,
  START,
  START_ID,
  STOPPED,
  TIMEOUT,
} from "./protocol.js";

const STALL_TIMEOUT = 30_000; // milliseconds without a byte
const START_TIMEOUT = 180_000; // milliseconds in all, for slow links
const MOST_FAULTS = 2; // one after the other, without an answer in between

/**
 * Start Python at once. `base` is the address of the folder with all its files; `onState` gets
 * `(state, detail)` at each change: with `ready` the core that answers, with `failed` the kind of problem. `ask`
 * rejects with a `KnownError`, whose `kind` says why.
 *
 * After an error that is not the checklist's own, nobody knows what state Python is in. Its worker is ended at once.
 * Of the slim core, the state is then `failed`, and nothing is loaded before `startLarger()`: what is downloaded can be
 * seen by others. Of the published core, the next request starts another worker, which is also asked what the first
 * left open. After two such errors in a row, the state is `failed`.
 */
export function startPython({ base, onState }) {
  const folder = new URL(base, document.baseURI).href;
  let faults = 0;
  let isEnded = false; // by an error, and nothing was asked since
  let isLarger = false; // the reader asked for the published core
  let largerSize = 0; // bytes on the way
  let core;
  let python;
  begin(false);

  function begin(fresh) {
    isEnded = false;
    core = null;
    onState(LOADING);
    python = openPython(
      folder,
      { fresh, isLarger },
      {
        onCore(used, larger) {
          core = used;
          largerSize = larger;
        },
        onReady: () => onState(READY, core),
        onFailed(kind, wasReady) {
          const isOfSlim = core === SLIM && kind === PYTHON;
          if (isOfSlim && wasReady) onState(FAILED, CANNOT_ANSWER);
          else if (wasReady && ++faults < MOST_FAULTS) isEnded = true;
          // Files of two publications in one cache: fetch all of them again, once.
          else if (!fresh && !wasReady && (kind === CHANGED_FILE || kind === PYTHON)) begin(true);
          else if (isOfSlim) onState(FAILED, CANNOT_START);
          else onState(FAILED, isLarger && !wasReady ? NOT_LARGER : kind);
        },
      },
    );
  }

  async function ask(action, data) {
    if (isEnded) begin(false);
    const asked = python;
    try {
      const result = await asked.ask(action, data);
      faults = 0;
      return result;
    } catch (error) {
      if (asked === python && !isEnded) throw error;
      return ask(action, data);
    }
  }

  return {
    ask,
    stop() {
      isEnded = false;
      python.stop();
      onState(ABSENT);
    },
    /** Try once more, past the browser's cache. */
    restart() {
      python.stop();
      begin(true);
    },
    /** Go on with the published core, as the reader asked. */
    startLarger() {
      isLarger = true;
      faults = 0;
      python.stop();
      begin(false);
    },
    /** Return how many bytes that is on the way, where the state says that it can be asked for. */
    largerSize: () => largerSize,
  };
}

/** Open a worker and watch over its start; `onFailed` is called at most once, and never after `stop()`. */
function openPython(folder, { fresh, isLarger }, { onCore, onReady, onFailed }) {
  let ended = false;
  let ready = false;
  let isSlim = false;
  let stall;
  /** @type {ReturnType<typeof openWorker>} */
  let worker;
  const deadline = setTimeout(() => fail(TIMEOUT), START_TIMEOUT);
  const started = start();
  started.then(
    () => {
      ready = true;
      stopWatching();
      onReady();
    },
    (error) => fail(kindOf(error)),
  );
  watchStall();

  async function start() {
    if (typeof WebAssembly !== "object") throw new KnownError(NO_WASM);
    const { source, files } = isCarried ? await readCarried() : { source: shimFor(folder) };
    if (ended) throw new KnownError(STOPPED);
    worker = openWorker(source, {
      failed: BLOCKED,
      toError: (kind) => new KnownError(kind),
      onError: () => fail(ready || isSlim ? PYTHON : BLOCKED),
      onMessage({ core, larger }) {
        if (core) {
          isSlim = core === SLIM;
          onCore(core, larger);
        }
        if (!ready) watchStall();
      },
    });
    return worker.ask(START, { base: folder, fresh, isLarger, files });
  }

  function watchStall() {
    clearTimeout(stall);
    stall = setTimeout(() => fail(TIMEOUT), STALL_TIMEOUT);
  }

  function stopWatching() {
    clearTimeout(stall);
    clearTimeout(deadline);
  }

  function end(kind) {
    ended = true;
    stopWatching();
    worker?.stop(kind);
  }

  function fail(kind) {
    if (ended) return;
    end(kind);
    onFailed(kind, ready);
  }

  return {
    async ask(action, data) {
      await started;
      return worker.ask(action, data).catch((error) => {
        if (error.kind === PYTHON) fail(PYTHON);
        throw error;
      });
    },
    stop: () => ended || end(STOPPED),
  };
}

/** Let the worker run scripts of this folder and no others, where its policy, the page's own, asks for that. */
function trustOnly(folder) {
  const own = `createScriptURL: (url) => (url.startsWith(${JSON.stringify(folder)}) ? url : null)`;
  return `self.trustedTypes?.createPolicy("default", { ${own} })`;
}

/** Write the source of a worker that only loads its bundle, from where the policy of the page allows. */
function shimFor(folder) {
  const script = JSON.stringify(new URL("worker.js", folder).href);
  return `${trustOnly(folder)}; try { importScripts(${script}) } catch { postMessage({ id: ${START_ID}, error: '${NETWORK}' }) }`;
}
