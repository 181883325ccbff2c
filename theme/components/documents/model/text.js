// What a document says, in order, as plain text. No DOM here.
//
// It is a list of sections and groups of steps, in the order in which they are read.
// A section is `{id, title, entries}`, an entry `{title, lines}`, a line `{label, text}`.
// A group of steps is `{id, title, steps}`, a step `{action, caution, first, done, nextTo, note}`; `first`: read the caution
// first; `nextTo`: lines, where there are any.
import { _, fill } from "../../common/gettext.js";
import { valueIn } from "./sets.js";

/** @import { Entry, Field, Section, TextEntry, TextGroup, TextLine, TextSection, TextStep, Value } from "./types.d.ts" */
/** @import { TextPart } from "./types.d.ts" */

const TAKE_CARE = _("Take care.");
// Below another step, a caution above its own step would look as if it belonged to the step before.
const READ_FIRST = _("Before the next step, take care.");

/**
 * Write what a document says as plain text.
 * @param {string} title
 * @param {TextPart[]} parts
 */
export function documentText(title, parts) {
  const blocks = [title, ...parts.map((part) => ("steps" in part ? groupText(part) : sectionText(part)))];
  return `${blocks.filter(Boolean).join("\n\n\n")}\n`;
}

/** @param {TextSection} section */
function sectionText({ title, entries }) {
  return [title, ...entries.map(entryText)].filter(Boolean).join("\n\n");
}

/** @param {TextEntry} entry */
function entryText({ title, lines }) {
  return [title, ...lines.map(lineText)].filter(Boolean).join("\n");
}

/** @param {TextLine} line */
function lineText({ label, text }) {
  return label ? labelled(label, text) : text;
}

/** @param {TextGroup} group */
function groupText({ title, steps }) {
  return [title, ...steps.map(stepText)].join("\n\n");
}

/** @param {TextStep} step */
function stepText({ action, caution, first, done, nextTo = [], note }) {
  const step = `[${done ? "x" : " "}] ${action}`;
  const lines = first ? [readFirst(caution), step] : [step, caution];
  return [...lines, ...nextTo.map(lineText), note && labelled(_("Note"), note)].filter(Boolean).join("\n");
}

/**
 * Make a caution that is above its step say that it belongs to what follows.
 * @param {string} caution
 */
export function readFirst(caution) {
  return caution.replace(TAKE_CARE, READ_FIRST);
}

/**
 * Put a text of several lines below its label.
 * @param {string} label
 * @param {string} text
 */
function labelled(label, text) {
  const start = label.endsWith("…") ? label : fill(_("{label}:"), { label });
  if (!text) return start;
  return text.includes("\n")
    ? `${start}\n${text.replace(/^\n/, "").replace(/^/gm, "  ")}`
    : `${start} ${text}`;
}

/**
 * Return the name of an entry of several.
 * @param {string} entry
 * @param {number} number
 */
export function numbered(entry, number) {
  return fill(_("{entry} {number}"), { entry, number });
}

/**
 * Return what turns an entry of a section of this shape, and its number from 0 on, into lines.
 * @param {Pick<Section, "many" | "entry" | "fields">} part
 * @returns {(entry: Entry, index: number) => TextEntry}
 */
export function entryOf(part) {
  return (entry, index) => ({
    title: part.many ? numbered(part.entry, index + 1) : "",
    lines: Object.entries(part.fields)
      .map(([name, field]) => ({ label: field.label, text: textOf(valueIn(entry, name) ?? "", field) }))
      .filter(({ text }) => text),
  });
}

/**
 * Make an entry to write on.
 * @param {Section} part
 * @param {number} index
 * @returns {TextEntry}
 */
export function blankEntry(part, index) {
  const lines = Object.values(part.fields).map(({ label, options }) => ({
    label,
    text: textOf(Object.keys(options), { options }, "☐"),
  }));
  return { title: part.many ? numbered(part.entry, index + 1) : "", lines };
}

/**
 * @param {Value} value
 * @param {Pick<Field, "options">} field
 * @param {string} [mark]
 */
function textOf(value, { options }, mark = "–") {
  if (typeof value === "string") return value;
  return value
    .filter((name) => Object.hasOwn(options, name))
    .map((name) => `\n${mark} ${options[name]}`)
    .join("");
}
