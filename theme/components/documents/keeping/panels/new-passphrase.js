// Choosing a passphrase: five random words, or the reader's own words, which are rated.
import { REASONS } from "../../../vault/strings.js";
import { NO_JUDGE, NO_PASSPHRASE, NO_WORDS, NOT_TWICE, ONE_MOMENT } from "../strings.js";
import { bringToLife, clearPassphrases, make } from "./panel.js";

let count = 0;

/**
 * Make the part of a panel in which a passphrase is chosen, in `place`. `known()` returns words that the person may
 * know; `say(text)` shows the reader a message; `button` is what Enter presses.
 */
export function createChoice(view, place, { passphrases, known, say, button }) {
  const choice = make(view, "choice");
  const words = choice.querySelector(".made-words");
  const [first, again] = choice.querySelectorAll("[data-passphrase]");
  const show = choice.querySelector(".unveil input");
  const radios = choice.querySelectorAll("[type=radio]");
  let asked = 0;

  count += 1;
  words.translate = false; // a service that translates pages is sent their words, and would show others
  for (const radio of radios) radio.name = `passphrase-${count}`;
  bringToLife(choice, button);
  choice.addEventListener("change", onChange);
  choice.querySelector("[data-vault=words]").addEventListener("click", offer);
  onChange();
  place.replaceChildren(choice);

  function isOwn() {
    return radios[1].checked;
  }

  function onChange() {
    for (const way of choice.querySelectorAll("[data-way]"))
      way.hidden = (way.dataset.way === "own") !== isOwn();
    // What can be seen need not be typed twice.
    choice.querySelector("[data-secret=again]").hidden = show.checked;
    first.removeAttribute("aria-invalid");
  }

  async function offer() {
    const ask = ++asked;
    try {
      const made = await passphrases.generate();
      if (ask === asked) words.textContent = made;
    } catch {
      if (ask === asked) say(NO_WORDS);
    }
  }

  /** Return the passphrase, or null when there is none that is strong enough; the page says why. */
  async function read() {
    if (!isOwn()) return words.textContent || refuse(NO_WORDS);
    const text = first.value;
    if (!text.trim()) return refuse(NO_PASSPHRASE, first);
    if (!show.checked && text !== again.value) return refuse(NOT_TWICE, again);
    say(ONE_MOMENT); // what rates it may have to load first
    const judged = await passphrases.judge(text, known()).catch(() => null);
    if (!judged) return refuse(NO_JUDGE, first);
    return judged.ok ? text : refuse(REASONS[judged.reason], first);
  }

  function refuse(sentence, field) {
    say(sentence);
    field?.setAttribute("aria-invalid", "true");
    field?.focus();
    return null;
  }

  function clear() {
    asked += 1;
    words.textContent = "";
    clearPassphrases(choice);
    first.removeAttribute("aria-invalid");
  }

  return { offer, read, clear };
}
