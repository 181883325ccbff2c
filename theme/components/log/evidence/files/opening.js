// Opening a kept file for one of the buttons of its card, and saying why it is not open.
import { kindOf } from "../../../common/known-error.js";
import { SENTENCES_OF_READING } from "../../../vault/attachments/strings.js";
import { openWhole } from "./opened.js";
import { OPENING } from "./strings.js";

/** @param {import("./files.js").FileParts} parts */
export function createOpening(parts) {
  let reading = new AbortController();

  return {
    /**
     * Resolve with what `work(blob)` gives, or with null: the file did not open, which was said, or it was put away meanwhile.
     * @template T
     * @param {Element} card
     * @param {import("../../model/types.d.ts").KeptFile} file
     * @param {(blob: Blob) => Promise<T> | T} work
     * @returns {Promise<T | null>}
     */
    async with(card, file, work) {
      const { signal } = reading;
      parts.say(OPENING, card);
      let blob;
      try {
        blob = await openWhole(/** @type {any} */ (parts.attachments), file, signal);
      } catch (error) {
        if (!signal.aborted) parts.say(SENTENCES_OF_READING[kindOf(error)], card);
        return null;
      }
      parts.say("", card);
      const done = await work(blob);
      return signal.aborted ? null : done;
    },
    /** What can be given up with it. */
    signal: () => reading.signal,
    clear() {
      reading.abort();
      reading = new AbortController();
    },
  };
}
