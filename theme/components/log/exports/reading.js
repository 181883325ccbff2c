// Reading the kept files that go in: how far it is, what is not whole any more, and what is too large. No DOM here.
import { _, fill } from "../../common/gettext.js";
import { MOST_UNPACKED } from "../imports/bounds.js";

/** @import { HandedFile, Reading } from "./model/types.d.ts" */

export const MOST_LOCKED = 256 * 1024 * 1024; // bytes that are encrypted at once
const ROOM = 64 * 1024 * 1024; // bytes, for all that is in an export besides the files
const STEP = 10; // percent
const LOCKED = "age";

const TOO_LARGE = _(
  "The files are too large for one ZIP file. You can choose fewer entries with a search, or save files for an upload page.",
);
export const TOO_LARGE_TO_LOCK = _(
  "This is too large to be locked here at once. You can choose fewer entries with a search, or lock one of the tables.",
);

/**
 * Return why the files cannot be handed on in this form, or an empty text.
 * @param {string} form
 * @param {string} kind what is locked, where it is locked
 * @param {{files: HandedFile[]}} handed
 */
export function tooLarge(form, kind, { files }) {
  if (kind !== "bag") return "";
  const size = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (form === LOCKED && size > MOST_LOCKED) return TOO_LARGE_TO_LOCK;
  return size > MOST_UNPACKED - ROOM ? TOO_LARGE : "";
}

/**
 * Return how files are read: it is said how far it is, and those that are not whole are put into `handed.broken`.
 * @param {{files: HandedFile[], broken: Set<HandedFile>}} handed
 * @param {{tell: (text: string) => void, signal: AbortSignal}} how
 * @returns {Reading}
 */
export function createReading({ files, broken }, { tell, signal }) {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  let told = 0;
  return {
    signal,
    onBytes(bytes) {
      done += bytes;
      const percent = Math.floor(done / all / (STEP / 100)) * STEP;
      if (percent <= told || percent >= 100) return;
      told = percent;
      tell(fill(_("Reading the files: {percent} %"), { percent }));
    },
    onBroken: (file) => broken.add(file),
  };
}

/**
 * Return a sentence for each file that is not handed on.
 * @param {Set<HandedFile>} broken
 */
export const brokenWords = (broken) =>
  [...broken].map(({ name, item }) =>
    fill(
      _(
        "“{name}” of item {item} is not on this device, or not whole any more, so it is not in there. All else is.",
      ),
      { name, item },
    ),
  );
