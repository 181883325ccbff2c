// Keeping what was chosen of a file, and saying what became of it.
import { _, fill } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
import { SENTENCES_OF_ADDING } from "../../vault/attachments/strings.js";
import { keepFileAsItem } from "../evidence/keep-file.js";
import { keepRows } from "./keeping.js";
import * as WORDS from "./strings.js";

/**
 * Return `keep(preview, count)`; it resolves with the id of the entry, or with null after it said why there is none.
 * `preview` is what `preview.js` made, `count` how many rows are chosen.
 * @param {ReturnType<typeof import("./file-reading.js").createFileReading>} reading
 * @param {any} parts
 */
export function createBringingIn(reading, parts) {
  const { lines, say, view } = parts;
  let isBusy = false;
  return { keep, isBusy: () => isBusy };

  async function keep(preview, count) {
    if (isBusy) return null;
    if (!count) {
      say(WORDS.NOTHING_CHOSEN, preview.tools);
      return null;
    }
    const isCurrent = reading.watch();
    let stored = 0;
    /** @type {string | null | undefined} */
    let item;
    const onPart = (/** @type {number} */ done) => preview.bar.setAttribute("value", (stored = done) / count);
    show(preview, true);
    say(WORDS.KEEPING, preview.tools);
    try {
      const { createImportEntry, writtenNow: context } = parts;
      ({ item } = await keepFile(preview, isCurrent));
      if (item === null) return null;
      const { ask } = reading;
      const id = await keepRows({
        ...{ ask, lines, createImportEntry, context, file: { ...fileOf(reading), item }, isCurrent, onPart },
      });
      if (!id) tellCut(stored);
      return id;
    } catch (error) {
      if (isCurrent()) tellNotKept(error, stored, preview, item);
      else tellCut(stored, error);
      return null;
    } finally {
      show(preview, false);
    }
  }

  /**
   * Keep the file itself first, where that is wanted: without it, nothing is brought in. `item` is null after it was said why.
   * @returns {Promise<{item?: string | null}>}
   */
  async function keepFile(preview, isCurrent) {
    if (!preview.isFileWanted()) return {};
    const { name, sha256 } = /** @type {any} */ (reading.status());
    const onProgress = (/** @type {number} */ part) => preview.bar.setAttribute("value", part);
    const how = { what: fill(WORDS.FILE_BROUGHT_IN, { name }), sha256, onProgress };
    try {
      const item = await keepFileAsItem(/** @type {File} */ (reading.file()), how, parts);
      if (isCurrent()) return { item };
      tellCut(0);
    } catch (error) {
      const reason = SENTENCES_OF_ADDING[kindOf(error)];
      if (isCurrent()) say(`${reason} ${WORDS.FILE_NOT_KEPT}`, preview.tools);
      else tellCut(0);
    }
    return { item: null };
  }

  function show(preview, isShown) {
    isBusy = isShown;
    preview.bar.hidden = !isShown;
    if (isShown) preview.keep.setAttribute("aria-disabled", "true");
    else preview.keep.removeAttribute("aria-disabled");
  }

  /** The log locked on the way, or the reader left. */
  function tellCut(/** @type {number} */ stored, /** @type {unknown} */ error = null) {
    if (error) kindOf(error);
    if (!view.querySelector("form")) return;
    say(wordsOf(WORDS.LOCKED_MEANWHILE, stored), view.querySelector("[data-slot=vault]"));
  }

  function tellNotKept(error, stored, preview, item) {
    const words = wordsOf(`${WORDS.NOT_KEPT} ${parts.reasonOf(error)}`, stored);
    say(item ? `${words} ${fill(WORDS.ITEM_KEPT, { item })}` : words, preview.tools);
  }
}

const wordsOf = (words, stored) => (stored ? `${words} ${WORDS.PARTLY_STORED}` : words);

function fileOf(reading) {
  const { name, size, sha256, rows, skipped, outcome } = reading.status();
  const { label, encoding } = outcome;
  const zone = reading.answers().zone ?? "";
  return {
    ...{ name: name || _("Pasted text"), bytes: size, sha256, format: label },
    encoding,
    zone,
    rows,
    skipped,
  };
}
