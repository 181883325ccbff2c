// The entries of one section in the page, and the value of one field.
import { _, fill, ngettext } from "../../common/gettext.js";
import { MOST_ENTRIES } from "../model/limits.js";
import { writable } from "../model/values.js";
import { numbered } from "../model/text.js";

export const FULL_SECTION = ngettext(
  "A part holds at most {count} entry.",
  "A part holds at most {count} entries.",
  MOST_ENTRIES,
);

const lengthOfADay = "2026-12-24".length; // a date field also takes years of more than four digits

const patterns = new WeakMap();
const held = new WeakMap();

/** List a section's entries as elements. */
export function entriesOf(section) {
  return [...section.querySelectorAll(".entry")];
}

/** Give a section `count` entries, at least one; new ones are blank. */
export function setEntries(section, count) {
  const entries = entriesOf(section);
  rememberPattern(section, entries[0]);
  for (const entry of entries.slice(Math.max(count, 1))) entry.remove();
  for (let have = entries.length; have < count; have++)
    section.querySelector(".entries").append(blankEntry(section));
  nameEntries(section);
}

/** Append a blank entry and return it. */
export function addEntry(section) {
  const entry = blankEntry(section);
  section.querySelector(".entries").append(entry);
  nameEntries(section);
  return entry;
}

/** Number the entries' headings, so that fields of the same name can be told apart. */
export function nameEntries(section) {
  for (const [index, entry] of entriesOf(section).entries()) {
    const legend = entry.querySelector(":scope > legend");
    if (!legend) continue;
    legend.dataset.name ??= legend.textContent;
    legend.textContent = numbered(legend.dataset.name, index + 1);
    entry
      .querySelector("[data-plan-action=remove]")
      ?.setAttribute("aria-label", fill(_("Remove {entry}"), { entry: legend.textContent }));
  }
}

export function fieldsOf(entry) {
  return [...entry.querySelectorAll("[data-field]")];
}

/** Return a field's text, or the names of what is ticked. */
export function valueOf(field) {
  if (field.type === "date") return field.value.length === lengthOfADay ? field.value : "";
  if (field.localName !== "fieldset") return writable(field.value);
  return [...field.querySelectorAll("input:checked")].map((box) => box.value);
}

/** Put in a text or a list of names; without one, empty the field. */
export function setValue(field, value) {
  if (field.localName !== "fieldset") field.value = value ?? "";
  else for (const box of field.querySelectorAll("input")) box.checked = Boolean(value?.includes(box.value));
}

/** Hold with an entry what its fields cannot show, so that it stays with it or goes with it. */
export function hold(entry, rest) {
  held.set(entry, rest);
}

export function heldIn(entry) {
  return held.get(entry) ?? {};
}

/** Return whether an entry has anything in it, even a blank space or something that cannot be shown. */
export function isFilled(entry) {
  return fieldsOf(entry).some((field) => valueOf(field).length > 0) || Object.keys(heldIn(entry)).length > 0;
}

/** Send the event for a change that no field reports by itself. */
export function changed(section) {
  section.dispatchEvent(new CustomEvent("plan:entries", { bubbles: true }));
  section.querySelector(".entries").dispatchEvent(new Event("change", { bubbles: true }));
}

function blankEntry(section) {
  rememberPattern(section, entriesOf(section)[0]);
  return patterns.get(section).cloneNode(true);
}

// Every other entry is made like the first one of the page, and a copy would have its text too.
function rememberPattern(section, entry) {
  if (patterns.has(section)) return;
  const pattern = entry.cloneNode(true);
  for (const field of fieldsOf(pattern)) setValue(field);
  patterns.set(section, pattern);
}
