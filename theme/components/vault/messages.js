/** The words that the page and the vault's worker share, and what a reader is told. */
import { OURS, OURS_SENTENCE } from "../common/known-error.js";

export { KnownError } from "../common/known-error.js";

/** States, as `<html data-vault>` tells them. */
export const OFF = "off"; // nothing is kept on this device
export const LOCKED = "locked"; // something is kept, and this tab does not hold the key
export const UNLOCKED = "unlocked";

/** What may be read from a file at all: looked at in the page before reading, and again in the worker. */
export const LARGEST_FILE = 16 * 1024 * 1024; // bytes

/** Actions of the worker. */
export const WARM_UP = "warm-up";
export const CREATE = "create";
export const UNLOCK = "unlock";
export const OPEN = "open";
export const SEAL = "seal";
export const SEAL_FOR = "seal-for";
export const CHANGE_PASSPHRASE = "change-passphrase";
export const ADOPT = "adopt";
export const EXPORT = "export";
export const IMPORT = "import";

/** Actions of the workers for passphrases. */
export const GENERATE = "generate";
export const JUDGE = "judge";

/** What went wrong. */
export const WRONG_PASSPHRASE = "wrong-passphrase";
export const DAMAGED = "damaged";
export const NEWER_VERSION = "newer-version";
export const NO_MEMORY = "no-memory";
export const NOT_OUR_FILE = "not-our-file";
export const TOO_LARGE = "too-large";
export const UNREADABLE_FILE = "unreadable-file";
export const FOR_A_KEY = "for-a-key";
export const IN_A_TEXT = "in-a-text";
export const WORK_TOO_HIGH = "work-too-high";
export const STORAGE_FULL = "storage-full";
export const STORAGE_BLOCKED = "storage-blocked";
export const STORAGE_GONE = "storage-gone";
export const STORAGE_FAILED = "storage-failed"; // for another reason than room
export const STORAGE_SILENT = "storage-silent"; // no answer came
export const NO_WORKER = "no-worker";
export const ALREADY_KEPT = "already-kept";
export const PASSPHRASE_CHANGED = "passphrase-changed";
export const NOT_UNLOCKED = "not-unlocked";
export const KEPT_LOCKED = "kept-locked";

/** What became of changes that were not stored when it locked. */
export const ALL_KEPT = "all-kept"; // they are stored by now
export const WAITS = "waits"; // they are sealed, and wait in this tab
export const LOST = "lost"; // they could not even be sealed

/** For each of them one plain text: what happened to the reader's data, then what they can do. */
export const SENTENCES = {
  [OURS]: OURS_SENTENCE,
  [WRONG_PASSPHRASE]:
    "This passphrase does not open it. Nothing was changed or deleted. Check each word, then try again.",
  [DAMAGED]:
    "Part of this is damaged, so it cannot be opened. Nothing was changed. You can open another copy if you have one.",
  [NEWER_VERSION]:
    "This was made by a newer version of this guide. Nothing was changed. Load this page again, then try once more.",
  [NO_MEMORY]:
    "There was not enough free memory on this device. Nothing was changed. Close other tabs or apps, then try again.",
  [NOT_OUR_FILE]:
    "This is not a file that this page can open. Nothing was changed. You can choose another file.",
  [TOO_LARGE]:
    "This is larger than this page can hold or open. Nothing was changed. You can open a large file on a computer with the program age.",
  [UNREADABLE_FILE]:
    "Your browser could not read this file. Nothing was changed. You can choose it once more, or another one.",
  [FOR_A_KEY]:
    "This file is locked with a key, not with a passphrase, so this page cannot open it. Nothing was changed. Whoever has the key can open it with the program age.",
  [IN_A_TEXT]:
    "This looks like a locked file inside an e-mail or another text. Nothing was changed. You can copy the lines from BEGIN to END into a file of their own, and open that.",
  [WORK_TOO_HIGH]:
    "This file was probably locked on a stronger computer: opening it takes more than this page can use. Nothing was changed. You can open it on a computer with the program age, and then save it here again.",
  [STORAGE_FULL]:
    "There is no room left on this device, so your last changes are not kept. They are still on the screen. You can save a copy as a file.",
  [STORAGE_BLOCKED]:
    "This browser does not let this page keep anything. What you wrote is still on the screen. You can save a copy as a file.",
  [STORAGE_GONE]:
    "What was kept on this device is no longer there. What is on the screen is still here. You can keep it again, or save a copy as a file.",
  [STORAGE_FAILED]:
    "This browser could not store your last changes. They are still on the screen. You can try to keep them again, or save a copy as a file.",
  [STORAGE_SILENT]:
    "This browser does not answer when this page asks for what is kept here. Nothing was deleted. What is on the screen is still here. You can save a copy as a file, then close the browser, open it again and look once more.",
  [NO_WORKER]:
    "The part of this page that locks and opens what you keep did not work. Nothing was changed. What you wrote is still on the screen. Try again.",
  [ALREADY_KEPT]:
    "Something is kept on this device already, perhaps from another tab. Nothing was changed. You can open it with its passphrase first.",
  [PASSPHRASE_CHANGED]:
    "The passphrase was changed in another tab, so this tab is locked. You can open it with the new passphrase.",
  [NOT_UNLOCKED]:
    "It was locked before this was done. Nothing was changed. Open it with your passphrase, then try again.",
  [KEPT_LOCKED]: "It is kept on this device now, and locked. You can open it with its passphrase.",
};

/** Why a passphrase is refused. */
export const SHORT = "short";
export const COMMON = "common";
export const NAMES = "names";
export const DATES = "dates";
export const KEYS = "keys";
export const REPEATED = "repeated";
export const KNOWN = "known";
export const NUMBER = "number";
export const ADDRESS = "address";
export const FAMILIAR = "familiar";
export const GUESSABLE = "guessable";

export const REASONS = {
  [SHORT]: "This is short enough to be guessed. You can add more words.",
  [COMMON]: "Many people use this, so it is tried first. You can use words that do not belong together.",
  [NAMES]: "This has a name in it, which is easy to guess. You can use words that say nothing about you.",
  [DATES]:
    "This has a date or a year in it, which is easy to guess. You can use words that say nothing about you.",
  [KEYS]:
    "These keys or letters follow each other, so they are easy to guess. You can use words that do not belong together.",
  [REPEATED]: "This repeats itself, so it is easy to guess. You can use words that do not belong together.",
  [KNOWN]: "This has something in it that the person may know. You can use words that say nothing about you.",
  [NUMBER]: "This is a number, and numbers are easy to guess. You can use words that say nothing about you.",
  [ADDRESS]:
    "This looks like an address, which is easy to guess. You can use words that say nothing about you.",
  [FAMILIAR]:
    "This is a line, or a row of words, that many people know, so it is tried early. You can use words that do not belong together.",
  [GUESSABLE]: "This is easier to guess than it looks. You can add more words that do not belong together.",
};
