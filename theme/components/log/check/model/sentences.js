// What a check says. tools/check_log.py says the same, word for word, so all of it is in ASCII. No DOM here.
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
];

export const MAIL = _(
  "Some mail programs change the ends of lines. With the old ones put back, nothing else differs.",
);
export const STRINGS = {
  noLog: _("This is no log of the Quiet Guide, or it is still locked."),
  noExport: _("This is no export of the Quiet Guide."),
  twoCopies: _("There are {n} copies in it. Check one at a time."),
  firstLine: _("The first line of log.jsonl was changed."),
  newer: _("Check it with the program in it, or with a newer Quiet Guide."),
  changed: _("Line {at} of the log is not as it was, or does not go on from the one before."),
  elsewhere: _("Line {at} of the log is not here: line {number} is in its place."),
  cut: _("There are {there} lines of the log. The first line speaks of {count}."),
  added: _("Line {at} was added. The first line speaks of {count}."),
  unreadable: _("{name} cannot be read: it was changed, or what the ZIP file says of it."),
  missing: _("{name} is missing."),
  differs: _("{name} or its hash in the list was changed: they do not agree."),
  unlisted: _("{name} is in no list of this export."),
  otherInfo: _("Log-{name} is {value} by {log}, and not by {info}."),
  unnamed: _("No line of this copy names {name}."),
  packedAnew: _("Another program packed this ZIP file. The files in it were checked."),
  zipChanged: _("The ZIP file is not as it was made: it was changed, or a part of it is missing."),
  unreadableCode: _("The code cannot be read. Compare it with the paper, letter by letter."),
  codeOfMore: _("The code is of {count} lines. There are {there}."),
  otherCode: _("The code does not fit: a line before it was changed, or it is of another log."),
  codeFits: _("The code fits: the first {count} lines are as they were when it was made."),
  part: _("The two copies part at line {at}."),
  twoLogs: _("These are copies of two different logs."),
  olderPart: _("Its {count} lines are the first of the {others} of the other copy."),
  begins: _("The {count} lines of the older copy are all here, unchanged."),
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
      const what = fill(sentence, values).replace(/[^ -~]/gu, "?");
      list.push({ kind, what, at: typeof values.at === "number" ? values.at : 0 });
    },
  };
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
