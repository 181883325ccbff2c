// Values of a JSON file that anybody may have written.

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isSet = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Return a text or a number as text, and anything else as an empty one.
 * @param {unknown} value
 */
export const textOf = (value) =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/**
 * Return the sets in a list.
 * @param {unknown} list
 */
export const setsIn = (list) => (Array.isArray(list) ? list.filter(isSet) : []);

/**
 * Return what has no place in a row, by the file's own names.
 * @param {Record<string, unknown>} record
 * @param {string[]} keys
 */
export function rawOf(record, keys) {
  const found = keys.map((key) => [key, textOf(record[key])]).filter(([, value]) => value);
  return found.length ? { raw: /** @type {Record<string, string>} */ (Object.fromEntries(found)) } : {};
}
