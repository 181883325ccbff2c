// The entries of the short report, a row each: all together at most so many lines that it stays within ten pages. No DOM here.
import { _, fill, ngettext } from "../../../common/gettext.js";
import { dayOfWhen, dayWords, laterSentence, timeWords } from "../../model/times.js";
import { WORST } from "../../model/meanings.js";
import { kindOf, shownWords } from "../../words.js";
import { part } from "../parts.js";
import { removedOn } from "./entry-parts.js";
import { linesOfShort } from "./evidence.js";
import { cut, listTable } from "./tables.js";

const MOST_LINES = 300; // of the table
const WIDEST = 46; // letters in one line of the narrowest text column
const NARROW = 12; // letters in one line of the other columns

/** @param {any} handed */
export function shortList(handed) {
  const { entries, shape } = handed;
  const oldestFirst = [...entries].reverse();
  const rows = oldestFirst.map((entry) => ({ entry, cells: cellsOf(entry, shape) }));
  const wanted = chosenOf(rows, MOST_LINES - linesOfShort(handed));
  const shown = rows.filter((row) => wanted.has(row));
  const missing = rows.length - shown.length;
  const heads = [_("No."), _("When"), _("Kind"), _("What happened"), _("Written")];
  return [
    part("h2", "report-page", _("The entries in short, the oldest first")),
    ...(missing ? [part("p", {}, missingWords(missing))] : []),
    part("p", {}, _("Long texts are cut, and end in “…”. The full report has all of them.")),
    listTable(
      heads,
      shown.map(({ cells }) => cells),
      "",
      "report-list report-short",
    ),
  ];
}

const missingWords = (count) =>
  ngettext(
    "{count} entry does not fit here, and is in the full report. The first, the worst as the writer marked them, and the latest ones are here.",
    "{count} entries do not fit here, and are in the full report. The first, the worst as the writer marked them, and the latest ones are here.",
    count,
  );

function cellsOf(entry, shape) {
  const { number, when, written, removed, content } = entry;
  const words = removed ? removedOn(removed) : shownWords(entry, shape).replaceAll(/\s+/g, " ");
  const changed = !removed && entry.versions.indexOf(content) > 0 ? _("Changed later") : "";
  return [
    String(number),
    removed ? "" : fill(_("{day}, {time}"), { day: dayWords(dayOfWhen(when)), time: timeWords(when) }),
    kindOf(entry, shape),
    cut(words),
    [removed ? "" : laterSentence(when, written), changed].filter(Boolean).join(" "),
  ];
}

/** Choose rows by what matters most, until the pages are full. */
function chosenOf(rows, most) {
  const isWorst = ({ entry }) => !entry.removed && entry.fields[WORST.field]?.includes?.(WORST.option);
  const inOrder = [...new Set([...rows.slice(0, 1), ...rows.filter(isWorst), ...[...rows].reverse()])];
  const chosen = new Set();
  let lines = 0;
  for (const row of inOrder) {
    lines += linesOf(row.cells);
    if (lines > most) break;
    chosen.add(row);
  }
  return chosen;
}

/** How many lines a row takes at most: capitals are wider, and letters of some scripts twice as wide. */
function linesOf([, when, kind, what, written]) {
  const wide = [...what].reduce((sum, letter) => sum + widthOf(letter), 0);
  return Math.max(1, ...[when, kind, written].map(({ length }) => length / NARROW), wide / WIDEST) + 0.7;
}

function widthOf(letter) {
  if (letter > "\u2e7f") return 2;
  return /[A-ZmwÆŒ@%…—]/.test(letter) ? 1.8 : 1;
}
