// The code of the log: shown when it is asked for, printed as a slip, and noted when it was given to somebody.
import { _, fill } from "../common/gettext.js";
import { kindOf } from "../common/known-error.js";
import { today } from "../common/dates.js";
import { areSame } from "../documents/model/three-way.js";
import { dayWords, whenNow } from "./model/times.js";
import { witnessCode } from "./model/witness-code.js";

const GIVEN = "code_given";
const WHOM = _("Write whom you gave it to. Nothing was written down.");
const NOTHING_YET = _("Nothing is written yet, so there is no code.");

/** Set up the code; `area` is its screen. */
export function startCode(area, { lines, write, say, printSlip }) {
  const box = area.querySelector(".log-code");
  const output = area.querySelector("[data-log-code]");
  const about = area.querySelector(".log-code-of");
  const to = () => area.querySelector(".log-given-to");
  const report = () => area.querySelector(".log-given-report");
  /** @type {import("./model/types.d.ts").WitnessCode | null} */
  let code = null;

  return {
    show,
    clear,
    typed,
    resume,
    actions: {
      code: make,
      "print-code": () => code && printSlip([output.textContent, about.textContent]),
      "code-given": noteGiven,
    },
  };

  function resume({ given_to = "", given_report = "" }) {
    to().value = given_to;
    report().value = given_report;
  }

  function typed() {
    return { given_to: to().value, given_report: report().value };
  }

  /** A code is of the log as it was: it goes when the log grows. */
  function show() {
    area.querySelector(".log-code-needs").hidden = lines.isKept();
    area.querySelector('[data-log-action="code"]').hidden = !lines.isKept();
    if (code && (!lines.isKept() || code.count !== lines.size())) clear();
  }

  async function make() {
    try {
      const { count, head, problems } = await lines.check();
      if (problems.length) {
        say(_("Part of the log cannot be read, so there is no code of all of it."), area);
        return;
      }
      if (!count) {
        say(NOTHING_YET, area);
        return;
      }
      code = witnessCode(head, count, today());
    } catch (error) {
      kindOf(error);
      say(_("The code could not be made just now. Nothing was changed. You can try again."), area);
      return;
    }
    output.textContent = code.text;
    about.textContent = fill(_("It covers all that was in the log on {day}, up to number {count}."), {
      ...{ day: dayWords(code.day), count: code.count },
    });
    box.hidden = false;
    say(_("This is the code."), area);
  }

  async function noteGiven() {
    if (!code) return;
    if (!to().value.trim()) {
      say(WHOM, area);
      to().focus();
      return;
    }
    const fields = { code: code.text, given_to: to().value, report_number: report().value };
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
    const taken = typed();
    const entry = await write({ kind: GIVEN, when: whenNow(), fields: filled }, area, { small: taken });
    if (!entry) return;
    const now = typed();
    clear();
    if (!areSame(now, taken)) resume(now); // typed meanwhile
    say(fill(_("Written down as entry {number}."), { number: entry.number }), area);
  }

  function clear() {
    code = null;
    output.textContent = "";
    about.textContent = "";
    box.hidden = true;
    to().value = "";
    report().value = "";
  }
}
