// What the page says about keeping, opening and saving any document. Sentences that name the document are in its own
// `strings`, the rest in the templates.
import { _, ngettext } from "../../common/gettext.js";

export const KEEPING = _("Keeping on this device…");
export const KEPT = _("Kept on this device");
export const NOT_KEPT = _("Last changes not kept");
export const ONE_MOMENT = _("One moment…");

export const KEPT_PLAN_PROBLEM = _(
  "This version of the guide cannot show what you kept here. Nothing was changed, and it is locked again.",
);
export const IDLE_SET = _("Done. It locks after that time.");

export const GUIDE_STAYS = _("This did not remove the guide that you keep here for use without a network.");
export const WIPED_ALL = _(
  "All that you kept here is deleted, and this page is cleared. This site’s address may stay in the browser’s history and lists.",
);
export const WIPED_HERE = _(
  "All that you kept here is deleted, and this page is cleared. Locked data may stay in the browser’s files. Nobody can read it without the passphrase. This site’s address may stay in the browser’s history and lists.",
);
export const countedEntries = (count) =>
  ngettext("Your log has {count} entry.", "Your log has {count} entries.", count);
export const holdsEntries = (count) =>
  ngettext("It holds {count} entry.", "It holds {count} entries.", count);
export const TOO_LONG_FOR_FILE = _(
  "This is longer than one file can be, so no file was made. What you kept stays where it is. You can print it. Or you can save it as a locked ZIP file under “Hand it on”, which this guide cannot open again.",
);
export const WILL_BE_TOO_LONG = _(
  "This is longer than one file can be, so it cannot be saved here. You can print it. Or you can save it as a locked ZIP file under “Hand it on”, which this guide cannot open again.",
);
export const NOT_WHOLE = _(
  "Some of what you kept could not be read, and is not in this file. Keep older copies too.",
);
export const partsLost = (count) =>
  ngettext(
    "The browser could not read {count} piece, so it is not in the file.",
    "The browser could not read {count} pieces, so they are not in the file.",
    count,
  );
export const NOT_WIPED = _(
  "The browser did not delete what you kept here. This page is cleared. Close other tabs of this site and try again, or delete this site’s data in the browser’s settings.",
);

export const NO_WORDS = _("No words came up. Try again, or use words of your own.");
export const NO_RATING = _(
  "We could not check this passphrase just now. Nothing was changed. Try again, or use the words made for you.",
);
export const NO_PASSPHRASE = _("There is no passphrase yet. Nothing was changed. You can type one.");
export const NOT_TWICE = _(
  "The two passphrases are not the same. Nothing was changed. You can tick “Show what I type”.",
);

export const EMPTY_FILE = _("This file is empty. Nothing was changed. You can choose another file.");
export const FILE_PASSPHRASE = _("Passphrase for the file");
export const FILE_LOCKED = _("This file is locked. You can open it with its passphrase.");
export const OTHER_FILE = _(
  "This file holds something else. Nothing was changed. A file of your plan opens with your plan, and a file of your log with your log.",
);
export const NO_CHANGE = _("Nothing was changed.");

export const TAKE_OUT = _("Take them out");
export const PUT_BACK = _("Put them back");
export const UNSHOWN_TEXTS = _("Read what is written there");
