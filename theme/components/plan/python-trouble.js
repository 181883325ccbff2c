// What the plan says where Python does not answer, and what the reader can do then.
import { _ } from "../common/gettext.js";
import { createLargerPart } from "../python/larger-part.js";
import { CANNOT_ANSWER, CANNOT_START, FAILED, LOADING, NOT_LARGER, READY } from "../python/protocol.js";
import { focusHeading } from "./screens.js";

const CANNOT_TAILOR = _(
  "Your answers cannot sort the list right now, so you see every step. You can still read, tick, note and print it.",
);
const TROUBLE = {
  [CANNOT_ANSWER]: _(
    "The list cannot be fitted to these answers here, so you see every step. Nothing you typed is lost. You can still read, tick, note and print it.",
  ),
  [CANNOT_START]: _(
    "The list cannot be fitted to your answers in this browser, so you see every step. You can still read, tick, note and print it.",
  ),
  [NOT_LARGER]: _(
    "The larger part did not load, so you still see every step. Nothing you typed is lost. You can try it again.",
  ),
};
const COMING = _("The larger part is loading. You still see every step.");
const FITTED = _("The list is now fitted to your answers.");

/**
 * Return `tell(state, detail, size)`, to be called for each state of Python. It returns the sentence that tells that the
 * larger part answers now; "" where the reader did not ask for it. `onLarger` loads it.
 * @param {HTMLElement} view
 * @param {{say: (text: string) => void, onLarger: () => void}} how
 */
export function createTrouble(view, { say, onLarger }) {
  const status = /** @type {HTMLElement} */ (view.querySelector(".plan-status"));
  const retry = /** @type {HTMLElement} */ (view.querySelector('[data-plan-action="retry"]'));
  const larger = createLargerPart({ onPress: onLarger, onDone: () => focusHeading(view) });
  retry.parentElement?.after(larger.element);

  return function tell(state, detail = "", size = 0) {
    const wasOpen = larger.isOpen();
    larger.follow(state, detail, size);
    retry.hidden = state !== FAILED || larger.isOpen();
    const sentence = state === FAILED ? (TROUBLE[detail] ?? CANNOT_TAILOR) : COMING;
    if (state === FAILED || (state === LOADING && wasOpen)) {
      status.textContent = sentence;
      say(sentence);
    }
    return state === READY && wasOpen ? FITTED : "";
  };
}
