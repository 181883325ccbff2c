// Choosing a passphrase: six random words, or the reader's own words, which are rated.
import { kindOf, OURS } from "../../../common/known-error.js";
import { REASONS, SENTENCES } from "../../../vault/strings.js";
import { NO_RATING, NO_PASSPHRASE, NO_WORDS, NOT_TWICE, ONE_MOMENT } from "../strings.js";
import { bringToLife, clearPassphrases, make } from "./panel.js";

let count = 0;

/**
 * Make the part of a panel in which a passphrase is chosen, in `place`. `known()` returns words that the person may
 * know; `say(text)` shows the reader a message; `button` is what Enter presses; `name` says what it is for, where it is not for
 * what is kept.
 */
export function createNewPassphrase(view, place, { passphrases, known, say, button, name = "" }) {
  const element = make(view, "choice");
  const words = element.querySelector(".made-words");
  const [first, again] = element.querySelectorAll("[data-passphrase]");
  const show = element.querySelector(".unveil input");
  const radios = element.querySelectorAll("[type=radio]");
  let asked = 0;

  count += 1;
  if (name) element.querySelector("legend").textContent = name;
  show.checked = !matchMedia("(pointer: coarse)").matches; // others can see a phone's screen
  words.translate = false; // a service that translates pages is sent their words, and would show others
  for (const radio of radios) radio.name = `passphrase-${count}`;
  bringToLife(element, button);
  element.addEventListener("change", onChange);
  element.querySelector("[data-vault=words]").addEventListener("click", offer);
  onChange();
  place.replaceChildren(element);

  function isOwn() {
    return radios[1].checked;
  }

  function onChange() {
    for (const way of element.querySelectorAll("[data-way]"))
      way.hidden = (way.dataset.way === "own") !== isOwn();
    // What can be seen need not be typed twice.
    element.querySelector("[data-secret=again]").hidden = show.checked;
    first.removeAttribute("aria-invalid");
  }

  async function offer() {
    const ask = ++asked;
    try {
      const made = await passphrases.generate();
      if (ask === asked) words.textContent = made;
    } catch (error) {
      const sentence = sentenceFor(error, NO_WORDS);
      if (ask === asked) say(sentence);
    }
  }

  /** Return the passphrase, or null when there is none that is strong enough; the page says why. */
  async function read() {
    if (!isOwn()) return words.textContent || refuse(NO_WORDS);
    const text = first.value;
    if (!text.trim()) return refuse(NO_PASSPHRASE, first);
    if (!show.checked && text !== again.value) return refuse(NOT_TWICE, again);
    say(ONE_MOMENT); // what rates it may have to load first
    let rating;
    try {
      rating = await passphrases.rate(text, known());
    } catch (error) {
      return refuse(sentenceFor(error, NO_RATING), first);
    }
    return rating.ok ? text : refuse(REASONS[rating.reason], first);
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
    clearPassphrases(element);
    first.removeAttribute("aria-invalid");
  }

  return { offer, read, clear };
}

/** What is said where a worker gave no answer; a fault of ours is told as one. */
const sentenceFor = (error, usual) => (kindOf(error) === OURS ? SENTENCES[OURS] : usual);
