// The log on paper: in the document only while it is printed, so that the browser's own print command works too.
import { _, fill, ngettext } from "../common/gettext.js";
import { today } from "../common/dates.js";
import { dayWords } from "./model/times.js";
import { dayWritten, make, ownWords, removedWords } from "./list.js";
import { rowsOnPaper } from "./rows-in-tables.js";
import { kindOf, labelWords, linesOf, writtenWords } from "./words.js";

const PAPER = "log-paper";

/** `entries()` returns what the list shows, newest first; `isWithApart()` whether what is kept apart is printed too. */
export function createPrinting(view, { log, shape, entries, isWithApart }) {
  /** @type {(() => Element[]) | null} */
  let wanted = null;
  let form = PAPER; // the class of what is printed
  /** @type {Element | null} */
  let paper = null;

  addEventListener("beforeprint", put);
  addEventListener("afterprint", forget);
  return {
    printList: () => print(listOnPaper),
    printEntry: (entry) => print(() => entryOnPaper(entry, { isAlone: true })),
    printSlip: (lines) => print(() => slip(lines)),
    printPictures: (pictures) => print(() => pictures),
    /** Print what another bundle makes; `as` is the class that its own rules know. */
    printAs: (as, content) => print(content, as),
    forget,
  };

  function print(content, as = PAPER) {
    wanted = content;
    form = as;
    window.print();
  }

  function put() {
    if (document.documentElement.dataset.view !== view.dataset.viewId || (!wanted && !log.size)) return;
    remove();
    const made = make("div", wanted ? form : PAPER);
    made.append(...(wanted ?? listOnPaper)());
    document.body.append(made);
    paper = made;
  }

  function forget() {
    wanted = null;
    remove();
  }

  function remove() {
    paper?.remove();
    paper = null;
  }

  function listOnPaper() {
    const shown = [...entries()].reverse();
    return [
      make("h1", "", _("Log")),
      make("p", "", countWords(shown.length)),
      make("p", "", _("Numbers can skip. A correction, for example, takes a number too.")),
      ...shown.flatMap((entry) => entryOnPaper(entry)),
    ];
  }

  /** Who reads it has to know that it is not all of the log. */
  function countWords(shown) {
    const day = dayWords(today());
    if (shown < log.size)
      return fill(_("{count} of {all} entries, chosen by a search. Printed on {day}."), {
        ...{ count: shown, all: log.size, day },
      });
    const count = ngettext("{count} entry", "{count} entries", shown);
    return fill(_("{count}, printed on {day}."), { count, day });
  }

  function entryOnPaper(entry, { isAlone = false } = {}) {
    const kind = kindOf(entry, shape);
    const title = kind
      ? fill(_("Entry {number}: {kind}"), { number: entry.number, kind })
      : fill(_("Entry {number}"), { number: entry.number });
    const head = make(isAlone ? "h1" : "h2", "", title);
    if (entry.removed) return [head, make("p", "", removedWords(entry))];
    const parts = linesOf(entry, shape).map(onPaper);
    if (entry.rows?.length) parts.push(...rowsOnPaper(entry, shape));
    if (isWithApart()) parts.push(...linesOf(entry, shape, { isApart: true }).map(onPaper));
    parts.push(make("p", "", writtenWords(entry)));
    return [head, ...parts, ...(isAlone ? olderOnPaper(entry) : [])];
  }

  /** What it said before, struck through and readable. */
  function olderOnPaper(entry) {
    return log.changesOf(entry).flatMap(({ version, changes }) =>
      changes.flatMap(({ label, before, isApart = false }) => {
        if (!before || (isApart && !isWithApart())) return [];
        const line = fill(_("{label}, until {day}:"), { label, day: dayWords(dayWritten(version)) });
        return [make("p", "", line), ownWords(before, "p", "log-paper-old")];
      }),
    );
  }
}

function onPaper({ label, text }) {
  const line = make("p");
  line.append(make("b", "", `${labelWords(label)} `), ownWords(text, "span", ""));
  return line;
}

function slip([code, about]) {
  return [
    make("h1", "", _("Code of a log")),
    make("p", "log-paper-code", code),
    make("p", "", about),
    make(
      "p",
      "",
      _(
        "Keep this. It covers the log up to this day. Entries added later do not matter. If something older is changed, the log no longer gives this code. It does not show that an entry is true, and nobody can read the log from it.",
      ),
    ),
    make("p", "", _("Given to, and on which day:")),
  ];
}
