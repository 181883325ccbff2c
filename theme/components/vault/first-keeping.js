/** Keep data for the first time: make a key and a record, store both, and continue with them open. */
import { storedInTime } from "./in-time.js";
import { ADOPT, ALREADY_KEPT, CREATE, KEPT_LOCKED, KnownError, NOT_UNLOCKED } from "./protocol.js";
import { EVENT } from "./state.js";
import { addRecords } from "./stores/records.js";
import { KEPT } from "./tabs.js";

/** @import { Core, Data, InTurn, Problem, Tell } from "./types.d.ts" */

/**
 * Return `keep(passphrase, data)`.
 * @param {Core} vault
 * @param {{tell: Tell, inTurn: InTurn}} tools
 */
export function createFirstKeeping(vault, { tell, inTurn }) {
  const { spare, state } = vault;

  /**
   * @param {string} passphrase
   * @param {Data} data
   */
  return async function keep(passphrase, data) {
    const engine = spare.take();
    const { records, recipient } = await spare.ask(engine, CREATE, { passphrase, data });
    if (!spare.is(engine)) throw new KnownError(NOT_UNLOCKED);
    try {
      await storedInTime(inTurn(() => addRecords(records)));
    } catch (problem) {
      if (/** @type {Problem} */ (problem).kind === ALREADY_KEPT) state.on(EVENT.KEPT_BEFORE);
      throw problem;
    }
    tell(KEPT);
    try {
      await spare.ask(engine, ADOPT);
      vault.begin(EVENT.KEPT, engine, records, { data, recipient });
    } catch (problem) {
      if (!(problem instanceof KnownError)) throw problem;
      if (spare.is(engine)) spare.drop();
      state.on(EVENT.KEPT_LOCKED);
      throw new KnownError(KEPT_LOCKED); // it is stored, whatever happened to the engine
    }
  };
}
