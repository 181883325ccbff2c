// What the part for files says.
import { _ } from "../../../common/gettext.js";

export const INTRO = _(
  "You can add photos, films, recordings, screenshots or any other file. Each is kept exactly as it is, and locked with your passphrase. Keep the file where it is as well, if that is safe. Files are not in the locked copy of your log. To save them too, use “Save it as one ZIP file” under “Hand it on”.",
);
export const FOR_GOOD = _(
  "Once a file is kept, you cannot delete it alone. You can take it off the item, but it stays on this device, locked. Only deleting everything that is kept here deletes it.",
);
export const ON_A_PHONE = _("On a phone: how to choose");
export const CHOOSING = _(
  "Choose “Browse” or “Files”, not “Photos”, if you can. A list of photos may hand over a changed copy, without its time or place. If you see “Options” there, choose “Actual Size” and “All Photos Data”.",
);
export const NEEDS_KEEPING = _(
  "Files need a log that is kept on this device. Yours is only in this page so far.",
);
export const TO_KEEPING = _("Keep it on this device, locked with a passphrase");
export const NOTHING_CHOSEN = _("Choose a file first.");
export const READING = _("The file is being looked at.");
export const ADDING = _("The file is being kept. Please stay here until you see “is kept”.");
export const EMPTY = _("There are no files here yet.");
export const KEPT_BEFORE = _("The files before it are kept.");
export const DROPPED = _(
  "This was closed before the file was kept, so the file was not added. You can choose it once more.",
);
export const OPENING = _("The file is being opened.");
export const CANNOT_SHOW = _(
  "This browser cannot show this file here. Nothing is wrong with it. You can save a copy, and open that with another program.",
);
export const TOO_LARGE_TO_SHOW = _("This file is too large to be shown here. You can save a copy.");
export const MAY_NOT_PLAY = _("Some sound and film does not play in every browser. The file stays whole.");
export const SAVING = _(
  "If you save a copy of a file, that copy is not locked. Whoever uses this device can open it.",
);
export const ABOUT_DATE = _(
  "This may be the day on which the file was copied or sent. It does not say when something happened.",
);
export const REMOVING = _(
  "It leaves this item. Your log still says that it was here. The file itself stays on this device, locked. Only deleting everything that is kept here deletes it.",
);
export const NO_TIME = _(
  "This page found no time from a camera in it. That is normal: screenshots and messages have none, and it says nothing about the file.",
);
export const NO_ZONE = _("The camera did not note the time zone. Its clock may have been wrong.");
export const HAS_PLACE = _("This photo says where it was taken. That may be your home.");
export const NO_PLACE = _(
  "This page did not find where it was taken. That can still be in a part that this page does not read, or be seen in the picture.",
);
export const CANNOT_TELL = _(
  "This page can only look into JPEG, HEIC and PNG pictures. It cannot tell whether this file says when or where it was made.",
);
export const ABOUT_PLACE = _(
  "Whoever gets this file can read the place. It stays in the file, as the file is kept as it is.",
);
export const ABOUT_COPY = _(
  "A copy without the place becomes a new item, and says that it is a copy. It loses the camera’s time, too, and the picture may be turned. The first file stays here, and still has the place.",
);
export const NO_COPY = _("This page can do that only for some JPEG photos. It cannot do it for this one.");
export const ABOUT_NAME = _(
  "Your answer is not kept. You can write the time in an entry, and say that it is from the name of the file. A camera’s clock can be wrong: compare it with your phone.",
);
