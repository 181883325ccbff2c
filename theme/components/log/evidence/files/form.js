// The elements of the part for files. All of it is made here.
import { _, fill } from "../../../common/gettext.js";
import { buttonOf, labelled, progressBar } from "../../import/form.js";
import { make, ownWords } from "../../list.js";
import * as WORDS from "./strings.js";
import { dateWords, deviceSays, sizeWords } from "./words.js";

/** Make the form with which files are chosen and added. */
export function createFilesForm() {
  const input = freshInput();
  const room = make("p", "log-note");
  const chosen = make("ul", "log-files-chosen");
  const add = buttonOf(_("Add to this item"), "evidenceAdd", true);
  const progress = progressBar();
  const cancel = buttonOf(_("Stop adding"), "evidenceCancel");
  cancel.hidden = true;
  const tools = make("p", "log-tools");
  tools.append(add, " ", cancel);
  const element = make("div", "log-files-form");
  const hint = make("details");
  hint.append(make("summary", "", WORDS.ON_A_PHONE), make("p", "", WORDS.CHOOSING));
  element.append(make("p", "", WORDS.INTRO), make("p", "", WORDS.FOR_GOOD), hint);
  element.append(labelled(_("Choose files"), input), room, chosen, tools, progress, make("p", "said"));
  return { element, input, room, chosen, add, progress, cancel, hint };
}

export function freshInput() {
  const input = make("input");
  input.type = "file"; // no `accept`: some phones hand over a changed copy then
  input.multiple = true;
  input.autocomplete = "off"; // else a browser may note the name of the file
  input.dataset.evidenceFile = "";
  return input;
}

/** Say where files can be added. */
export function createWayToKeeping() {
  const link = make("a", "", WORDS.TO_KEEPING);
  link.href = "#log-keep";
  link.dataset.toScreen = "keep";
  const way = make("p", "log-files-way");
  way.append(link);
  return [make("p", "", WORDS.NEEDS_KEEPING), way];
}

/** Make what is shown after a copy was saved; `exports/saving.js` fills it. */
export function createSavedPart() {
  const again = make("input");
  again.type = "file";
  again.autocomplete = "off";
  const saved = make("div", "log-saved");
  saved.hidden = true;
  saved.append(labelled(_("Open it again, to check that it is there"), again));
  saved.append(make("ul"), make("p", "said"));
  return saved;
}

/** @param {File} file */
export function chosenItem(file) {
  const { name, dated } = deviceSays(file);
  const item = ownWords(name, "li", "");
  const said = { size: sizeWords(file.size), day: dateWords(dated) };
  item.append(make("small", "", fill(_("{size}. The device’s date of the file: {day}"), said)));
  return item;
}

/** @param {number | null} bytes */
export const roomWords = (bytes) =>
  bytes === null
    ? _("This browser does not say how much room it has.")
    : fill(_("This browser has room for about {size}."), { size: sizeWords(bytes) });
