// What the part for files says.
import { _ } from "../../../common/gettext.js";

export const INTRO = _(
  "You can add photos, films, recordings, screenshots or any other file. Each is kept as it is, byte for byte, and locked with your passphrase. Keep the file where it is as well, if that is safe.",
);
export const CHOOSING = _(
  "On a phone, choose “Browse” or “Files”, not “Photos”, if you can. A list of photos may hand over a changed copy, without its time or place. If you see “Options” there, choose “Actual Size” and “All Photos Data”.",
);
export const NEEDS_KEEPING = _(
  "Files need a log that is kept on this device. Yours is only in this page so far.",
);
export const TO_KEEPING = _("Keep it on this device, locked with a passphrase");
export const NOTHING_CHOSEN = _("Choose a file first.");
export const READING = _("The file is being looked at.");
export const ADDING = _("Being kept. Leave this page open until it says that it is done.");
export const EMPTY = _("There are no files here yet.");
export const KEPT_BEFORE = _("The files before it are kept.");
export const DROPPED = _(
  "This was closed before the file was kept, so the file was not added. You can choose it once more.",
);
export const OPENING = _("The file is being opened.");
export const CANNOT_SHOW = _(
  "This browser cannot show it here. The file is whole. You can save a copy, and open that with another program.",
);
export const TOO_LARGE_TO_SHOW = _("This file is too large to be shown here. You can save a copy.");
export const MAY_NOT_PLAY = _("Some sound and film does not play in every browser. The file stays whole.");
export const SAVING = _("A saved copy is not locked. Whoever uses this device can open it.");
export const ABOUT_DATE = _(
  "It can be the day on which the file was copied or sent. It does not say when it happened.",
);
export const REMOVING = _(
  "It leaves this item. Your log still says that it was here. The file itself stays on this device, locked, as long as your log does.",
);
export const NO_TIME = _(
  "This page found no time from a camera in it. That is normal: screenshots and messages have none, and it says nothing about the file.",
);
export const NO_ZONE = _("The camera did not write in which time zone. Its clock may have been wrong.");
export const HAS_PLACE = _("There is a place in this file. It may be your home.");
export const NO_PLACE = _(
  "This page found no place in it. A place can still be in a part that this page does not read, or be seen in the picture.",
);
export const CANNOT_TELL = _(
  "This page looks for a time and a place in JPEG, HEIC and PNG pictures alone. It cannot tell whether one is in this file.",
);
export const ABOUT_PLACE = _(
  "Whoever gets this file can read the place. It stays in the file, as the file is kept as it is.",
);
export const ABOUT_COPY = _(
  "A copy without the place becomes a new item, and says that it is a copy. It has no time from the camera either, and it may lie on its side. The first file stays as it is, with the place.",
);
export const NO_COPY = _(
  "A copy without the place can only be made of some JPEG photos. Of this file it cannot.",
);
export const ABOUT_NAME = _(
  "You can write it in an entry, and say that it is from the name of the file. A camera’s clock can be wrong: compare it with your phone.",
);
