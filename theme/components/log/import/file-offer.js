// The offer to keep the file itself as well, as an item of the list of evidence. Ticked where the log is kept, and there is room.
import { _, fill } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
import { sizeWords } from "../evidence/files/words.js";
import { make } from "../list.js";
import { ALL_OF_FILE, FILE_LATER, KEEP_FILE } from "./strings.js";

/**
 * Return what stands above the button, and whether the file is to be kept.
 * @param {File | null} file null where text was pasted
 * @param {any} lines of the log
 */
export async function createFileOffer(file, lines) {
  if (!file) return { element: make("div"), isWanted: () => false };
  const element = make("p");
  if (!lines.isKept()) {
    element.append(make("small", "", FILE_LATER));
    return { element, isWanted: () => false };
  }
  const room = await roomOf(lines.given().keeper.attachments);
  const box = make("input");
  const isRoom = room === null || room >= file.size;
  Object.assign(box, { type: "checkbox", autocomplete: "off", checked: isRoom, disabled: !isRoom });
  box.dataset.importKeepFile = "";
  const label = make("label");
  label.append(box, ` ${KEEP_FILE}`);
  element.append(label, make("small", "", `${ALL_OF_FILE} ${roomWords(file.size, room)}`));
  return { element, isWanted: () => box.checked };
}

/** @param {number | null} room */
function roomWords(bytes, room) {
  const size = sizeWords(bytes);
  if (room === null) return fill(_("The file is {size}."), { size });
  return fill(_("The file is {size}. This browser has room for about {room}."), {
    size,
    room: sizeWords(room),
  });
}

/** @returns {Promise<number | null>} */
async function roomOf(attachments) {
  try {
    return await attachments.room();
  } catch (error) {
    kindOf(error); // what keeps the file tells it
    return null;
  }
}
