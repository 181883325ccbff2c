// Compare a log with a code that was made of it at some time, and with an older copy. No DOM here.
import { differingGroups, readWitnessCode, witnessCode } from "../../model/witness-code.js";
import { CHANGED, OLDER, SHORTER, STRINGS, UNCLEAR, WHOLE } from "./sentences.js";

/** @import { Findings } from "./check.js" */
/** @import { ReadLog } from "./types.d.ts" */

/**
 * @param {ReadLog} log
 * @param {string} typed
 * @param {Findings} found
 */
export function checkCode({ heads }, typed, found) {
  const { count: said, groups, problems } = readWitnessCode(typed);
  const fits = (/** @type {string} */ head) => {
    const code = witnessCode(head, 0, "0000-00-00").groups;
    return differingGroups(groups, code).length === 0;
  };
  if (problems.length) found.say(UNCLEAR, STRINGS.unreadableCode);
  else if (said !== null && said >= heads.length) {
    const there = heads.length - 1;
    found.say(SHORTER, STRINGS.codeOfMore, { at: heads.length, count: said, there });
  } else {
    const count = said ?? heads.findIndex(fits);
    if (count < 0 || !fits(heads[count])) found.say(CHANGED, STRINGS.otherCode);
    else found.say(WHOLE, STRINGS.codeFits, { count });
  }
}

/**
 * @param {ReadLog} log
 * @param {ReadLog} older
 * @param {Findings} found
 */
export function compareCopies(log, older, found) {
  const own = [log.start, ...log.leaves];
  const others = [older.start, ...older.leaves];
  const at = own.findIndex((leaf, place) => place < others.length && leaf !== others[place]);
  if (at === 0) found.say(CHANGED, STRINGS.twoLogs);
  else if (at > 0) found.say(CHANGED, STRINGS.part, { at });
  else if (others.length > own.length)
    found.say(OLDER, STRINGS.olderPart, { count: own.length - 1, others: others.length - 1 });
  else found.say(WHOLE, STRINGS.begins, { count: others.length - 1 });
}
