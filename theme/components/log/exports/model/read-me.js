// The text that lies in an export for whoever opens it. No DOM here.
import { _, fill, ngettext } from "../../../common/gettext.js";
import { NOT_PROVED } from "../../check/model/sentences.js";

/** @import { Handed } from "./types.d.ts" */

const FILES = [
  ["report.html", _("the log to read and to print, in any browser. It asks for nothing from the internet.")],
  [
    "log.csv",
    _(
      "a table for Excel, LibreOffice and other spreadsheets. Where a text would start a formula, or a phone number would lose a zero, an apostrophe (') stands before it. It was added here, and is no part of the log.",
    ),
  ],
  [
    "log-exact.csv",
    _("the same table for other programs, exact, with nothing added. Do not open it in a spreadsheet."),
  ],
  ["log.jsonl", _("the log itself: each line as it was written, and its hash.")],
  ["log-export.schema.json", _("what a line of log.jsonl can hold, for programs.")],
  ["check_log.py", _("a small program that checks all this. You can read it before you run it.")],
];
const LIST = [
  "files.csv",
  _(
    "the list of the files, with the names that they had. An apostrophe (') stands before a name that a spreadsheet would take for a formula. It was added here.",
  ),
];
const FILES_HERE = ["files/", _("the files, byte for byte as they were added to the log.")];
const FILES_BESIDE = _(
  "The files themselves lie beside this ZIP file, byte for byte as they were added to the log.",
);
const MISSING = _(
  "The file “{name}” of item {item} is not in this copy: it was not there, or not whole any more.",
);
const COMMANDS = [
  [_("With Python 3, in this folder:"), "python3 data/check_log.py ."],
  [_("Or give it the ZIP file as it came:"), "python3 check_log.py log.zip"],
  [_("With a code of the log that somebody was given:"), 'python3 data/check_log.py --code "…" .'],
  [_("With an older copy of the log:"), "python3 data/check_log.py --older older.zip ."],
  [_("Without it, on Linux:"), "sha256sum -c manifest-sha256.txt"],
  [_("On a Mac:"), "shasum -a 256 -c manifest-sha256.txt"],
  [
    _("On Windows, one file at a time, against manifest-sha256.txt:"),
    "certutil -hashfile data\\log.jsonl SHA256",
  ],
];

/**
 * @param {Handed} handed
 * @param {{isFilesBeside?: boolean}} [how] where the files are not in the same ZIP file
 */
export function readMe(
  { lines, leftOut, files, broken = new Set(), filesLeft = 0 },
  { isFilesBeside = false } = {},
) {
  const known = [...FILES, ...(files.length ? [LIST, ...(isFilesBeside ? [] : [FILES_HERE])] : [])];
  const missing = [...broken].map(({ name, item }) => fill(MISSING, { name, item }));
  const left = [
    ...(leftOut.size ? [leftOutSentence(leftOut.size)] : []),
    ...(filesLeft ? [filesLeftWords(filesLeft)] : []),
    ...missing,
  ];
  return [
    _("This is a copy of a log, made with the Quiet Guide."),
    "",
    countSentence(lines.length),
    ...(left.length ? left : [_("Nothing is left out of this copy.")]),
    ...(files.length && isFilesBeside ? [FILES_BESIDE] : []),
    "",
    _("What is in the folder data:"),
    ...known.map(([name, what]) => `- ${name}: ${what}`),
    "",
    _("How to check that nothing was changed since the copy was made:"),
    ...COMMANDS.map(([what, command]) => ["-", what, command].join(" ")),
    "",
    ...NOT_PROVED,
    "",
  ].join("\n");
}

/** @param {number} count */
const countSentence = (count) =>
  ngettext(
    "The log has {count} line. Each line is an entry, or a later change to one.",
    "The log has {count} lines. Each line is an entry, or a later change to one.",
    count,
  );

/** @param {number} count */
const leftOutSentence = (count) =>
  ngettext(
    "{count} line is left out of this copy. Its hash is there, so the rest can still be checked.",
    "{count} lines are left out of this copy. Their hashes are there, so the rest can still be checked.",
    count,
  );

/**
 * Of the items that go in, also removed ones.
 * @param {number} left
 */
export const filesLeftWords = (left) =>
  ngettext(
    "{count} file that was taken off an item, or removed with it, is left out.",
    "{count} files that were taken off an item, or removed with it, are left out.",
    left,
  );
