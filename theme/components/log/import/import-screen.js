// The screen "Bring in a file": choose it, answer what is asked, look at what is in it, and keep what is wanted. What is read
// is in a worker, which ends when the file is put away: after keeping, when the log locks, when the reader leaves.
import { _, fill } from "../../common/gettext.js";
import { pause } from "../../common/time-limit.js";
import { FILE, ITEMS } from "../model/meanings.js";
import { createBringingIn } from "./bring-in.js";
import { createFileReading } from "./file-reading.js";
import { createLooking } from "./looking.js";
import { createPreview } from "./preview.js";
import * as WORDS from "./strings.js";

/**
 * Set up the screen; `area` is its section. Returns `show()`, which may be called at any time, and `clear()`.
 * @param {HTMLElement} area
 * @param {any} parts
 */
export function startImport(area, parts) {
  const { say } = parts;
  const reading = createFileReading((part) => looking.showProgress(part));
  const looking = createLooking(area, reading, parts);
  const bringing = createBringingIn(reading, parts);
  let isDropped = false; // the log locked while there was a file here

  area.addEventListener("change", ({ target }) => {
    const { dataset, files } = /** @type {HTMLInputElement} */ (target);
    if ("logImport" in dataset && files?.[0] && !bringing.isBusy()) looking.take({ file: files[0] });
  });
  area.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest("[data-import-show]")) showFile();
    if (/** @type {Element} */ (target).closest("[data-import-stop]")) stop();
  });
  return {
    show() {
      if (isDropped) say(WORDS.DROPPED, area);
      isDropped = false;
    },
    clear() {
      isDropped = reading.hasFile() && !bringing.isBusy();
      looking.renew();
    },
  };

  function stop() {
    looking.renew();
    say(WORDS.STOPPED_READING, area);
    area.querySelector("input")?.focus();
  }

  async function showFile() {
    if (bringing.isBusy()) return;
    looking.takePasted();
    const wasAsked = looking.areAsked();
    if (!reading.hasFile()) {
      say(WORDS.NO_SOURCE, area);
      return;
    }
    await looking.settled();
    if (wasAsked && looking.areAsked()) await looking.answer();
    const { refused, questions } = looking.outcome();
    if (questions.length) looking.focus();
    else if (reading.status() && !refused) await showPreview();
  }

  async function showPreview() {
    const isCurrent = reading.watch();
    const preview = await createPreview(reading, {
      ...{
        before: broughtIn(reading.status()?.sha256),
        dayWords: parts.dayWords,
        isCurrent,
        lines: parts.lines,
      },
      onKeep: async (/** @type {number} */ count) => {
        const id = await bringing.keep(preview, count);
        if (id) finish(id);
      },
    });
    if (!isCurrent()) return;
    looking.showPreview(preview.elements);
    say("", area);
    preview.heading.focus();
  }

  /** What to say of a file that is in the log already. */
  function broughtIn(sha256) {
    const entries = parts.log.newestFirst();
    const entry = entries.find(({ fields, removed }) => !removed && fields[FILE] === sha256);
    if (!entry) return "";
    const { number } = entry;
    const day = parts.dayWords(parts.dayWritten(entry.content));
    return fill(_("You brought this file in on {day}, as entry {number}."), { day, number });
  }

  /** Show the entry first, then tidy up here, each in a task of its own: it can have a hundred thousand rows. */
  async function finish(id) {
    const entry = parts.log.get(id);
    reading.putAway();
    const isCurrent = reading.watch();
    if (entry) parts.onKept(entry, wordsOf(entry, parts));
    await pause(0);
    if (isCurrent()) looking.renew();
    parts.lines.prepareSearch();
  }
}

/** What is said of the entry, and of the item that holds the file itself. */
function wordsOf(entry, parts) {
  const words = parts.addedWords(entry);
  const item = entry.fields[ITEMS];
  return item ? `${words} ${fill(WORDS.ITEM_KEPT, { item })}` : words;
}
