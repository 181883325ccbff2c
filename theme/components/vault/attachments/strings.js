// What a page says when something is wrong with a file: for each kind what happened, then what the reader can do.
import { _ } from "../../common/gettext.js";
import {
  ATTACHMENT_GONE,
  DAMAGED,
  NO_FILES_WORKER,
  NO_ROOM_TO_OPEN,
  NOT_UNLOCKED,
  OLDER_TAB,
  STORAGE_BLOCKED,
  STORAGE_FAILED,
  STORAGE_FULL,
  STORAGE_SILENT,
  UNREADABLE_FILE,
} from "../protocol.js";
import { SAVE_THE_REST } from "../rest-words.js";
import { SENTENCES } from "../strings.js";

/** Where a file was to be opened. */
export const SENTENCES_OF_READING = {
  ...SENTENCES,
  [ATTACHMENT_GONE]: _(
    "This file is not kept on this device. Nothing was changed. If you have it somewhere else, you can add it from there.",
  ),
  [DAMAGED]: [
    _(
      "This file is damaged here, so it cannot be opened whole. All else that you kept is still here. If you have the file somewhere else, you can add it again.",
    ),
    SAVE_THE_REST,
  ].join(" "),
  [NO_FILES_WORKER]: _(
    "A part of this page that files need is not here. Nothing was changed. You can open the whole guide and try there.",
  ),
};

/** Where a file was to be added. */
export const SENTENCES_OF_ADDING = {
  ...SENTENCES,
  [NO_FILES_WORKER]: _(
    "A part of this page that files need is not here, so the file was not added. You can open the whole guide and try there.",
  ),
  [NO_ROOM_TO_OPEN]: _(
    "This browser has no room left, so the file was not added. All else that you kept is still here. Close every tab of this guide, open it again, and try once more with a smaller file.",
  ),
  [NOT_UNLOCKED]: _(
    "It locked before this was done, so the file was not added. Open it with your passphrase, then try again.",
  ),
  [OLDER_TAB]: _(
    "An older version of this guide is open in another tab, so the file was not added. Close the other tabs of this guide, then try again.",
  ),
  [STORAGE_BLOCKED]: _(
    "This browser does not let this page keep the file, so it was not added. All else that you kept is still here.",
  ),
  [STORAGE_FAILED]: _(
    "This browser could not store the file, so it was not added. All else that you kept is still here. You can try again.",
  ),
  [STORAGE_FULL]: _(
    "There is not enough room for this file on this device, so it was not added. All else that you kept is still here. You can make room, then try again.",
  ),
  [STORAGE_SILENT]: _(
    "This browser did not answer, so the file was not added. All else that you kept is still here. You can close the browser, open it again and try once more.",
  ),
  [UNREADABLE_FILE]: _(
    "The file changed or went away while it was read, so it was not added. You can choose it once more. If it is in an online folder, save it to this device first.",
  ),
};
