// The preview: what was read of a file, which of it to keep, and the rows themselves.
import { _, fill, ngettext } from "../../common/gettext.js";
import { make } from "../list.js";
import { choosingFields } from "./choosing.js";
import { createFileOffer } from "./file-offer.js";
import { buttonOf, progressBar } from "./form.js";
import { CHOOSE, PEOPLE, ROWS, SKIPPED } from "./protocol.js";
import { growingList, rowItem, skippedItem } from "./rows-shown.js";
import { summaryList } from "./summary.js";

/**
 * Make the preview of a file that was read. `before` is what the log says of it. `isCurrent()` is false once the file was put
 * away; `onKeep(count)` is called when the reader wants to keep what is chosen.
 * @param {ReturnType<typeof import("./file-reading.js").createFileReading>} reading
 * @param {any} how
 */
export async function createPreview(reading, { before, dayWords, isCurrent, lines, onKeep }) {
  const { ask } = reading;
  const status = /** @type {NonNullable<ReturnType<typeof reading.status>>} */ (reading.status());
  const zone = reading.answers().zone ?? "";
  const [people, firstRows] = [await ask(PEOPLE), await ask(ROWS, { from: 0, count: 1 })];
  const count = make("p", "log-import-count");
  count.setAttribute("aria-live", "polite");
  const rows = make("div", "log-import-rows");
  const offer = await createFileOffer(reading.file(), lines);
  const keep = buttonOf(_("Keep these in my log"), "importKeep", true);
  const bar = progressBar();
  const tools = make("div");
  tools.append(
    make("p", "", _("What you leave out stays in the file.")),
    offer.element,
    keep,
    bar,
    make("p", "said"),
  );
  const heading = make("h3", "", _("What is in it"));
  heading.tabIndex = -1;
  let chosen = await ask(CHOOSE, { people: null, from: "", until: "" });
  let latest = 0;

  const elements = [
    heading,
    ...summaryList({ status, zone, first: firstRows[0], before, dayWords }),
    ...choosingFields(people, choose),
    ...[count, tools],
    make("h3", "", _("The rows")),
    rows,
    ...(await skippedPart()),
  ];
  await showRows();
  keep.addEventListener("click", () => onKeep(chosen.count));
  return { elements, heading, keep, bar, tools, isFileWanted: offer.isWanted };

  async function choose(choice) {
    const own = ++latest;
    const found = await ask(CHOOSE, choice);
    if (own !== latest || !isCurrent()) return;
    chosen = found;
    await showRows(own);
  }

  async function showRows(own = latest) {
    const list = await growingList({
      total: chosen.count,
      get: (from, most) => ask(ROWS, { from, count: most }),
      itemOf: rowItem,
      isCurrent: () => isCurrent() && own === latest,
    });
    if (own !== latest) return;
    rows.replaceChildren(list);
    count.textContent = countWords(chosen, status.rows);
  }

  async function skippedPart() {
    if (!status.skipped) return [];
    const list = await growingList({
      ...{ total: status.skipped, itemOf: skippedItem, isCurrent },
      get: (from, most) => ask(SKIPPED, { from, count: most }),
    });
    return [make("h3", "", _("What was skipped, and why")), list];
  }
}

/** A file of the log holds 15 MiB (`../../vault/padding.js`): a log that is larger cannot be saved as one. */
function countWords({ count, bytes }, all) {
  const chosen =
    count < all
      ? fill(_("{chosen} of {all} rows are chosen."), { chosen: count, all })
      : ngettext("{count} row is chosen.", "All {count} rows are chosen.", all);
  return bytes > LARGE ? `${chosen} ${TOO_MUCH}` : chosen;
}

const LARGE = 10_000_000; // bytes
const TOO_MUCH = _(
  "That is a lot. A log with so many rows cannot be saved as one file. You can choose fewer people or fewer days.",
);
