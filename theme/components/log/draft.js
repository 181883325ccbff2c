// What is typed and not kept yet, as a small document of kind `log`: in memory, or inside what is kept. No DOM here.
import { isSet } from "../documents/model/values.js";
import { areSame, joinSets, joinTexts } from "../documents/model/three-way.js";
import { addedIn } from "./adding.js";

export const KIND = "log";
const FORMAT = 1;
const MOST = 8000; // characters of the field for quick writing

/** `small`: what stands in the small fields of other screens, by their names; `adding`: what of all this is being added. */
/** @typedef {{about?: string, fields?: Record<string, unknown>, rows?: object[]}} FormDraft */
/** @typedef {{text?: string, form?: FormDraft | null, small?: Record<string, string>, adding?: Added[]}} Draft */
/** Parts of a draft that a line of this salt has (`adding.js`). */
/** @typedef {{salt: string, text?: string, form?: FormDraft | null, small?: Record<string, string>}} Added */
/** `done`: the entries that nothing is to be added to, by id; `mapped`: what the columns of a form of file mean. */
/** @typedef {{done: string[], mapped?: Record<string, string>}} Settings */
/** @typedef {{format: number, draft: Draft | null, [name: string]: unknown} & Settings} LogData */

/** @returns {LogData} */
export const emptyData = () => ({ format: FORMAT, draft: null, done: [] });

/**
 * Make the data of what is in the field and in the form; what another version kept beside it stays.
 * @param {LogData} held
 * @param {Draft} typed
 * @param {string[]} done
 * @param {Record<string, string>} [mapped]
 * @returns {LogData}
 */
export function dataOf(held, { text = "", form = null, small = {}, adding = [] }, done, mapped = {}) {
  const filled = Object.fromEntries(Object.entries(small).filter(([, value]) => value));
  const isAny = text || form || Object.keys(filled).length > 0;
  const draft = { text, form, small: filled, ...(adding.length > 0 && { adding }) };
  const settings = { done, ...(Object.keys(mapped).length && { mapped }) };
  return { ...held, draft: isAny ? draft : null, ...settings };
}

/**
 * Open what was kept: `{data}`. What is not understood of it counts as not there.
 * @param {any} stored
 */
export function openData(stored) {
  const { format, draft, done, mapped, ...others } = isSet(stored) ? stored : {};
  if (format !== FORMAT) return { data: emptyData() };
  return {
    data: {
      ...others,
      format,
      draft: isSet(draft) ? draft : null,
      done: Array.isArray(done) ? done.filter((id) => typeof id === "string") : [],
      ...(isSet(mapped) && { mapped: textsOf(mapped) }),
    },
  };
}

/** @param {Record<string, unknown>} set */
const textsOf = (set) =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => typeof value === "string"));

/**
 * Join two tabs' data: all texts stay. Of two forms that were begun one stays, and the texts of the other go into the field.
 * @param {LogData} base
 * @param {LogData} mine
 * @param {LogData} theirs
 * @returns {LogData}
 */
export function joinData(base, mine, theirs) {
  const done = [...new Set([...theirs.done, ...mine.done])];
  const mapped = { ...theirs.mapped, ...mine.mapped };
  const settings = { done, ...(Object.keys(mapped).length && { mapped }) };
  if (areSame(base.draft, mine.draft)) return { ...theirs, ...settings };
  if (areSame(base.draft, theirs.draft)) return { ...theirs, draft: mine.draft, ...settings };
  const [was, is, other] = [base, mine, theirs].map(({ draft }) => draft ?? {});
  const most = { most: MOST };
  const { form, rest } = joinForms(was.form, is.form, other.form);
  const joined = joinTexts(was.text, is.text, other.text, most);
  const text = joinTexts("", joined, rest, { most: Infinity }); // longer than the field takes rather than lost
  const small = joinSets(was.small, is.small, other.small, (one, two, three) =>
    joinTexts(one, two, three, most),
  );
  return dataOf(theirs, { text, form, small, adding: joinAdding(was, is, other) }, done, mapped);
}

/**
 * What this tab no longer takes for being added is not.
 * @param {Draft} base
 * @param {Draft} mine
 * @param {Draft} theirs
 */
function joinAdding(base, mine, theirs) {
  const known = addedIn(base).map(({ salt }) => salt);
  return [...addedIn(mine), ...addedIn(theirs).filter(({ salt }) => !known.includes(salt))];
}

/**
 * Return the form that stays, and the texts of the one that does not, as far as it does not have them.
 * @param {FormDraft | null} [base]
 * @param {FormDraft | null} [mine]
 * @param {FormDraft | null} [theirs]
 */
function joinForms(base = null, mine = null, theirs = null) {
  if (areSame(base, mine) || (theirs && !mine))
    return { form: areSame(base, theirs) ? mine : theirs, rest: "" };
  if (!mine || !theirs || areSame(base, theirs)) return { form: mine, rest: "" };
  const own = new Set(textsIn(mine));
  const rest = textsIn(theirs).filter((text) => !own.has(text));
  return { form: mine, rest: rest.join("\n") };
}

/** @param {FormDraft} form */
const textsIn = ({ fields = {}, rows = [] }) =>
  [fields, ...rows]
    .flatMap((values) => Object.values(values))
    .filter((value) => typeof value === "string" && value.trim() !== "");

/**
 * What changed between two states of the page, as a function of the data, or null.
 * @param {LogData} before
 * @param {LogData} after
 */
export function editBetween(before, after) {
  if (areSame(before, after)) return null;
  return (/** @type {LogData} */ data) => joinData(before, after, data);
}
