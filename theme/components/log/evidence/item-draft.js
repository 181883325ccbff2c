// What is typed for an item and not kept yet, among the small fields of the draft (`../draft.js`): texts by their names. No DOM here.
import { isSet } from "../../documents/model/values.js";

/** @import { FormDraft } from "../draft.js" */

const OWN = "item_";
const FIELD = "item_field_";
const AS_JSON = ["typedWhen", "rows"];

/**
 * Return what belongs to an item.
 * @param {Record<string, unknown>} small
 * @returns {Record<string, string>}
 */
export function itemPart(small) {
  return Object.fromEntries(
    Object.entries(small).flatMap(([name, value]) =>
      name.startsWith(OWN) && typeof value === "string" && value ? [[name, value]] : [],
    ),
  );
}

/**
 * Return the draft of an item's form as small fields.
 * @param {FormDraft & {typedWhen?: object} | null} draft
 * @returns {Record<string, string>}
 */
export function smallOf(draft) {
  if (!draft) return {};
  const { about, fields = {} } = draft;
  const named = Object.entries(fields).map(([id, value]) => [`${FIELD}${id}`, String(value)]);
  const others = AS_JSON.map((name) => [
    `${OWN}${name}`,
    JSON.stringify(draft[/** @type {"rows"} */ (name)] ?? ""),
  ]);
  return itemPart(Object.fromEntries([[`${OWN}about`, about || "new"], ...named, ...others]));
}

/**
 * Return the draft of an item's form, or null where nothing was typed. What two tabs wrote into each other is left out of it where
 * it can no longer be read.
 * @param {Record<string, string>} small
 */
export function draftOf(small) {
  const { item_about: about, ...others } = small;
  if (!about) return null;
  const fields = Object.entries(others).filter(([name]) => name.startsWith(FIELD));
  const { item_typedWhen = "", item_rows = "" } = others;
  const [typedWhen, rows] = [item_typedWhen, item_rows].map(parsed);
  return {
    about: about === "new" ? "" : about,
    fields: Object.fromEntries(fields.map(([name, value]) => [name.slice(FIELD.length), value])),
    ...(isSet(typedWhen) && { typedWhen }),
    ...(Array.isArray(rows) && { rows: rows.filter(isSet) }),
  };
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
