// Why an entry could not be kept, where what was typed is, and what can be done.
import { _ } from "../common/gettext.js";
import { kindOf, OURS } from "../common/known-error.js";
import {
  KEPT_LATE,
  LOCKED,
  NOT_UNLOCKED,
  NO_ROOM_TO_OPEN,
  NO_WORKER,
  PASSPHRASE_CHANGED,
  STORAGE_BLOCKED,
  STORAGE_FULL,
  STORAGE_GONE,
  STORAGE_SILENT,
  TOO_LARGE,
} from "../vault/protocol.js";

const STILL_HERE = _("It is not kept. What you typed is still on the screen.");
/** Where the page no longer shows what was typed. */
const LOCKED_MEANWHILE = _(
  "The log locked before this was added. Open it with your passphrase. What you typed should be in the box again. Then add it once more.",
);
const AWAY = {
  [NOT_UNLOCKED]: LOCKED_MEANWHILE,
  [LOCKED]: LOCKED_MEANWHILE,
  [PASSPHRASE_CHANGED]: _(
    "The passphrase was changed in another tab, so this was not added. Open the log with the new one. What you typed may wait there, locked with the old one.",
  ),
};

const WAITING = {
  open: _(
    "What you wrote before you opened your log is not kept yet. It is in this page only. It is tried again with your next entry.",
  ),
  locked: _(
    "What you wrote before you opened your log is not kept yet. It is in this tab only. Leave the tab open, and open your log here once more. If you close the tab before that, it is lost.",
  ),
};
const NOT_READ = _("Not all of your log could be read. Nothing was deleted. Lock it, and open it again.");

/** Where it says the same as what is typed, that goes away by itself (`typed.js`). */
export const CAME_LATE = _("What you tried to keep before was kept after all. It is in your log now.");

const NO_ROOM = _(
  "There is no room left on this device. You can make room and try again, or print it, or write it on paper.",
);
const REASONS = {
  [STORAGE_FULL]: NO_ROOM,
  [NO_ROOM_TO_OPEN]: NO_ROOM,
  [STORAGE_BLOCKED]: _(
    "This browser does not let this page keep anything. You can print it, or write it on paper.",
  ),
  [STORAGE_GONE]: _("What you kept on this device is no longer there. You can keep the log again."),
  [STORAGE_SILENT]: _("The browser did not answer. You can try again, or print it first."),
  [KEPT_LATE]: CAME_LATE,
  [NO_WORKER]: _("The part of this page that locks what you keep did not work. Try again."),
  [TOO_LARGE]: _("It is longer than one entry can be. You can write it as two entries."),
};
const OTHERWISE = _("The browser could not store it. You can try again, or print it first.");

/** Say why something could not be stored. A fault of ours is thrown again, where developers see it. */
export const reasonOf = (error) => REASONS[kindOf(error)] ?? OTHERWISE;

/** Say in plain words what became of what was typed, by the kind of the problem. */
export const notKept = (kind) => AWAY[kind] ?? `${STILL_HERE} ${REASONS[kind] ?? OTHERWISE}`;

/** Of these, nobody knows whether it is kept all the same, or will be. */
export const isDoubtful = (kind) => kind === STORAGE_SILENT || kind === OURS;

/**
 * Say that the kept log could not be read, or could not take what was written before it was opened.
 * @param {unknown} error
 * @param {string} waits "open", "locked" or "": where there is something that it could not take
 */
export function notTaken(error, waits) {
  const reason = reasonOf(error);
  return waits === "open" ? `${WAITING.open} ${reason}` : waits ? WAITING[waits] : NOT_READ;
}
