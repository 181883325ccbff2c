// Copying a text, or showing it to be copied where the browser does not let a page do that.
import { _ } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";

const COPIED = _(
  "Copied. Your device may keep a list of copied texts, even after you copy something else. You can clear that list on the device.",
);

/** `area` has the field; `say(text, area)` shows the reader a message. */
export function createCopying(area, say) {
  const place = area.querySelector(".take-copy");
  const field = place.querySelector("textarea");

  return {
    async copy(text) {
      if (await isCopied(text)) {
        say(COPIED, area);
        return;
      }
      place.hidden = false;
      field.value = text;
      field.focus();
      field.select();
    },
    forget() {
      field.value = "";
      place.hidden = true;
    },
  };
}

/** Browsers without a clipboard for pages, and those that refuse it, are no fault of ours. */
async function isCopied(text) {
  if (!navigator.clipboard) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) kindOf(error);
    return false;
  }
}
