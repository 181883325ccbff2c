// Each form of what is handed on: on paper, as files, or on this screen.
import { sha256 } from "@noble/hashes/sha2.js";
import { logFileName } from "../../common/export-name.js";
import { _ } from "../../common/gettext.js";
import { today } from "../../common/dates.js";
import { hexOf } from "../model/chain.js";
import { witnessCode } from "../model/witness-code.js";
import { makeFiles } from "./forms.js";
import { startLocking } from "./locked-file.js";
import { createPaper } from "./on-paper.js";
import { brokenWords, createReading, tooLarge } from "./reading.js";
import { startReadOnly } from "./read-only.js";
import { readPictures } from "./pictures.js";
import { madeWords } from "./report/cover.js";
import { placeOfPicture } from "./report/file.js";
import { reportOf } from "./report/report.js";
import { startSaving } from "./saving.js";
import { factSheet, sharingSlip } from "./slips.js";

const NOT_SAVED = _(
  "No file was saved yet. Save it before you write anything more: else the code on this page does not fit the file.",
);
const PRINTED = _("The print window shows it. You can save it there as a PDF file, too.");
const PROGRAM = _("The log of this guide");
const TITLE = _("Report of a log");
const LOOK = "look";
const LOCKED = "age";
const WITH_PICTURES = ["report", "report-file"];
const TO_CHECK = ["bag", "portal", "jsonl"];
const BESIDE = ["slip", "facts"]; // papers that go with a file
const PAPER = ["report", "report-short", ...BESIDE];

/**
 * Return pictures by their files, each with its address or why it has none.
 * @param {Awaited<ReturnType<typeof readPictures>>} pictures
 * @param {(blob: Blob) => string} show
 */
const shownBy = (pictures, show) =>
  new Map([...pictures].map(([file, { blob, note }]) => [file, { src: blob ? show(blob) : "", note }]));

/** Return what hands on in each form. `area` is `.log-exports`. */
export function createHanding(area, { view, shape, lines, say, printing, go, carried }) {
  const saved = area.querySelector(".log-saved");
  const saving = startSaving(saved, (text) => say(text, saved));
  const paper = createPaper(printing);
  const button = area.querySelector(`[data-log-export=${LOCKED}]`);
  const locking = startLocking(area.querySelector(".log-locked"), { lines, say, button });
  const onScreen = startReadOnly(view.querySelector(".log-read"), { shape });

  /** @type {{[form: string]: any, margins: any} | null} */
  let ofSaved = null; // the papers that go with the file that was saved last: the log may have grown since

  return {
    hand,
    forgetSaved: saving.clear,
    clear() {
      for (const one of [saving, locking, onScreen]) one.clear();
      paper.takeOff();
      ofSaved = null;
    },
  };

  /**
   * Hand on what was chosen. `near` is where the reader pressed; `signal` ends when the log is not open any more.
   * @param {string} form
   * @param {{near: Element, tell: (text: string) => void, handed: any, how: any, signal: AbortSignal}} asked
   */
  async function hand(form, { near, tell, handed, how, signal }) {
    const { text: code } = witnessCode(handed.head, handed.lines.length, today());
    const margins = { top: madeWords(handed.made), bottom: code };
    const kind = form === LOCKED ? locking.form() : form;
    const reading = createReading(handed, { tell, signal });
    const isWithPictures = how.isWithPictures && WITH_PICTURES.includes(kind);
    const pictures = isWithPictures ? await readPictures(handed.files, reading) : new Map();
    if (signal.aborted) return;
    const report = (isShort, show) =>
      reportOf(handed, { ...how, isShort, code, pictures: show && shownBy(pictures, show) });
    const made = { ...{ tell, handed, signal, code, margins, report }, pictures: pictures.size > 0 };
    if (form === LOOK) {
      tell("");
      onScreen.open(handed);
      go("read");
    } else if (PAPER.includes(form)) await print(form, made);
    else await save(form, kind, { ...made, near, reading, separator: how.separator });
  }

  async function print(form, { tell, handed, signal, code, margins, report, pictures }) {
    const isBeside = BESIDE.includes(form);
    const more = isBeside && !ofSaved ? [NOT_SAVED] : brokenWords(handed.broken);
    tell([PRINTED, ...more].join(" "));
    if (isBeside) {
      const { margins: edge, ...papers } = ofSaved ?? besideOf(handed, { code, margins });
      paper.print(papers[form], edge);
    } else if (pictures) await paper.printWith((show) => report(false, show), margins, signal);
    else paper.print(report(form === "report-short"), margins);
  }

  async function save(form, kind, { near, tell, handed, signal, code, margins, report, reading, separator }) {
    const problem = tooLarge(form, kind, handed);
    if (problem) {
      tell(problem);
      return;
    }
    /** @type {Blob[]} */
    const pictures = [];
    const place = (blob) => placeOfPicture(pictures.push(blob) - 1);
    const made = await makeFiles(kind, handed, {
      ...{ carried, separator, reading, pictures },
      report: () => ({ parts: report(false, place), title: TITLE, margins }),
    });
    const named = made.map((file) => ({ ...file, name: logFileName(file.name) }));
    const files = form === LOCKED ? await locking.lock(named) : named;
    if (!files || signal.aborted) return;
    near.append(saved);
    if (TO_CHECK.includes(kind)) ofSaved = besideOf(handed, { code, margins });
    tell("");
    await saving.save(files, brokenWords(handed.broken));
  }

  /** The papers that go with a file, and what stands at the edge of their pages. */
  function besideOf(handed, { code, margins }) {
    const checker = hexOf(new Uint8Array(sha256(new TextEncoder().encode(carried.checker))));
    const facts = { code, program: PROGRAM, browser: navigator.userAgent, checker };
    return { slip: sharingSlip(handed, { code }), facts: factSheet(handed, facts), margins };
  }
}
