// Slips that go with a file: what is in it and how to check it, and facts for a person who has to sign for it. No DOM here.
import { _, fill, ngettext } from "../../common/gettext.js";
import { part } from "./parts.js";
import { countWords, madeWords } from "./report/cover.js";
import { listTable } from "./report/tables.js";

/**
 * Half a page for the person who gets a file.
 * @param {any} handed
 * @param {{code: string}} how
 */
export function sharingSlip(handed, { code }) {
  return [
    part(
      "section",
      "report-half",
      part("h1", {}, _("About this file of a log")),
      part("p", {}, madeWords(handed.made)),
      part("p", {}, part("b", {}, _("What it holds:")), " ", countWords(handed)),
      part(
        "p",
        {},
        part("b", {}, _("How to open it:")),
        " ",
        _(
          "A ZIP file opens on any computer. Begin with data/read-me.txt and data/report.html. A file that ends in .age needs the free program “age” and a passphrase. Get the passphrase another way than the file.",
        ),
      ),
      part(
        "p",
        {},
        part("b", {}, _("What to check:")),
        " ",
        _(
          "Run data/check_log.py, or open the file on the guide’s page “Check a log”. Type this code there. It must say “Whole and unchanged”, and that the code fits:",
        ),
      ),
      part("p", "report-code", code),
      part(
        "p",
        {},
        _(
          "This shows whether the log was changed since the code was given. It does not show that an entry is true.",
        ),
      ),
      part("p", {}, _("Please keep the file where others cannot read it. It can put a person in danger.")),
    ),
  ];
}

/**
 * What a person who signs a statement about the file may need; it is none itself.
 * @param {any} handed
 * @param {{code: string, program: string, browser: string, checker: string}} how
 */
export function factSheet(handed, { code, program, browser, checker }) {
  const { start, head, lines, leftOut } = handed;
  const facts = [
    [_("Program"), program],
    [_("SHA-256 of check_log.py"), part("span", "report-hash", checker)],
    [_("Browser and system"), browser],
    [_("Made"), madeWords(handed.made)],
    [_("What goes in"), countWords(handed)],
    [
      _("Lines"),
      fill(_("Lines in the log: {count}. Left out: {left}."), {
        count: lines.length,
        left: leftOut.size,
      }),
    ],
    [_("Code of the log"), part("span", "report-code", code)],
    [_("First hash"), part("span", "report-hash", start)],
    [_("Last hash"), part("span", "report-hash", head)],
  ];
  return [
    part(
      "section",
      "report-close",
      part("h1", {}, _("Facts about a log, for a person who signs a statement about it")),
      part(
        "p",
        {},
        _(
          "This page is no such statement, and no legal advice. Rules differ from place to place: ask a lawyer which words are needed.",
        ),
      ),
      part("h2", {}, _("What the program does")),
      part("ol", {}, ...EIGHT.map((sentence) => part("li", {}, sentence))),
      part("h2", {}, _("This log")),
      part(
        "table",
        "report-facts",
        ...facts.map(([label, value]) =>
          part("tr", {}, part("th", { scope: "row" }, label), part("td", {}, value)),
        ),
      ),
      part("h2", {}, _("How each file came in")),
      ...cameIn(handed),
      part("p", "report-blank", _("Name:")),
      part("p", "report-blank", _("Signature and day:")),
    ),
  ];
}

const EIGHT = [
  _(
    "A person types an entry on a page in a browser, or brings in a file of calls or messages there. The page sends nothing to anybody.",
  ),
  _(
    "When the person keeps an entry, the program writes it as one line of text, with a number and the time of the device’s clock.",
  ),
  _("A line is never changed: a correction or a removal is a new line."),
  _(
    "Each line is hashed with SHA-256, together with the hash of all lines before it. A hash is a long number made from a text. If one letter changes, the number changes.",
  ),
  _(
    "What is kept on the device is encrypted with a passphrase. A file that is kept there is copied byte for byte. It is hashed then, and again when it is handed on.",
  ),
  _(
    "An export copies the lines letter for letter, and puts the hash of a line in the place of one that is left out.",
  ),
  _("A list of SHA-256 hashes in the ZIP file (manifest-sha256.txt) covers each file in it."),
  _("Anyone can repeat the check with the small program check_log.py, with Python alone."),
];

/** @param {any} handed */
function cameIn({ entries, files: all, lines, broken = new Set() }) {
  const files = all.filter((file) => !broken.has(file));
  const typed = ngettext(
    "{count} line was written on the page, or came from a file.",
    "{count} lines were written on the page, or came from a file.",
    lines.length,
  );
  const imports = entries.filter(({ fields }) => fields.file_sha256).reverse();
  return [
    part("p", {}, typed),
    ...(imports.length ? [importsTable(imports)] : []),
    ...(files.length ? [filesTable(files)] : [part("p", {}, _("No other file is in it."))]),
  ];
}

/** Of a file that was brought in, the log has its rows, and what tells which file it was. */
function importsTable(entries) {
  const heads = [_("Entry"), _("File that was brought in"), _("Bytes"), _("SHA-256"), _("Rows")];
  const rows = entries.map(({ number, fields }) => {
    const { file = "", file_bytes: bytes = "", file_sha256: hash, file_rows: count = "" } = fields;
    return [number, file, bytes, hash, count].map(String);
  });
  return listTable(heads, rows);
}

/** @param {any[]} files */
function filesTable(files) {
  const heads = [_("Item"), _("File"), _("Bytes"), _("SHA-256")];
  const rows = files.map(({ item, name, bytes, sha256 }) => [
    ...[item, name, String(bytes)],
    part("td", "report-hash", sha256),
  ]);
  return listTable(heads, rows);
}
