// What is in the form and not kept: a new entry, or a correction of one.
import { _, fill } from "../common/gettext.js";

const GO_ON = _("Go on with what you began");

const correctWords = ({ number }) => fill(_("Correct entry {number}, or add to it"), { number });

/**
 * `heading` is that of the form's screen, `correcting` what it says of corrections alone; `door` leads there. `fresh()` returns what a
 * new one begins with, and `wordsFor(entry)` is the heading of a correction.
 */
export function createBegun(parts) {
  const { heading, correcting, door, log, form, fresh = () => undefined, wordsFor = correctWords } = parts;
  const usual = heading.textContent;
  let isOpen = false; // there is something in the form that is not kept
  let about = ""; // the entry that is corrected
  let isAwaited = false; // it is not there yet: the log is still opening
  let round = 0;

  return {
    isBegun,
    draft: () => (isBegun() ? { about, ...form.typed() } : null),
    /** Another number where something else is in the form. */
    round: () => round,
    beginNew,
    beginCorrection,
    resume,
    onEntries,
    showDoor,
    end,
    /** The entry that is corrected; null while it is not there, undefined where there is none. */
    entry: () => (about ? log.get(about) : undefined),
  };

  /** Go on with what was begun, if anything was. */
  function beginNew() {
    if (isBegun() || (isOpen && !about)) return;
    end();
    isOpen = true;
    const given = fresh();
    if (given) form.write(given);
  }

  /** Return whether that is what is in the form now: what else was begun is not thrown away. */
  function beginCorrection(entry) {
    if (isBegun()) return about === entry.id;
    end();
    about = entry.id;
    isOpen = true;
    name(entry);
    form.write(withApart(entry));
    return true;
  }

  /** Show a draft again, after the log was locked. */
  function resume(draft) {
    end();
    if (!draft) return;
    const { about: id = "", ...typed } = draft;
    isOpen = true;
    about = id;
    show(typed);
    showDoor();
  }

  function show(typed) {
    const entry = about ? log.get(about) : fresh();
    isAwaited = entry === null;
    if (entry && about) name(entry);
    form.resume(typed, entry && withApart(entry));
  }

  /** There are more entries: the one that is corrected may be among them. */
  function onEntries() {
    if (isAwaited && log.get(about)) show(form.typed());
  }

  function isBegun() {
    return isOpen && form.isChanged();
  }

  function showDoor() {
    nameDoor(door, isBegun());
  }

  function name(entry) {
    heading.textContent = wordsFor(entry);
    correcting.hidden = false;
  }

  function end() {
    round += 1;
    isOpen = false;
    isAwaited = false;
    about = "";
    heading.textContent = usual;
    correcting.hidden = true;
    form.clear();
    showDoor();
  }
}

function nameDoor(door, isBegun) {
  const words = door.querySelector("strong");
  door.dataset.name ??= words.textContent;
  words.textContent = isBegun ? GO_ON : door.dataset.name;
}

const withApart = (entry) => ({ ...entry, fields: { ...entry.fields, ...entry.apart?.line.fields } });
