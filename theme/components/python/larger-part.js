// What the page offers where the slim core cannot answer: the published one, which is loaded only when the reader asks.
import { _, fill } from "../common/gettext.js";
import { sizeOf } from "../common/sizes.js";
import { FAILED, LOADING, OFFERS_LARGER } from "./protocol.js";

const root = document.documentElement;

/**
 * Return the offer: `element`, `follow(state, detail, size)` for each state of Python, with the bytes of the larger part,
 * and `isOpen()`, whether it is offered or on its way. `onPress` loads it; `onDone` takes the focus when the offer goes.
 * @param {{onPress: () => void, onDone: () => void}} how
 */
export function createLargerPart({ onPress, onDone }) {
  const element = document.createElement("div");
  const about = document.createElement("p");
  const button = document.createElement("button");
  element.className = "larger-part";
  element.hidden = true;
  button.type = "button";
  button.className = "md-button";
  about.textContent = _(
    "A larger part of this page may be able to do it. It loads only if you press the button. Someone who can watch the network could then see that more was loaded, but never what you wrote.",
  );
  element.append(about, button);
  button.addEventListener("click", () => {
    if (root.dataset.python === FAILED) onPress();
  });

  /**
   * @param {string} state
   * @param {string | undefined} detail
   * @param {number} size
   */
  function follow(state, detail, size) {
    const isOffered = state === FAILED && OFFERS_LARGER.includes(detail ?? "");
    const isComing = state === LOADING && isOpen();
    if (isOffered)
      button.textContent = fill(_("Try with the larger part (about {size})"), { size: sizeOf(size) });
    if (isComing) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
    const hadFocus = element.contains(document.activeElement);
    element.hidden = !isOffered && !isComing;
    if (hadFocus && element.hidden) onDone();
  }

  const isOpen = () => !element.hidden;

  return { element, follow, isOpen };
}
