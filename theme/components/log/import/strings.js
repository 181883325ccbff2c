// What the screen says.
import { _ } from "../../common/gettext.js";

export const INTRO = [
  _(
    "Your phone or an app may have saved calls, texts or chats as a file. Here you can see what is in it. Nothing goes into your log before you press “Keep these in my log”.",
  ),
  _(
    "A court may ask for your log. Then the person may read it. A file of messages also holds the private words of other people. Keep only what has to do with the person. What you leave out stays in the file.",
  ),
];
export const CHOOSING = _(
  "On a phone, look under “Files” or “Browse”, and choose the file as it was saved. Apps that send files can change them. Keep the file, and do not edit it: the log notes its name, its size and its SHA-256, which can show later that it is the same file.",
);
export const READING = _("The file is being read.");
export const READ = _("The file can be read. Nothing is in your log yet. Press “Show what is in it”.");
export const ASKED = _("Before the file can be read, please answer below.");
export const ASKED_MORE = _("One more thing is asked below.");
export const UNANSWERED = _(
  "There is a question below without an answer. Choose one, then press the button again.",
);
export const NO_SOURCE = _("Choose a file first, or paste some lines.");
export const STOPPED_READING = _("Stopped. Nothing of the file is in your log.");
export const DROPPED = _(
  "The log locked, so this page put the file away. Nothing of it went into your log. You can choose it again.",
);
export const NOT_READ = _(
  "The part of this page that reads files did not work. Nothing went into your log. You can try again.",
);
export const NOTHING_CHOSEN = _("Nothing is ticked, so there is nothing to keep.");
export const KEEPING = _("Being kept. Leave this page open until it says that it is done.");
export const KEEP_FILE = _("Keep the file itself as well, locked, as an item in my list of evidence");
export const ALL_OF_FILE = _(
  "It holds all that is in the file, also what you leave out here. It goes along when you hand your log on only where you tick it then.",
);
export const FILE_LATER = _(
  "The file itself can only be kept here in a log that is kept on this device. Keep it where it is, if that is safe.",
);
export const FILE_BROUGHT_IN = _("File that was brought in: {name}");
export const ITEM_KEPT = _("The file itself is kept: item {item} in your list of evidence.");
export const FILE_NOT_KEPT = _(
  "Nothing was brought in. You can try again, also without the tick that keeps the file itself.",
);
export const NOT_KEPT = _("The file was not brought in, and your log does not show any of it.");
export const LOCKED_MEANWHILE = _(
  "The log locked before all of the file was in it. Your log does not show any of it. Open the log, and bring the file in once more.",
);
export const PARTLY_STORED = _(
  "Some rows were stored before it stopped. You cannot see them here, but they are in a locked copy of your whole log.",
);
