/** Offer a passphrase, or judge one. Each is a bundle of its own, loaded when it is first needed. */
import { createEngines } from "../engine.js";
import { GENERATE, JUDGE } from "../protocol.js";

export function createPassphrases() {
  const words = createEngines("assets/words.js");
  const strength = createEngines("assets/strength.js");

  return {
    /** Return five words, picked at random. */
    generate: () => askOnce(words, GENERATE),
    /** Return `{ok, reason}`; `known` are words that the person who may guess knows. */
    judge: (text, known = []) => askOnce(strength, JUDGE, { text, known }),
  };
}

async function askOnce(startEngine, action, data) {
  const engine = startEngine();
  try {
    return await engine.ask(action, data);
  } finally {
    engine.stop();
  }
}
