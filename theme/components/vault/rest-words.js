// Where what is damaged can still be saved, as it is stored.
import { _ } from "../common/gettext.js";

export const SAVE_THE_REST = _("What is left can be saved, locked, under “If part of it does not open”.");
