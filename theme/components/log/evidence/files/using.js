// What can be done with a kept file: look at it, save a copy, see what a camera wrote, take it off the item.
import { exportName } from "../../../common/export-name.js";
import { fileName } from "../../../common/file-name.js";
import { startSaving } from "../../exports/saving.js";
import { oneAtATime } from "../../one-at-a-time.js";
import { createCamera } from "./camera.js";
import { createSavedPart } from "./form.js";
import { createOpening } from "./opening.js";
import { createShowing, HIDE, MOST_SHOWN, SHOW } from "./showing.js";
import * as WORDS from "./strings.js";

/** @import { KeptFile } from "../../model/types.d.ts" */

const NAME = /^(.*)\.([a-z\d]{1,10})$/is;
const NO_ENDING = "bin"; // no program opens it unasked

/**
 * Set up what the buttons of the cards in `list` do. `onGone()` is called when a card went away with the focus in it.
 * @param {HTMLElement} list
 * @param {import("./files.js").FileParts} parts
 * @param {{getFiles: () => KeptFile[], onGone: () => void}} how
 */
export function createUsing(list, parts, { getFiles, onGone }) {
  const saved = createSavedPart();
  const saving = startSaving(saved, (text) => parts.say(text, saved));
  const showing = createShowing();
  const opening = createOpening(parts);
  const camera = createCamera(parts, opening);
  const once = oneAtATime();
  const works = {
    evidenceShow: (card, file, button) => once(() => show(card, file, button)),
    evidenceSave: (card, file) => once(() => opening.with(card, file, (blob) => save(card, file, blob))),
    evidenceCamera: (card, file) => once(() => camera.tell(card, file)),
    evidencePlace: (card, file) => once(() => camera.place(card, file)),
    evidenceCopy: (card, file) => once(() => camera.copy(card, file)),
    evidenceAskRemove: (card) => askToRemove(card, true),
    evidenceLeave: (card) => askToRemove(card, false),
    evidenceRemove: (card, file) => once(() => remove(card, file)),
  };

  list.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    const card = /** @type {HTMLElement | null} */ (button?.closest("[data-evidence-kept]"));
    const file = getFiles().find(({ file: id }) => id === card?.dataset.evidenceKept);
    const name = Object.keys(button?.dataset ?? {}).find((key) => key in works);
    if (card && file && name) works[name](card, file, button);
  });
  return {
    /** Take away what is shown of a file. */
    hide: showing.clear,
    clear() {
      opening.clear();
      showing.clear();
      saving.clear();
    },
  };

  async function show(card, file, button) {
    if (card.querySelector(".log-file-shown")) {
      showing.clear();
      return;
    }
    if (file.bytes > MOST_SHOWN) {
      parts.say(WORDS.TOO_LARGE_TO_SHOW, card);
      return;
    }
    const onHidden = () => (button.textContent = SHOW);
    const place = card.querySelector(".log-file-view");
    const words = await opening.with(card, file, (blob) => showing.show(blob, file.name, place, onHidden));
    if (words === null) return;
    if (card.querySelector(".log-file-shown")) button.textContent = HIDE;
    parts.say(words, card);
  }

  async function save(card, file, blob) {
    card.querySelector(".log-file-remove").before(saved);
    const [, stem, ending] = NAME.exec(file.name) ?? ["", file.name, NO_ENDING];
    await saving.save([{ name: fileName(stem, ending, exportName()), blob, isWhole: false }]);
  }

  async function remove(card, file) {
    if (!(await parts.onRemoved(file))) return;
    if (!card.isConnected || card.contains(document.activeElement)) onGone();
  }
}

/** @param {boolean} isAsked */
function askToRemove(card, isAsked) {
  card.querySelector(".log-file-remove").hidden = !isAsked;
  card.querySelector(isAsked ? "[data-evidence-leave]" : "[data-evidence-ask-remove]").focus();
}
