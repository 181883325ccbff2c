// The value of a field as text. No DOM here.
import { valueIn } from "../../documents/model/sets.js";
import { shownText } from "./typed-text.js";

/** @import { LogField, LogValue } from "./types.d.ts" */

/**
 * Return a value as people read it; what is ticked stands on lines of its own.
 * @param {LogValue | undefined} value
 * @param {Pick<LogField, "options">} field
 */
export function shownValue(value, { options }) {
  if (value === undefined) return "";
  const names = (Array.isArray(value) ? value : [value]).map(textOf);
  return names.map((name) => valueIn(options, name) ?? shownText(name)).join("\n");
}

/**
 * Return a value as one text. Another version can have written sets, also such that `String` fails.
 * @param {unknown} value
 */
export const textOf = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));
