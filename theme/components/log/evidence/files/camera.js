// What the camera wrote into a kept file, and a copy without the place.
import { kindOf } from "../../../common/known-error.js";
import { readMeta } from "../meta/read-meta.js";
import { addOne } from "./add-one.js";
import { reasonNotAdded } from "./adding.js";
import { showCamera, showPlace } from "./card.js";
import { copyName, copyOf } from "./copy.js";
import { NO_COPY } from "./strings.js";

/**
 * Return what the buttons for it do; `card` and `file` are those of the button.
 * @param {import("./files.js").FileParts} parts
 * @param {ReturnType<typeof import("./opening.js").createOpening>} opening
 */
export function createCamera(parts, opening) {
  return { tell, place, copy };

  async function tell(card, file) {
    const meta = await opening.with(card, file, (blob) => readMeta(blob));
    if (!meta) return;
    showCamera(card.querySelector(".log-file-camera"), meta, parts.onCopy !== undefined);
    card.querySelector(".log-file-camera").focus();
  }

  async function place(card, file) {
    const meta = await opening.with(card, file, (blob) => readMeta(blob, { withPlace: true }));
    if (!meta?.place) return;
    const camera = card.querySelector(".log-file-camera");
    showPlace(camera, meta.place);
    camera.focus();
  }

  async function copy(card, file) {
    const signal = opening.signal();
    const made = await opening.with(card, file, async (blob) => ({
      copy: await copyOf(blob, copyName(file.name)),
    }));
    if (!made) return;
    if (!made.copy) {
      parts.say(NO_COPY, card);
      return;
    }
    try {
      const how = { signal, onProgress: () => {} };
      const kept = await addOne(/** @type {any} */ (parts.attachments), made.copy, how);
      if (!parts.isStill() || !(await parts.onCopy?.(kept, card))) return;
      card.querySelector("[data-evidence-copy]")?.remove(); // a second one would be the same
      card.querySelector(".log-file-camera").focus();
    } catch (error) {
      if (!signal.aborted) parts.say(reasonNotAdded(error), card);
      else if (!(error instanceof DOMException)) kindOf(error);
    }
  }
}
