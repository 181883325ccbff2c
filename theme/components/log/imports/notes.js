// What the reader should look at in a row. The id is in the row; the sentence is what people read.
import { _ } from "../../common/gettext.js";

/** @type {Record<string, string>} */
export const NOTES = {
  "time-goes-back": _("The time goes back here. This may be a line that somebody quoted in a message."),
  "letters-mended": _("Some letters were broken in the file. They were mended."),
  "letters-not-mended": _("Some letters are broken in the file. They are shown as they are."),
  "two-names": _("It is not clear where the name ends and the message begins."),
  duplicate: _("This looks like another row of the same file."),
  "goes-on": _("This goes on from the row before."),
  cut: _("This text is too long for the log. Its beginning is here, and all of it is in the file."),
  withheld: _("The number was withheld."),
  "unknown-number": _("The phone did not know the number."),
  "pay-phone": _("The call came from a pay phone."),
  edited: _("The message was changed after it was sent."),
  "arrived-at-another-time": _(
    "The mail says one time, and the computer that took it in says another. Both are kept with this row.",
  ),
  group: _("The message went to more than one person."),
};
