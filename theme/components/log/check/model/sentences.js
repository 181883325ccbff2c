// What a check says. tools/check_log.py says the same, word for word. No DOM here.
import { _ } from "../../../common/gettext.js";

/** What no check of a log can show; always said. */
export const NOT_PROVED = [
  _("This does not show that what the log tells has happened, or when it happened."),
  _(
    "It also does not show that the log was not written anew before somebody else was given its code for the first time.",
  ),
];
