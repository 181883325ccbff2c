// What the reader is told about keeping, opening and saving a plan.
import { _, fill, LANGUAGE, ngettext } from "../common/gettext.js";
import { MANY_CHANGES, WEEK } from "../documents/keeping/backup-reminder.js";
import { ALL_KEPT, LOST, NO_WORKER, WAITS } from "../vault/protocol.js";

const LOCKED_NOW = _("Locked. Your plan is kept, and nothing of it is on this page any more.");

export const STRINGS = {
  needsHttps: _(
    "A plan can be kept here only if the address of this site begins with https, and it does not. Nothing was kept. What you wrote is still on the screen. You can save it as a file that only your passphrase opens.",
  ),
  nowKept: _("Your plan is kept on this device now. What you change is kept as you go."),
  opened: _("Your plan is open."),
  lockedNow: LOCKED_NOW,
  lockedSealing: _(
    "Locked. Nothing of your plan is on this page any more. Your last changes are being kept.",
  ),
  lockedFor: {
    [NO_WORKER]: _("The part of this page that opens what you keep has stopped, so your plan is locked."),
  },
  outcomes: {
    [ALL_KEPT]: LOCKED_NOW,
    [WAITS]: _(
      "Your last changes could not be kept yet. They are sealed, and wait in this tab. Leave the tab open, and open your plan here: if the tab is closed before, they are lost.",
    ),
    [LOST]: _(
      "Locked. What you wrote in the last moment could not be sealed, and is gone. What was kept before is still kept.",
    ),
  },
  olderJoined: _("Your plan now holds your last changes too."),
  keptElsewhere: _(
    "A plan is kept on this device now, from another tab. What stands on this page is not part of it.",
  ),
  passphraseNew: _(
    "The passphrase is changed. Only the new one opens your plan now. Files that you saved before keep their old one.",
  ),
  newerShown: _("This is the newer plan, with what you wrote here."),
  wipedAll: _(
    "The kept plan is deleted, and this page is cleared. What may stay is this site’s address in the browser’s history and lists.",
  ),
  wipedHere: _(
    "The kept plan is deleted, and this page is cleared. What may stay is locked data in the browser’s files, which nobody can read without the passphrase, and this site’s address in its history and lists.",
  ),
  reminders: {
    [WEEK]: _("It is a week or more since you saved a copy of this plan."),
    [MANY_CHANGES]: _("You have changed a lot since you last saved a copy of this plan."),
  },
  largeFile: _("This file is larger than any plan. Nothing was changed. You can choose another file."),
  fileHolds: _("This file holds a plan. Nothing of yours has changed yet."),
  fileIsSame: _("This file holds nothing that differs from your plan. Nothing was changed."),
  pageHeld: _(
    "Before you opened it, you had written something on this page. It is not part of your plan yet.",
  ),
  added: _("Your plan now holds both."),
  replaced: _("Your plan is now what you chose."),
  nothingChanges: _("Nothing in your plan changes."),
  left: _("Your plan stays as it is."),
  takenOut: _("They are taken out of your plan. You can put them back until you change something."),
};

/** Say how much a plan holds that cannot be shown. */
export function unshownSentence({ answers, choices, marks, notes, others }) {
  /** @type {[number, (count: number) => string][]} */
  const counts = [
    [sizeOf(notes), (count) => ngettext("{count} note", "{count} notes", count)],
    [sizeOf(marks), (count) => ngettext("{count} mark", "{count} marks", count)],
    [sizeOf(answers) + sizeOf(choices), (count) => ngettext("{count} answer", "{count} answers", count)],
  ];
  const isAlone = counts.every(([count]) => !count);
  counts.push([others.length, isAlone ? tellThings : tellOtherThings]);
  const listed = counts.filter(([count]) => count).map(([count, tell]) => tell(count));
  const things = new Intl.ListFormat(LANGUAGE).format(listed);
  return fill(_("This plan holds {things} that this version of the guide cannot show."), { things });
}

const tellThings = (count) => ngettext("{count} thing", "{count} things", count);
const tellOtherThings = (count) => ngettext("{count} other thing", "{count} other things", count);
const sizeOf = (set) => Object.keys(set).length;
