// What is being added to the log is in the draft too, until it is known to be kept. The log can lock meanwhile, or the browser
// not answer: the draft then says which line has it, so that it is not kept twice. No DOM here.
import { isSet } from "../documents/model/values.js";
import { areSame } from "../documents/model/three-way.js";

/** @import { Added, Draft } from "./draft.js" */
/** `seen`: nothing is known of it any more, and the draft had these parts of it then. */
/** @typedef {Added & {seen?: unknown[]}} One */

export function createAdding() {
  /** @type {One[]} */
  let all = [];

  return {
    isAny: () => all.length > 0,
    /**
     * `takes`: the parts of the draft that go into the line with this salt.
     * @param {string} salt
     * @param {Omit<Added, "salt">} takes
     */
    begin(salt, takes) {
      const one = { salt, ...takes };
      all.push(one);
      return one;
    },
    /** @param {One} done */
    end: (done) => void (all = all.filter((one) => one !== done)),
    /**
     * It may be kept, and it may not. Once any of it is changed, nobody can tell that it is the same.
     * @param {One} one
     * @param {Draft} draft
     */
    wait: (one, draft) => void (one.seen = partsOf(one, draft)),
    /**
     * What a draft says, which the page shows from now on.
     * @param {Draft} draft
     */
    resume(draft) {
      all = addedIn(draft).map((one) => ({ ...one, seen: partsOf(one, draft) }));
    },
    /**
     * Return what goes into the draft as it is now.
     * @param {Draft} draft
     * @returns {Added[]}
     */
    of: (draft) =>
      all.filter((one) => !one.seen || areSame(one.seen, partsOf(one, draft))).map(({ seen, ...one }) => one),
    /**
     * Return whether the log has any of which nothing was known, and note no more of that. What is being added now takes its words
     * out of the draft itself.
     * @param {(salt: string) => boolean} isThere
     */
    cameLate(isThere) {
      const before = all.length;
      all = all.filter(({ seen, salt }) => !seen || !isThere(salt));
      return all.length < before;
    },
    clear: () => void (all = []),
  };
}

/**
 * Take out of a draft what is in the log by now. What was typed after it stays.
 * @param {Draft} draft
 * @param {(salt: string) => boolean} isThere
 * @returns {Draft} the same one where nothing of it is
 */
export function withoutAdded(draft, isThere) {
  const found = addedIn(draft).filter(({ salt }) => isThere(salt));
  if (!found.length) return draft;
  let { text = "", form = null } = draft;
  const small = { ...draft.small };
  for (const one of found) {
    text = withoutText(text, one.text);
    if (one.form && areSame(one.form, form)) form = null;
    for (const [name, value] of Object.entries(one.small ?? {}))
      if (small[name] === value) delete small[name];
  }
  return { text, form, small, adding: addedIn(draft).filter((one) => !found.includes(one)) };
}

/** @param {Draft} draft */
export const addedIn = ({ adding }) => (Array.isArray(adding) ? adding.filter(isSet) : []);

/**
 * At the start, or where two tabs' texts were joined.
 * @param {string} text
 * @param {string} [words]
 */
function withoutText(text, words) {
  if (!words) return text;
  if (text.startsWith(words)) return text.slice(words.length).replace(/^\n\n/, "");
  return `${text}\n\n`.replace(`\n\n${words}\n\n`, () => "\n\n").slice(0, -2);
}

/**
 * @param {Omit<Added, "salt">} one
 * @param {Draft} draft
 */
const partsOf = ({ text, form, small = {} }, draft) => [
  text && draft.text,
  form && draft.form,
  ...Object.keys(small).map((name) => draft.small?.[name]),
];
