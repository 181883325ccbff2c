// The value of a field as text. No DOM here.
import { _, fill } from "../../common/gettext.js";
import { valueIn } from "../../documents/model/sets.js";
import { readKeptFile } from "./kept-files.js";
import { shownText } from "./typed-text.js";

/** @import { LogField, LogValue } from "./types.d.ts" */

/**
 * Return a value as people read it; what is ticked stands on lines of its own.
 * @param {LogValue | undefined} value
 * @param {Pick<LogField, "options"> & Partial<LogField>} field
 */
export function shownValue(value, { options, takes }) {
  if (value === undefined) return "";
  if (takes === "files" && Array.isArray(value)) return value.map(fileText).join("\n");
  const names = (Array.isArray(value) ? value : [value]).map(textOf);
  return names.map((name) => valueIn(options, name) ?? shownText(name)).join("\n");
}

/** @param {unknown} text of a file */
function fileText(text) {
  const file = readKeptFile(textOf(text));
  if (!file) return shownText(textOf(text));
  const { name, bytes, sha256 } = file;
  return fill(_("{name}, {bytes} bytes, SHA-256 {sha256}"), { name, bytes, sha256 });
}

/**
 * Return a value as one text. Another version can have written sets, also such that `String` fails.
 * @param {unknown} value
 */
export const textOf = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));
