/** What the page and the workers of the vault say to each other: states, actions, and kinds of what went wrong. */
export { KnownError } from "../common/known-error.js";

/** States, as `<html data-vault>` shows them, except the first. */
export const LOOKING = "looking"; // whether anything is kept is not known yet
export const OFF = "off"; // nothing is kept on this device
export const LOCKED = "locked"; // something is kept, and this tab does not hold the key
export const UNLOCKED = "unlocked";

/** What may be read from a file at all: looked at in the page before reading, and again in the worker. */
export const LARGEST_FILE = 16 * 1024 * 1024; // bytes
/** What a file with lines holds at most, padding included, so that with what age adds it is below that. */
export const LONGEST_WITH_LINES = 15 * 1024 * 1024; // bytes

/** Where lines lie: the newest each in a file of its own, the others many in a file. */
export const TAIL = "tail";
export const PARTS = "parts";
export const MOST_IN_TAIL = 32; // lines
/** Where attachments lie. */
export const FILES = "files";

/** Actions of the worker. */
export const WARM_UP = "warm-up";
export const CREATE = "create";
export const UNLOCK = "unlock";
export const OPEN = "open";
export const SEAL = "seal";
export const SEAL_FOR = "seal-for";
export const CHANGE_PASSPHRASE = "change-passphrase";
export const ADOPT = "adopt";
export const SEAL_LINES = "seal-lines";
export const OPEN_LINES = "open-lines";
export const CHECK_LINES = "check-lines";
export const RESEAL_LINES = "reseal-lines";
export const HAND_KEYS = "hand-keys";
export const EXPORT = "export";
export const IMPORT = "import";

/** Actions of the worker for attachments. */
export const HAS_ROOM = "has-room";
export const MAKE_ROOM = "make-room";
export const TO_WHOM = "to-whom";
export const TAKE_KEYS = "take-keys";
export const ADD_FILE = "add-file";
export const KEEP_FILE = "keep-file";
export const READ_FILE = "read-file";
export const LIST_FILES = "list-files";
export const UNFINISHED_FILES = "unfinished-files";
export const DROP_FILES = "drop-files";
export const GO_ON = "go-on";
export const STOP_JOB = "stop-job";

/** Actions of the workers for passphrases. */
export const GENERATE = "generate";
export const RATE = "rate";

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
export const NO_ROOM_TO_OPEN = "no-room-to-open"; // what is kept is there, and the browser does not open it
export const STORAGE_BLOCKED = "storage-blocked";
export const STORAGE_GONE = "storage-gone";
export const STORAGE_FAILED = "storage-failed"; // for another reason than room
export const STORAGE_SILENT = "storage-silent"; // no answer arrived
export const KEPT_LATE = "kept-late"; // what storage did not answer about is stored after all
export const OLDER_TAB = "older-tab"; // one with older scripts holds the database
export const NO_WORKER = "no-worker";
export const NO_FILES_WORKER = "no-files-worker"; // the part for attachments is not here, or has failed
export const ATTACHMENT_GONE = "attachment-gone"; // nothing of it is kept
export const ALREADY_KEPT = "already-kept";
export const PASSPHRASE_CHANGED = "passphrase-changed";
export const NOT_UNLOCKED = "not-unlocked";
export const KEPT_LOCKED = "kept-locked";

/** What became of changes that were not stored when it locked. */
export const ALL_KEPT = "all-kept"; // they are stored by now
export const WAITS = "waits"; // they are sealed, and wait in this tab
export const LOST = "lost"; // they could not even be sealed

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
