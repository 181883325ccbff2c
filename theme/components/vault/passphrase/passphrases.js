/** Offer a passphrase, or rate one. Each is a bundle of its own, loaded when it is first needed. */
import { createEngines } from "../engine.js";
import { GENERATE, JUDGE } from "../protocol.js";

/** @import { Action, Actions, Answer, Judged, StartEngine } from "../types.d.ts" */

export function createPassphrases() {
  const words = createEngines("assets/words.js");
  const strength = createEngines("assets/strength.js");

  return {
    /** Return five words, picked at random. */
    generate: () => askOnce(words, GENERATE),
    /**
     * Return `{ok, reason}`; `known` are words that the person who may guess knows.
     * @param {string} text
     * @param {string[]} [known]
     * @returns {Promise<Judged>}
     */
    judge: (text, known = []) => askOnce(strength, JUDGE, { text, known }),
  };
}

/**
 * @template {Action} A
 * @param {StartEngine} startEngine
 * @param {A} action
 * @param {Actions[A][0]} [data]
 * @returns {Answer<A>}
 */
async function askOnce(startEngine, action, data) {
  const engine = startEngine();
  try {
    return await engine.ask(action, data);
  } finally {
    engine.stop();
  }
}
