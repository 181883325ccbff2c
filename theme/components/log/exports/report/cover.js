// The first page: what the reader chose to say, what is in the report and what is not, and how it was made. No DOM here.
import { _, fill, ngettext } from "../../../common/gettext.js";
import { dayWords } from "../../model/times.js";
import { wallAt } from "../../model/zones.js";
import { firstOf, lastOf } from "./span.js";
import { filesLeftWords } from "../model/read-me.js";
import { ownPart, part } from "../parts.js";

/** What the reader can put on the cover, in this order. */
export const COVER = {
  name: _("Name"),
  cases: _("Case or report numbers"),
  order: _("Court order"),
  prepared: _("Prepared by"),
};

/**
 * @param {any} handed
 * @param {{title: string, cover: Record<string, string>, code: string}} how
 */
export function coverOf(handed, { title, cover, code }) {
  const chosen = Object.entries(COVER).filter(([id]) => cover[id]?.trim());
  return [
    part("h1", {}, title),
    part("p", "report-made", madeWords(handed.made)),
    part(
      "table",
      "report-facts",
      ...chosen.map(([id, label]) => factRow(label, ownPart(cover[id].trim()))),
      factRow(_("What happened"), spanWords(handed.entries)),
      factRow(_("Entries"), countWords(handed, { isOnPage: true })),
      factRow(_("Code of the log"), part("span", "report-code", code)),
      factRow(_("Last hash of the log"), part("span", "report-hash", handed.head)),
    ),
    method(),
  ];
}

export const madeWords = (made) =>
  fill(_("Made on {day} at {time}, {zone}."), {
    day: dayWords(wallAt(made).slice(0, 10)),
    time: wallAt(made).slice(11, 16),
    zone: made.zone ? fill(_("{zone} (UTC{offset})"), made) : fill(_("UTC{offset}"), made),
  });

function factRow(label, value) {
  return part("tr", {}, part("th", { scope: "row" }, label), part("td", {}, value));
}

function spanWords(entries) {
  const present = entries.filter(({ removed }) => !removed);
  if (!present.length) return _("No entry.");
  const [first, last] = [firstOf(present).day, lastOf(present).day].map(dayWords);
  return first === last ? first : fill(_("From {first} to {last}"), { first, last });
}

/** Who reads it has to know what is not in it. `isOnPage`: in a report, what is kept apart has its own page. */
export function countWords(handed, { isOnPage = false } = {}) {
  const { entries, left, leftOfNoEntry = 0, isWithApart } = handed;
  const removed = entries.filter((entry) => entry.removed).length;
  const words = [
    ngettext("{count} entry.", "{count} entries.", entries.length),
    removed && fill(_("Removed entries among them: {count}."), { count: removed }),
    left
      ? ngettext("{count} more entry is left out.", "{count} more entries are left out.", left)
      : _("No entry is left out."),
    ...itemWords(handed),
    leftOfNoEntry && noEntryWords(leftOfNoEntry),
    isWithApart
      ? isOnPage
        ? _("Names of witnesses, where evidence is, and who had it, stand on a page of their own.")
        : _("Names of witnesses, where evidence is, and who had it, are in it.")
      : _("Names of witnesses, where evidence is, and who had it, are left out."),
  ];
  return words.filter(Boolean).join(" ");
}

/**
 * What goes in of the list of evidence.
 * @param {{items?: any[], files: any[], broken?: Set<any>, itemsLeft?: number, filesLeft?: number}} handed
 */
export function itemWords({ items = [], files, broken = new Set(), itemsLeft = 0, filesLeft = 0 }) {
  const count = items.filter(({ removed }) => !removed).length;
  const whole = files.length - broken.size;
  const words = [
    count && ngettext("{count} item of the evidence list.", "{count} items of the evidence list.", count),
    whole && ngettext("{count} file belongs to them.", "{count} files belong to them.", whole),
    filesLeft && filesLeftWords(filesLeft),
    itemsLeft && leftItemsWords(itemsLeft),
  ];
  return /** @type {string[]} */ (words.filter(Boolean));
}

export const leftItemsWords = (left) =>
  ngettext(
    "{count} item of the evidence list is left out.",
    "{count} items of the evidence list are left out.",
    left,
  );

/** As of an import that was stopped, or of another version: nobody can see what they hold. */
export const noEntryWords = (count) =>
  ngettext(
    "{count} line of the log is left out, because it belongs to no entry that is shown.",
    "{count} lines of the log are left out, because they belong to no entry that is shown.",
    count,
  );

/** How it was made, so that another person can do the same. */
function method() {
  return part(
    "section",
    "report-method",
    part("h2", {}, _("How this was made")),
    part("ul", {}, ...METHOD.map((sentence) => part("li", {}, sentence))),
  );
}

const METHOD = [
  _(
    "The writer typed what happened, and when, or brought in a file. An entry from a file names that file. The program added the number, and the day and time of writing.",
  ),
  _(
    "Times are shown as the clock on the wall showed them. The day and time of writing come from the clock of the device.",
  ),
  _("Numbers follow the order of writing. They can skip, since a correction takes a number too."),
  _(
    "A correction does not replace what was there. The older words are struck through, and can still be read.",
  ),
  _("An entry counts once, or as often as it says, or as it has rows. Removed entries are not counted."),
  _(
    "Each line of the log is hashed together with all lines before it (SHA-256). The code is made from the last hash. With the log as a file, anyone can work it out again.",
  ),
  _(
    "A file of the evidence list was kept byte for byte, with its hash. The day that the device gave for it, and what a camera wrote into it, can be wrong.",
  ),
  _("A hash is a long number made from a text. If one letter changes, the number changes."),
  _("The code does not show that an entry is true, or when something happened."),
];
