/** Offer a passphrase, or rate one. Each is a bundle of its own, loaded when it is first needed. */
import { createWorkerStarter } from "../worker-handle.js";
import { GENERATE, RATE } from "../protocol.js";

/** @import { Action, Actions, Answer, Rating, StartWorker } from "../types.d.ts" */

export function createPassphrases() {
  const words = createWorkerStarter("assets/words.js");
  const strength = createWorkerStarter("assets/strength.js");

  return {
    /** Return words, picked at random. */
    generate: () => askOnce(words, GENERATE),
    /**
     * Return `{ok, reason}`; `known` are words that the person who may guess knows.
     * @param {string} text
     * @param {string[]} [known]
     * @returns {Promise<Rating>}
     */
    rate: (text, known = []) => askOnce(strength, RATE, { text, known }),
  };
}

/**
 * @template {Action} A
 * @param {StartWorker} startWorker
 * @param {A} action
 * @param {Actions[A][0]} [data]
 * @returns {Answer<A>}
 */
async function askOnce(startWorker, action, data) {
  const worker = startWorker();
  try {
    return await worker.ask(action, data);
  } finally {
    worker.stop();
  }
}
