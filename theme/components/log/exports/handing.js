// Each form of what is handed on: on paper, as files, or on this screen.
import { sha256 } from "@noble/hashes/sha2.js";
import { _ } from "../../common/gettext.js";
import { today } from "../../common/dates.js";
import { hexOf } from "../model/chain.js";
import { witnessCode } from "../model/witness-code.js";
import { makeFiles } from "./forms.js";
import { startLocking } from "./locked-file.js";
import { createPaper } from "./on-paper.js";
import { startReadOnly } from "./read-only.js";
import { madeWords } from "./report/cover.js";
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
const TO_CHECK = ["bag", "portal", "jsonl"];
const BESIDE = ["slip", "facts"]; // papers that go with a file
const PAPER = ["report", "report-short", ...BESIDE];

/** Return what hands on in each form. `area` is `.log-exports`. */
export function createHanding(area, { view, shape, lines, say, printing, go, carried }) {
  const saved = area.querySelector(".log-saved");
  const saving = startSaving(saved, (text) => say(text, saved));
  const paper = createPaper(printing);
  const button = area.querySelector(`[data-log-export=${LOCKED}]`);
  const locking = startLocking(area.querySelector(".log-locked"), { lines, say, button });
  const reading = startReadOnly(view.querySelector(".log-read"), { shape });

  /** @type {{[form: string]: any, margins: any} | null} */
  let ofSaved = null; // the papers that go with the file that was saved last: the log may have grown since

  return {
    hand,
    forgetSaved: saving.clear,
    clear() {
      for (const one of [saving, locking, reading]) one.clear();
      paper.takeOff();
      ofSaved = null;
    },
  };

  /**
   * Hand on what was chosen. `near` is where the reader pressed; `isStill()` says whether the log is open still.
   * @param {string} form
   * @param {{near: Element, tell: (text: string) => void, handed: any, how: any, isStill: () => boolean}} asked
   */
  async function hand(form, { near, tell, handed, how, isStill }) {
    const { text: code } = witnessCode(handed.head, handed.lines.length, today());
    const margins = { top: madeWords(handed.made), bottom: code };
    const report = (isShort) => reportOf(handed, { ...how, isShort, code });
    if (form === LOOK) {
      tell("");
      reading.open(handed);
      go("read");
    } else if (PAPER.includes(form)) {
      const isBeside = BESIDE.includes(form);
      tell(isBeside && !ofSaved ? `${PRINTED} ${NOT_SAVED}` : PRINTED);
      if (isBeside) {
        const { margins: edge, ...papers } = ofSaved ?? besideOf(handed, { code, margins });
        paper.print(papers[form], edge);
      } else paper.print(report(form === "report-short"), margins);
    } else {
      const kind = form === LOCKED ? locking.form() : form;
      const made = await makeFiles(kind, handed, {
        ...{ carried, separator: how.separator },
        report: () => ({ parts: report(false), title: TITLE, margins }),
      });
      const files = form === LOCKED ? await locking.lock(made) : made;
      if (!files || !isStill()) return;
      near.append(saved);
      if (TO_CHECK.includes(kind)) ofSaved = besideOf(handed, { code, margins });
      tell("");
      await saving.save(files);
    }
  }

  /** The papers that go with a file, and what stands at the edge of their pages. */
  function besideOf(handed, { code, margins }) {
    const checker = hexOf(new Uint8Array(sha256(new TextEncoder().encode(carried.checker))));
    const facts = { code, program: PROGRAM, browser: navigator.userAgent, checker };
    return { slip: sharingSlip(handed, { code }), facts: factSheet(handed, facts), margins };
  }
}
