// What is typed and not kept yet, as a small document of kind `log`: in memory, or inside what is kept. No DOM here.
import { isSet } from "../documents/model/values.js";
import { areSame, joinTexts } from "../documents/model/three-way.js";

export const KIND = "log";
const FORMAT = 1;
const MOST = 8000; // characters of the field for quick writing

/** @typedef {{text?: string, form?: object | null}} Draft */
/** `done`: the entries that nothing is to be added to, by id. */
/** @typedef {{format: number, draft: Draft | null, done: string[], [name: string]: unknown}} LogData */

/** @returns {LogData} */
export const emptyData = () => ({ format: FORMAT, draft: null, done: [] });

/**
 * Make the data of what is in the field and in the form; what another version kept beside it stays.
 * @param {LogData} held
 * @param {Draft} typed
 * @param {string[]} done
 * @returns {LogData}
 */
export function dataOf(held, { text = "", form = null }, done) {
  return { ...held, draft: text || form ? { text, form } : null, done };
}

/**
 * Open what was kept: `{data}`. What is not understood of it counts as not there.
 * @param {any} stored
 */
export function openData(stored) {
  const { format, draft, done } = isSet(stored) ? stored : {};
  if (format !== FORMAT) return { data: emptyData() };
  return {
    data: {
      ...stored,
      draft: isSet(draft) ? draft : null,
      done: Array.isArray(done) ? done.filter((id) => typeof id === "string") : [],
    },
  };
}

/**
 * Join two tabs' data: both texts stay, and a form that was begun is not lost to an empty one.
 * @param {LogData} base
 * @param {LogData} mine
 * @param {LogData} theirs
 * @returns {LogData}
 */
export function joinData(base, mine, theirs) {
  const done = [...new Set([...theirs.done, ...mine.done])];
  if (areSame(base.draft, mine.draft)) return { ...theirs, done };
  if (areSame(base.draft, theirs.draft)) return { ...theirs, draft: mine.draft, done };
  const [was, is, other] = [base, mine, theirs].map(({ draft }) => draft ?? {});
  const text = joinTexts(was.text, is.text, other.text, { most: MOST });
  return dataOf(theirs, { text, form: is.form ?? other.form }, done);
}

/**
 * What changed between two states of the page, as a function of the data, or null.
 * @param {LogData} before
 * @param {LogData} after
 */
export function editBetween(before, after) {
  if (areSame(before, after)) return null;
  return (/** @type {LogData} */ data) => joinData(before, after, data);
}
