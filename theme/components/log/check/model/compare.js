// Compare a log with a code that was made of it at some time, and with an older copy. No DOM here.
import { differingGroups, readWitnessCode, witnessCode } from "../../model/witness-code.js";
import { CHANGED, OLDER, SHORTER, STRINGS, UNCLEAR, WHOLE } from "./sentences.js";

/** @import { Findings } from "./check.js" */
/** @import { ReadLog } from "./types.d.ts" */

const CODE = /(?:[0-9A-Z][^0-9A-Z]*){28}$/;
const NUMBER = /(?:^|[^0-9A-Z])([0-9]{1,3}(?:[., ][0-9]{3})+|[0-9]{1,7})(?![0-9A-Z])/;

/**
 * @param {ReadLog} log
 * @param {string} typed
 * @param {Findings} found
 */
export function checkCode({ heads }, typed, found) {
  const { said, groups, problems } = readTyped(typed);
  const fits = (/** @type {string | undefined} */ head) =>
    head !== undefined && differingGroups(groups, witnessCode(head, 0, "0000-00-00").groups).length === 0;
  if (problems.length) {
    found.say(UNCLEAR, STRINGS.unreadableCode);
    return;
  }
  const there = heads.length - 1;
  const count = said !== null && fits(heads[said]) ? said : heads.findIndex(fits);
  if (count >= 0 && said !== null && said !== count) found.say(WHOLE, STRINGS.otherLine, { count, said });
  else if (count >= 0) found.say(WHOLE, STRINGS.codeFits, { count });
  else if (said !== null && said > there)
    found.say(SHORTER, STRINGS.codeOfMore, { at: there + 1, count: said, there });
  else found.say(CHANGED, STRINGS.otherCode);
}

/**
 * Read a code as people copy it from paper, with any words around its number and its day: the last 28 letters are the code.
 * @param {string} typed
 */
function readTyped(typed) {
  const text = typed.normalize("NFKC").toUpperCase();
  const code = CODE.exec(text);
  const letters = code ? code[0].replace(/[^0-9A-Z]/g, "") : "";
  const number = NUMBER.exec(text.slice(0, code?.index ?? 0));
  const said = number ? Number(number[1].replace(/[., ]/g, "")) : null;
  return { said, ...readWitnessCode((letters.match(/.{4}/g) ?? []).join("-")) };
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
