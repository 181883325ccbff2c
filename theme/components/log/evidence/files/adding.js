// Adding files to an item, one after the other. A file counts only when it was stored, read back, and its line was written.
import { _, fill, ngettext } from "../../../common/gettext.js";
import { kindOf } from "../../../common/known-error.js";
import { SENTENCES_OF_ADDING } from "../../../vault/attachments/strings.js";
import { ATTACHMENT_GONE, DAMAGED, UNREADABLE_FILE } from "../../../vault/protocol.js";
import { hashOf } from "../../exports/saving.js";
import * as WORDS from "./strings.js";
import { deviceSays, sizeWords } from "./words.js";

/** @import { KeptFile } from "../../model/types.d.ts" */

const NOT_READ = new Set(["NotFoundError", "NotReadableError", "SecurityError"]);

/**
 * Return the one of these files that is the same, byte for byte, or null. Only a file as large as one of them is read.
 * @param {File} file
 * @param {KeptFile[]} others
 */
export async function sameAs(file, others) {
  const candidates = others.filter(({ bytes }) => bytes === file.size);
  if (!candidates.length) return null;
  const hash = await hashOf(file);
  return candidates.find(({ sha256 }) => sha256 === hash) ?? null;
}

/**
 * Tell whether all of a kept file is there and opens: one that does not is kept anew.
 * @param {import("../../../vault/types.d.ts").Attachments} attachments
 * @param {KeptFile} file
 */
export async function isWhole(attachments, { file, bytes }) {
  try {
    let read = 0;
    const { stream } = await attachments.read(file);
    for (const reader = stream.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return read === bytes;
      read += value.length;
    }
  } catch (error) {
    if ([ATTACHMENT_GONE, DAMAGED].includes(kindOf(error))) return false;
    throw error;
  }
}

/**
 * Say why a file was not added. A fault of ours is thrown again, where developers see it.
 * @param {unknown} error
 */
export function reasonNotAdded(error) {
  // As it was read to be compared: it was moved, changed, or may not be read. No other error of the browser says so.
  const isUnreadable = error instanceof DOMException && NOT_READ.has(error.name);
  if (isUnreadable) return SENTENCES_OF_ADDING[UNREADABLE_FILE];
  return SENTENCES_OF_ADDING[kindOf(error)];
}

/**
 * Say that files are too large for this browser.
 * @param {File[]} files
 * @param {number} room
 */
export function noRoomWords(files, room) {
  const size = sizeWords(files.reduce((all, { size: own }) => all + own, 0));
  const words = { name: deviceSays(files[0]).name, size, room: sizeWords(room) };
  return files.length === 1
    ? fill(
        _(
          "“{name}” is {size}, but this browser has room for about {room}. So it was not added. You can leave it where it is, or make room first.",
        ),
        words,
      )
    : fill(
        _(
          "These files are {size}, but this browser has room for about {room}. So they were not added. You can leave them where they are, or make room first.",
        ),
        words,
      );
}

/** @param {KeptFile[]} files */
export const keptWords = (files) =>
  files.length === 1
    ? fill(_("“{name}” is kept, exactly as it is."), { name: files[0].name })
    : ngettext(
        "{count} file is kept, exactly as it is.",
        "{count} files are kept, exactly as they are.",
        files.length,
      );

/** @param {KeptFile} same */
export const sameWords = (same, name) =>
  fill(_("“{name}” was not added again. It is here already, as “{other}”: it is the same file."), {
    name,
    other: same.name,
  });

/** @param {string} name */
export const stoppedWords = (name) => fill(_("Stopped. “{name}” was not added."), { name });

/**
 * Put what happened to one file after what became of those before it.
 * @param {string} words
 * @param {KeptFile[]} before
 */
export const afterOthers = (words, before) => (before.length ? `${words} ${WORDS.KEPT_BEFORE}` : words);
