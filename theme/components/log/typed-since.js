// What is typed in a form while the form is being kept: it becomes a correction of what was kept, which is begun.
import { _ } from "../common/gettext.js";

const TYPED_SINCE = _("What you typed after that is still in the form, and not kept yet.");

/**
 * Note what is in the form now, as it is being kept. `area` is its screen, `begun` and `form` what is in it.
 */
export function noteTyped(area, { begun, form }) {
  const [round, taken] = [begun.round(), form.now()];

  return {
    /** Is something else in the form by now? */
    isPast: () => round !== begun.round(),
    /** Show what was typed since as a correction of this entry; return the words for that, or an empty text where nothing was. */
    goOn({ id }) {
      const since = form.since(taken);
      if (!since) return "";
      const focused = document.activeElement;
      begun.resume({ about: id, ...since });
      area.dispatchEvent(new Event("input", { bubbles: true }));
      stayAt(focused, area);
      return TYPED_SINCE;
    },
  };
}

/** The reader goes on typing where they were. */
function stayAt(field, area) {
  if (!(field instanceof HTMLElement) || !area.contains(field)) return;
  const fold = field.closest("details");
  if (fold) fold.open = true;
  field.focus({ preventScroll: true });
}
