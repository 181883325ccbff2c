// What the page says about keeping, opening and saving a plan.
import { _, fill, LANGUAGE, ngettext } from "../common/gettext.js";
import { MANY_CHANGES, WEEK } from "../documents/keeping/backup-reminder.js";
import { ALL_KEPT, LOST, NO_WORKER, WAITS } from "../vault/protocol.js";

const LOCKED_NOW = _("Locked. What you wrote is kept, and no part of it is on this page any more.");

export const STRINGS = {
  needsHttps: _(
    "This browser can keep a plan only if the site’s address begins with https, and this one does not. Nothing was kept. What you wrote is still on the screen. You can save it as a file that only your passphrase opens.",
  ),
  nowKept: _("What you wrote is now kept on this device. Your changes are kept as you make them."),
  opened: _("Your plan is open."),
  lockedNow: LOCKED_NOW,
  lockedSealing: _(
    "Locked. No part of what you wrote is on this page any more. Your last changes are being saved.",
  ),
  lockedFor: {
    [NO_WORKER]: _(
      "The part of this page that opens what you keep has stopped, so what you wrote is locked.",
    ),
  },
  outcomes: {
    [ALL_KEPT]: LOCKED_NOW,
    [WAITS]: _(
      "Your last changes could not be kept yet. They are still in this tab, locked. Leave the tab open, and open it here. If you close the tab before that, they are lost.",
    ),
    [LOST]: _(
      "Locked. What you wrote last could not be locked with your passphrase, and is lost. What was kept before is still kept.",
    ),
  },
  olderJoined: _("Your plan now holds your last changes too."),
  keptElsewhere: _(
    "Something from another tab is now kept on this device. What is on this page is not part of it.",
  ),
  passphraseNew: _(
    "The passphrase is changed. Only the new one opens what you keep here. Files that you saved before still open with their old one.",
  ),
  newerShown: _("This is the newer plan, with what you wrote here."),
  reminders: {
    [WEEK]: _("You last saved a copy of this plan a week or more ago."),
    [MANY_CHANGES]: _("You have changed a lot since you last saved a copy of this plan."),
  },
  largeFile: _("This file is too large to be a plan. Nothing was changed. You can choose another file."),
  fileHolds: _("This file holds a plan. Your own plan has not changed yet."),
  fileIsSame: _("Nothing in this file differs from your plan. Nothing was changed."),
  pageHeld: _(
    "Before you opened it, you had written something on this page. It is not part of your plan yet.",
  ),
  added: _("Your plan now holds both."),
  replaced: _("Your plan is now the one you chose."),
  nothingChanges: _("Nothing in your plan changes."),
  left: _("Your plan stays as it is."),
  takenOut: _("They are taken out of your plan. You can put them back until you change something."),
};

/** Say how much a plan holds that cannot be shown. */
export function unshownSentence({ answers, choices, marks, mine, notes, others }) {
  /** @type {[number, (count: number) => string][]} */
  const counts = [
    [sizeOf(notes), (count) => ngettext("{count} note", "{count} notes", count)],
    [sizeOf(mine), (count) => ngettext("{count} chosen step", "{count} chosen steps", count)],
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
