/** The workers of the vault, each loaded when it is first needed. */
import { loadWorkerSource, openWorker } from "../worker/open-worker.js";
import { NO_WORKER, NOT_UNLOCKED, KnownError } from "./protocol.js";

/** @import { Action, Actions, Answer, WorkerHandle, StartWorker } from "./types.d.ts" */

/**
 * Return `start()`, which starts workers of the bundle of this name. Once loaded it needs no network any more.
 * @param {string} name
 * @returns {StartWorker}
 */
export function createWorkerStarter(name) {
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
    let hasAnswered = false; // before, it holds no key
    let isSecond = false;
    /** @type {() => void} */
    let tellStopped;
    const ended = new Promise((_, reject) => (tellStopped = () => reject(new KnownError(NOT_UNLOCKED))));
    let opening = open();
    ended.catch(() => {}); // reported to the caller

    function open() {
      const worker = load().then((text) => {
        if (stopped) throw new KnownError(NOT_UNLOCKED);
        opened = openWorker(text, { toError: (kind) => new KnownError(kind), failed: NO_WORKER });
        return opened;
      });
      worker.catch(() => {}); // reported to the caller
      return worker;
    }

    /** @type {WorkerHandle["ask"]} */
    async function ask(action, data) {
      const asked = opening;
      try {
        return await askOnce(action, data);
      } catch (problem) {
        if (!(problem instanceof KnownError) || problem.kind !== NO_WORKER) throw problem;
        // A busy WebKit fails to start a worker now and then, and starts the next one.
        if (asked === opening && !startAgain()) throw problem;
        return askOnce(action, data);
      }
    }

    /** @type {WorkerHandle["ask"]} */
    async function askOnce(action, data) {
      // A call made before it is loaded must not hold on to the data once it is stopped.
      const worker = opened ?? (await Promise.race([opening, ended]));
      try {
        const answer = await worker.ask(action, data);
        hasAnswered = true;
        return answer;
      } catch (problem) {
        hasAnswered ||= !(problem instanceof KnownError) || problem.kind !== NO_WORKER;
        throw problem;
      }
    }

    /** Put another worker in the place of one that never answered; return whether there is one now. */
    function startAgain() {
      if (!opened || stopped || hasAnswered || isSecond) return false;
      isSecond = true;
      opened.stop(NO_WORKER);
      opened = null;
      opening = open();
      return true;
    }

    return {
      ask,
      /** End it at once, with the key it holds. */
      stop() {
        stopped = true;
        tellStopped();
        opened?.stop(NOT_UNLOCKED);
      },
    };
  };
}
