// Keeping what was chosen of a file, and saying what became of it.
import { _ } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
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
    const onPart = (/** @type {number} */ done) => preview.bar.setAttribute("value", (stored = done) / count);
    show(preview, true);
    say(WORDS.KEEPING, preview.tools);
    try {
      const { createImportEntry, writtenNow: context } = parts;
      const { ask } = reading;
      const id = await keepRows({
        ...{ ask, lines, createImportEntry, context, file: fileOf(reading), isCurrent, onPart },
      });
      if (!id) tellCut(stored);
      return id;
    } catch (error) {
      if (isCurrent()) tellNotKept(error, stored, preview);
      else tellCut(stored, error);
      return null;
    } finally {
      show(preview, false);
    }
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

  function tellNotKept(error, stored, preview) {
    say(wordsOf(`${WORDS.NOT_KEPT} ${parts.reasonOf(error)}`, stored), preview.tools);
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
