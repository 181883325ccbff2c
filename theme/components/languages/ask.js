// What the reader is asked where something they wrote cannot go along into the other language.
import { _ } from "../common/gettext.js";

const CANNOT_COME = _(
  "Not all that you wrote could be kept. If the language changes now, what is not kept will be lost.",
);

/** Ask at the top of the text; resolves with whether the language is to change all the same. */
export function ask() {
  const box = document.createElement("div");
  const heading = box.appendChild(document.createElement("h2"));
  const [stay, go] = [_("Stay here"), _("Change the language, and lose it")].map((words) => {
    const button = box.appendChild(document.createElement("button"));
    Object.assign(button, { type: "button", textContent: words });
    return button;
  });
  box.className = "md-typeset";
  heading.textContent = CANNOT_COME;
  heading.tabIndex = -1;
  /** @type {HTMLElement} */ (document.querySelector("main")).prepend(box);
  scrollTo({ top: 0, behavior: "instant" });
  heading.focus();
  return new Promise((/** @type {(isWanted: boolean) => void} */ resolve) => {
    stay.onclick = () => resolve(false);
    go.onclick = () => resolve(true);
  }).finally(() => box.remove());
}
