// Pictures of a log, each beside its table. Python counts, in the worker that the plan has too; the rest of the log needs none.
import { _, fill, ngettext } from "../../common/gettext.js";
import { base } from "../../common/files.js";
import { today } from "../../common/dates.js";
import { kindOf, OURS } from "../../common/known-error.js";
import { pause } from "../../common/time-limit.js";
import { createLargerPart } from "../../python/larger-part.js";
import {
  BLOCKED,
  CANNOT_ANSWER,
  FAILED,
  LOADING,
  LOG_COUNTS,
  NETWORK,
  NO_WASM,
  NOT_LARGER,
  READY,
  TIMEOUT,
} from "../../python/protocol.js";
import { sharedPython } from "../../python/shared-python.js";
import { factsList } from "./facts.js";
import { followedTable } from "./followed.js";
import { hoursPicture } from "./hours.js";
import { timelinePicture } from "./timeline.js";
import { weeksPicture } from "./weeks.js";
import { NOT_LOADED, NOT_MADE } from "./words.js";

const NOTHING = _("There is nothing to count yet.");
const COMING = _("The charts are being made. The first time, this takes a moment.");
const root = document.documentElement;
const REST = _("All else in the log works without it.");
const CANNOT = fill(
  _("The charts cannot be made here. They need a part of this page that did not start. {rest}"),
  {
    rest: REST,
  },
);
const NO_WEBASSEMBLY = fill(
  _("The charts cannot be made here. They need a part of this page that this browser blocks. {rest}"),
  { rest: REST },
);
const REASONS = {
  [NO_WASM]: NO_WEBASSEMBLY,
  [BLOCKED]: NO_WEBASSEMBLY,
  [NETWORK]: NOT_LOADED,
  [TIMEOUT]: NOT_LOADED,
  [CANNOT_ANSWER]: fill(
    _("The charts cannot be made of these entries here. Nothing you wrote is lost. {rest}"),
    { rest: REST },
  ),
  [NOT_LARGER]: fill(
    _("The larger part did not load, so there are no charts yet. Nothing you wrote is lost. {rest}"),
    { rest: REST },
  ),
};

/**
 * Set up the pictures; `area` holds `pictures.html`. `entries()` returns what is to be counted, `rowsOf` makes
 * plain rows of it (`../model/plain-rows.js`). A number in `area` is a button
 * with `data-entries`, the numbers of its entries: `onEntries(numbers)` is called with them.
 */
export function startPictures(area, { entries, rowsOf, shape, onEntries }) {
  const said = area.querySelector(".log-pictures-said");
  const place = area.querySelector(".log-pictures");
  const kindLabel = (kind) => shape.kinds[kind]?.label ?? _("No kind chosen");
  /** @type {ReturnType<typeof sharedPython> | null} */
  let python = null;
  let latest = 0;
  const larger = createLargerPart({ onPress: () => python?.startLarger(), onDone: () => focusOn(said) });

  said.after(larger.element);
  area.addEventListener("change", show);
  area.addEventListener("click", ({ target }) => {
    const numbers = /** @type {Element} */ (target).closest("[data-entries]")?.dataset.entries;
    if (numbers) onEntries(numbers.split(" ").map(Number));
  });
  return { show, clear, stop, onPaper };

  /** Count anew, and draw. */
  async function show() {
    const asked = ++latest;
    const rows = rowsOf(entries());
    if (!rows.length) {
      place.replaceChildren();
      said.textContent = NOTHING;
      return;
    }
    const by = area.querySelector("[name=log-counted-by]:checked").value;
    try {
      if (python && root.dataset.python === FAILED) {
        if (larger.isOpen()) return;
        python.restart();
      }
      python ??= sharedPython({ base: `${base}assets/python/`, onState });
      const { result } = await python.ask(LOG_COUNTS, { rows, by, today: today() });
      if (asked !== latest || !result) return;
      const made = [];
      for (const picture of picturesOf(result, kindLabel)) {
        made.push(picture);
        await pause(0); // so that a long log holds up nothing
      }
      if (asked !== latest) return;
      said.textContent = totalWords(result.total);
      place.replaceChildren(...made);
    } catch (error) {
      const kind = kindOf(error); // the client has reported any other through `onState`
      if (kind === OURS && asked === latest) said.textContent = NOT_MADE;
    }
  }

  function onState(state, kind) {
    const wasOffered = larger.isOpen();
    larger.follow(state, kind, python?.largerSize() ?? 0);
    if (state === LOADING && !place.hasChildNodes()) said.textContent = COMING;
    if (state === FAILED) {
      place.replaceChildren();
      said.textContent = REASONS[kind] ?? CANNOT;
    }
    if (state === READY && wasOffered) show();
  }

  /** Take all that was counted off the page. */
  function clear() {
    latest += 1;
    place.replaceChildren();
    said.textContent = "";
  }

  function stop() {
    clear();
    python?.stop();
  }

  /** Return the pictures for paper, with all their numbers. */
  function onPaper() {
    const copies = [...place.children].map((child) => /** @type {Element} */ (child.cloneNode(true)));
    for (const copy of copies) for (const fold of copy.querySelectorAll("details")) fold.open = true;
    return copies;
  }
}

/** @param {HTMLElement} element */
function focusOn(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * Make the pictures and tables of what Python counted, one after the other.
 * @param {any} result
 * @param {(kind: string) => string} kindLabel
 * @returns {Generator<Element>}
 */
function* picturesOf({ weeks, hours, timeline, followed, facts }, kindLabel) {
  yield weeksPicture(weeks);
  yield hoursPicture(hours);
  yield timelinePicture(timeline, kindLabel);
  if (followed.marks.length) yield followedTable(followed);
  yield factsList(facts);
}

function totalWords({ times, entries }) {
  const count = ngettext("{count} entry is counted.", "{count} entries are counted.", entries);
  if (times === entries) return count;
  const more = ngettext("Together they stand for {count}.", "Together they stand for {count}.", times);
  return fill("{count} {more}", { count, more });
}
