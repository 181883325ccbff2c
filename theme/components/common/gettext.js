// The sentences of this guide. English is in the source, and is the key with which a build for another language would
// find its own (contributing/decisions/0014-words.md). No DOM here.

/** The language of all sentences, for what browsers write themselves: numbers and lists. */
export const LANGUAGE = "en-GB";

/**
 * Where its lines begin: "ltr" or "rtl".
 * @type {string}
 */
export const DIRECTION = "ltr";

/**
 * Mark a sentence as one that readers meet. It takes no bytes: esbuild leaves a function out that changes nothing.
 * @param {string} sentence
 * @__NO_SIDE_EFFECTS__
 */
export function _(sentence) {
  return sentence;
}

/**
 * Return the sentence for this many; `{count}` in it is filled, and other gaps from `values`.
 * @param {string} one
 * @param {string} many
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 * @__NO_SIDE_EFFECTS__
 */
export function ngettext(one, many, count, values) {
  return fill(count === 1 ? one : many, { ...values, count });
}

/**
 * Fill each `{name}` in a sentence from `values`.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 * @returns {string}
 * @__NO_SIDE_EFFECTS__
 */
export function fill(sentence, values) {
  // In one go, and by a function: a value may hold what somebody wrote, also braces and dollar signs.
  return sentence.replace(/{(\w+)}/g, (_gap, name) => String(values[name]));
}
