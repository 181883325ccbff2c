/** Keep data for the first time: make a key and a record, store both, and continue with them open. */
import { storedInTime } from "./in-time.js";
import { checkLine } from "./lines/line.js";
import { ADOPT, ALREADY_KEPT, CREATE, KEPT_LOCKED, KnownError, NOT_UNLOCKED } from "./protocol.js";
import { EVENT } from "./state.js";
import { addRecords } from "./stores/records.js";
import { KEPT } from "./tabs.js";

/** @import { Core, Data, InTurn, Problem, Tell } from "./types.d.ts" */

/**
 * Return `keep(passphrase, data, lines)`.
 * @param {Core} vault
 * @param {{tell: Tell, inTurn: InTurn}} tools
 */
export function createFirstKeeping(vault, { tell, inTurn }) {
  const { standby, state } = vault;

  /**
   * @param {string} passphrase
   * @param {Data} data
   * @param {string[]} [lines] that were in memory so far: their numbers begin at 1
   * @param {string} [start] what their chain begins with, where they come from a file
   */
  return async function keep(passphrase, data, lines = [], start = undefined) {
    const worker = standby.take();
    const asked = { passphrase, data, lines: lines.map(checkLine), start };
    const { records, recipient, files } = await standby.ask(worker, CREATE, asked);
    if (!standby.is(worker)) throw new KnownError(NOT_UNLOCKED);
    try {
      await storedInTime(inTurn(() => addRecords(records, files)));
    } catch (problem) {
      if (/** @type {Problem} */ (problem).kind === ALREADY_KEPT) state.on(EVENT.KEPT_BEFORE);
      throw problem;
    }
    tell(KEPT);
    try {
      await standby.ask(worker, ADOPT);
      vault.begin(EVENT.KEPT, worker, records, { data, recipient });
    } catch (problem) {
      if (!(problem instanceof KnownError)) throw problem;
      if (standby.is(worker)) standby.drop();
      state.on(EVENT.KEPT_LOCKED);
      throw new KnownError(KEPT_LOCKED); // it is stored, whatever happened to the worker
    }
  };
}
