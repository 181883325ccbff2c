// What a check says. In English tools/check_log.py says the same, word for word, so all of it is in ASCII. No DOM here.
import { _, fill } from "../../../common/gettext.js";

/** @import { Finding, Verdict } from "./types.d.ts" */

export const CHANGED = "changed";
export const SHORTER = "shorter";
export const ENDS = "line-ends";
export const UNKNOWN = "unknown-version";
export const UNCLEAR = "not-understood";
export const OLDER = "older";
export const WHOLE = "whole";
/** From the worst on: the worst that is found counts. */
const VERDICTS = /** @type {Verdict[]} */ ([CHANGED, SHORTER, ENDS, UNKNOWN, UNCLEAR, OLDER, WHOLE]);

const SENTENCES = {
  [CHANGED]: _("Changed."),
  [SHORTER]: _("Shorter than the code or the first line says."),
  [ENDS]: _("Line ends were changed."),
  [UNKNOWN]: _("I do not know this version."),
  [UNCLEAR]: _("I do not understand this."),
  [OLDER]: _("An older part of the other."),
  [WHOLE]: _("Whole and unchanged."),
};
const CHANGED_AT = _("Changed at entry {at}.");

/** What no check of a log can show; always said. */
export const NOT_PROVED = [
  _("This cannot show whether things happened as the log tells them, or when."),
  _("It also cannot show whether the log was written anew before its code was first given to somebody else."),
  _(
    "A code speaks for the lines in log.jsonl alone. It does not show that the report and tables say the same.",
  ),
];

export const MAIL = _(
  "Some mail programs change the ends of lines. With the old ones put back, nothing else differs.",
);
export const STRINGS = {
  noLog: _("This is not a log from the Quiet Guide, or it is still locked."),
  noExport: _("This is not a copy made with the Quiet Guide."),
  twoCopies: _("There are {n} copies in it. Check one at a time."),
  firstLine: _("The first line of log.jsonl was changed."),
  newer: _("Use the program that came with it, or a newer Quiet Guide."),
  changed: _("Line {at} of the log is not as it was, or does not go on from the one before."),
  elsewhere: _("Line {at} of the log is not here: line {number} is in its place."),
  cut: _("The log ends at line {there}. Its first line says that it goes up to line {count}."),
  added: _("Line {at} was added. The first line says that the log ends at line {count}."),
  unreadable: _("{name} cannot be read. The file, or the ZIP around it, was changed."),
  missing: _("{name} is missing."),
  differs: _("{name} does not match the list. One of the two was changed."),
  unlisted: _("{name} is in no list of this export."),
  otherInfo: _("{log} and {info} do not agree on Log-{name}. {log} says {value}."),
  otherCodeInfo: _("{log} and {info} do not agree on Log-Code."),
  unnamed: _("No line of this copy names {name}."),
  packedAnew: _("Another program packed this ZIP file. The files in it were checked."),
  zipChanged: _("The ZIP file is not as it was made: it was changed, or a part of it is missing."),
  unreadableCode: _("The code cannot be read. Compare it with the paper, letter by letter."),
  codeOfMore: _("The code was made at line {count}. This copy ends at line {there}."),
  otherCode: _("The code does not fit. A line before it was changed, or the code belongs to another log."),
  codeFits: _("The code fits: up to line {count}, nothing was changed since it was made."),
  otherLine: _("The code fits line {count}, not line {said}. Look at the number on the paper."),
  filesGone: _("Files that lines of this copy name, and that are not in it: {n}."),
  leftOut: _("Lines that are left out of this copy: {left} of {count}. What they say cannot be checked."),
  tooLarge: _(
    "This copy is too large to be checked here. Use the program check_log.py, which is in each ZIP file of a log.",
  ),
  foreignZip: _("This page cannot unpack it. Unpack it, and choose the folder."),
  part: _("The two copies differ from line {at} on."),
  twoLogs: _("These are copies of two different logs."),
  olderPart: _(
    "All of it is in the other copy. It ends at line {count}; the other goes on to line {others}.",
  ),
  begins: _("All of the older copy is here, unchanged, up to line {count}."),
  olderChanged: _("The older copy is changed. This one is whole."),
  ofOlder: _("The older copy: {what}"),
};

/**
 * Return what was found, in order; `say` adds to it. A name can come from anybody, so only plain letters of it are shown.
 */
export function createFindings() {
  /** @type {Finding[]} */
  const list = [];
  return {
    list,
    /**
     * @param {Verdict} kind
     * @param {string} sentence
     * @param {Record<string, string | number>} [values] `at` is the line of the log
     */
    say(kind, sentence, values = {}) {
      const what = fill(sentence, plainly(values));
      list.push({ kind, what, at: typeof values.at === "number" ? values.at : 0 });
    },
  };
}

/**
 * Return what fills a sentence, without signs that could turn it round or hide. A sentence of a check may be in it.
 * @param {Record<string, string | number>} values
 */
function plainly({ what, ...values }) {
  const shown = Object.entries(values).map(([name, value]) => [name, String(value).replace(/[^ -~]/gu, "?")]);
  return { what, ...Object.fromEntries(shown) };
}

/**
 * Return the verdict on all that was found.
 * @param {Finding[]} found
 */
export function verdictOn(found) {
  const rank = (/** @type {Finding} */ { kind }) => VERDICTS.indexOf(kind);
  const worst = [...found, { kind: VERDICTS[6], what: "", at: 0 }].sort((a, b) => rank(a) - rank(b))[0];
  const { kind, at } = worst;
  const verdict = kind === CHANGED && at ? fill(CHANGED_AT, { at }) : SENTENCES[kind];
  const sentences = [verdict, ...new Set(found.map(({ what }) => what)), ...NOT_PROVED];
  return { verdict: kind, ...(at && { at }), sentences };
}
