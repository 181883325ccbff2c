// What the page says where there are no charts, whether their script is there yet or not. No DOM here.
import { _ } from "../../common/gettext.js";

export const NOT_LOADED = _(
  "The charts could not be made. A part of this page did not arrive. Open them again to try once more. All else in the log works without it.",
);
/** After a fault of ours, which the browser's console names. */
export const NOT_MADE = _(
  "The charts could not be made. Something in this page went wrong. All else in the log works without it.",
);
