// How a call or message ended. The word is what is kept; the label is what people read.
import { _ } from "../../common/gettext.js";

/** @type {Record<string, string>} */
export const RESULTS = {
  missed: _("missed"),
  rejected: _("rejected"),
  blocked: _("blocked"),
  voicemail: _("voicemail"),
  elsewhere: _("answered on another device"),
  unanswered: _("not answered"),
  draft: _("draft, not sent"),
  waiting: _("waiting to be sent"),
  failed: _("not sent: it failed"),
  deleted: _("deleted"),
};
