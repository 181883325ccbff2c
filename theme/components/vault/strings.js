// What the page says about what went wrong.
import { _ } from "../common/gettext.js";
import { OURS } from "../common/known-error.js";
import {
  ADDRESS,
  ALREADY_KEPT,
  COMMON,
  DAMAGED,
  DATES,
  FAMILIAR,
  FOR_A_KEY,
  GUESSABLE,
  IN_A_TEXT,
  KEPT_LOCKED,
  KEYS,
  KNOWN,
  NAMES,
  NEWER_VERSION,
  NOT_OUR_FILE,
  NOT_UNLOCKED,
  NO_MEMORY,
  NO_ROOM_TO_OPEN,
  NO_WORKER,
  NUMBER,
  KEPT_LATE,
  OLDER_TAB,
  PASSPHRASE_CHANGED,
  REPEATED,
  SHORT,
  STORAGE_BLOCKED,
  STORAGE_FAILED,
  STORAGE_FULL,
  STORAGE_GONE,
  STORAGE_SILENT,
  TOO_LARGE,
  UNREADABLE_FILE,
  WORK_TOO_HIGH,
  WRONG_PASSPHRASE,
} from "./protocol.js";

/** For each kind one plain text: what happened to the reader's data, then what they can do. */
export const SENTENCES = {
  [OURS]: _(
    "Something in this page went wrong, and we do not know what it was. Please check that what you wrote is still here. To be safe, save a copy as a file before you go on.",
  ),
  [WRONG_PASSPHRASE]: _(
    "This passphrase does not open it. Nothing was changed or deleted. Check each word, then try again.",
  ),
  [DAMAGED]: _(
    "Part of this is damaged, so it cannot be opened. Nothing was changed. You can open another copy if you have one.",
  ),
  [NEWER_VERSION]: _(
    "This was made by a newer version of this guide. Nothing was changed. Load this page again, then try once more.",
  ),
  [NO_MEMORY]: _(
    "There was not enough free memory on this device. Nothing was changed. Close other tabs or apps, then try again.",
  ),
  [NOT_OUR_FILE]: _(
    "This is not a file that this page can open. Nothing was changed. You can choose another file.",
  ),
  [TOO_LARGE]: _(
    "This is larger than this page can hold or open. Nothing was changed. You can open a large file on a computer with the program age.",
  ),
  [UNREADABLE_FILE]: _(
    "Your browser could not read this file. Nothing was changed. You can choose it once more, or another one.",
  ),
  [FOR_A_KEY]: _(
    "This file is locked with a key, not with a passphrase, so this page cannot open it. Nothing was changed. Anyone who has the key can open it with the program age.",
  ),
  [IN_A_TEXT]: _(
    "This looks like a locked file inside an e-mail or another text. Nothing was changed. You can copy the lines from BEGIN to END into a file of their own, and open that.",
  ),
  [WORK_TOO_HIGH]: _(
    "This file was probably locked on a stronger computer: opening it takes more than this page can use. Nothing was changed. You can open it on a computer with the program age, and then save it here again.",
  ),
  [STORAGE_FULL]: _(
    "There is no room left on this device, so your last changes are not kept. They are still on the screen. You can save a copy as a file.",
  ),
  [NO_ROOM_TO_OPEN]: _(
    "This browser has no room left, so it does not open what you kept here. Nothing was deleted. What is on the screen is still here, and you can save a copy as a file. Then close every tab of this guide, open it again and try once more.",
  ),
  [STORAGE_BLOCKED]: _(
    "This browser does not let this page keep anything. What you wrote is still on the screen. You can save a copy as a file.",
  ),
  [STORAGE_GONE]: _(
    "What you kept on this device is no longer there. What is on the screen is still here. You can keep it again, or save a copy as a file.",
  ),
  [STORAGE_FAILED]: _(
    "This browser could not store your last changes. They are still on the screen. You can try to keep them again, or save a copy as a file.",
  ),
  [STORAGE_SILENT]: _(
    "This browser did not answer when this page asked for what you kept here. Nothing was deleted. What is on the screen is still here. You can save a copy as a file, then close the browser, open it again and try once more.",
  ),
  [KEPT_LATE]: _(
    "What you tried to keep before was kept after all. Look at it before you keep this too. What is on the screen is still here.",
  ),
  [OLDER_TAB]: _(
    "An older version of this guide is open in another tab, and this cannot be kept beside it. Nothing was changed. Close the other tabs of this guide, then try again.",
  ),
  [NO_WORKER]: _(
    "The part of this page that locks and opens what you keep did not work. Nothing was changed. What you wrote is still on the screen. Try again.",
  ),
  [ALREADY_KEPT]: _(
    "Something is already kept on this device, perhaps from another tab. Nothing was changed. You can open it with its passphrase first.",
  ),
  [PASSPHRASE_CHANGED]: _(
    "The passphrase was changed in another tab, so this tab is locked. You can open it with the new passphrase.",
  ),
  [NOT_UNLOCKED]: _(
    "It locked before this was done. Nothing was changed. Open it with your passphrase, then try again.",
  ),
  [KEPT_LOCKED]: _("It is now kept on this device, locked. You can open it with its passphrase."),
};

/** Why a passphrase is refused. */
export const REASONS = {
  [SHORT]: _("This is so short that someone could guess it. You can add more words."),
  [COMMON]: _(
    "This is a common passphrase, so it would be guessed first. You can use words that do not belong together.",
  ),
  [NAMES]: _("This has a name in it, which is easy to guess. You can use words that say nothing about you."),
  [DATES]: _(
    "This has a date or a year in it, which is easy to guess. You can use words that say nothing about you.",
  ),
  [KEYS]: _(
    "These keys or letters follow each other, so they are easy to guess. You can use words that do not belong together.",
  ),
  [REPEATED]: _(
    "This repeats itself, so it is easy to guess. You can use words that do not belong together.",
  ),
  [KNOWN]: _(
    "This has something in it that the person may know. You can use words that say nothing about you.",
  ),
  [NUMBER]: _(
    "This is a number, and numbers are easy to guess. You can use words that say nothing about you.",
  ),
  [ADDRESS]: _(
    "This looks like an address, which is easy to guess. You can use words that say nothing about you.",
  ),
  [FAMILIAR]: _(
    "Many people know this line, or this row of words, so it would be guessed early. You can use words that do not belong together.",
  ),
  [GUESSABLE]: _(
    "This is easier to guess than it looks. You can add more words that do not belong together.",
  ),
};
