// What the page says about keeping and opening a log.
import { _, ngettext } from "../common/gettext.js";
import { MANY_CHANGES, WEEK } from "../documents/keeping/backup-reminder.js";
import { ALL_KEPT, LOST, NO_WORKER, WAITS } from "../vault/protocol.js";

const LOCKED_NOW = _("Locked. Your log is kept, and no part of it is on this page any more.");

export const STRINGS = {
  needsHttps: _(
    "This browser can keep a log only if the site’s address begins with https, and this one does not. Nothing was kept. What you wrote is still on the screen. You can print it.",
  ),
  nowKept: _("Your log is now kept on this device. Each new entry is kept at once."),
  opened: _("Your log is open."),
  lockedNow: LOCKED_NOW,
  lockedSealing: _(
    "Locked. No part of your log is on this page any more. What you typed last is being saved.",
  ),
  lockedFor: {
    [NO_WORKER]: _("The part of this page that opens what you keep has stopped, so your log is locked."),
  },
  outcomes: {
    [ALL_KEPT]: LOCKED_NOW,
    [WAITS]: _(
      "What you typed last could not be kept yet. It is still in this tab, locked. Leave the tab open, and open your log here. If you close the tab before that, it is lost. All entries that were kept are still kept.",
    ),
    [LOST]: _(
      "Locked. What you typed last could not be locked with your passphrase, and is lost. All entries that were kept are still kept.",
    ),
  },
  olderJoined: _("What you typed last is in the box again."),
  keptElsewhere: _(
    "Something from another tab is now kept on this device. What is on this page is not part of it yet. Open it with its passphrase, and your entries go into it.",
  ),
  passphraseNew: _("The passphrase is changed. Only the new one opens your log now."),
  newerShown: _("This is what was typed last, in all tabs."),
  reminders: {
    [WEEK]: _(
      "You have added to your log, and have saved no copy for a week or more. A browser can lose what it keeps.",
    ),
    [MANY_CHANGES]: _("You have added to your log many times since you last saved a copy."),
  },
  largeFile: _("This file is too large to be a log. Nothing was changed. You can choose another file."),
  fileHolds: _("This file holds a log. Your own log has not changed yet."),
  fileIsSame: _("Nothing in this file differs from your log. Nothing was changed."),
  pageHeld: _("You typed something here before you opened your log. It is not in the box now."),
  putBack: _("Put it in the box"),
  added: _("The box now holds both. It is not an entry yet."),
  replaced: _("The box now holds what you chose. It is not an entry yet."),
  nothingChanges: _("Nothing in your log changes."),
  left: _("Your log stays as it is."),
  takenOut: _("They are taken out of your log."),
};

/** What a locked copy does not hold; empty where there is no file of evidence. */
export const filesLeftOut = (count) =>
  count
    ? ngettext(
        "Your log has {count} file of evidence. A locked copy does not hold it. To save it too, press “Save it as one ZIP file” under “Hand it on”.",
        "Your log has {count} files of evidence. A locked copy does not hold them. To save them too, press “Save it as one ZIP file” under “Hand it on”.",
        count,
      )
    : "";
export const LINES_ADDED = _("Your log now holds what was in the file too. Nothing was removed.");
export const LINES_IN_MEMORY = _(
  "Your log now holds what was in the file too. It is only in this page so far, and not kept.",
);

/** What a file of a log named and did not hold; empty where it named none that is new. */
export const filesNotIn = (count) =>
  count > 0
    ? ngettext(
        "{count} file of evidence was not in it: a locked copy does not hold files.",
        "{count} files of evidence were not in it: a locked copy does not hold files.",
        count,
      )
    : "";

/** What a file would bring: lines that are new, and those of them that change what the log has. */
export function comingSentences(lines, changing) {
  const fresh = ngettext(
    "{count} thing that your log does not have: an entry, or a later change to one.",
    "{count} things that your log does not have: entries, or later changes to them.",
    lines,
  );
  const changed = ngettext(
    "{count} of these lines corrects or removes an entry or item that your log has. It then shows what was written last, and what it said before.",
    "{count} of these lines correct or remove entries or items that your log has. Each then shows what was written last, and what it said before.",
    changing,
  );
  return [lines && fresh, changing && changed].filter(Boolean);
}

/** What of a file cannot be taken in. */
export function leftOutSentences(unreadable) {
  const lost = ngettext(
    "{count} part of the file cannot be read. It is not added.",
    "{count} parts of the file cannot be read. They are not added.",
    unreadable,
  );
  return unreadable ? [lost] : [];
}
