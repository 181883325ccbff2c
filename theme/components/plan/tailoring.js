// Fit the plan's view to what was answered: ask Python, and show what it says. Without Python all stays as it is.
import { _, fill, LANGUAGE, ngettext } from "../common/gettext.js";
import { today } from "../common/dates.js";
import { base } from "../common/files.js";
import { kindOf } from "../common/known-error.js";
import { ANSWER, FAILED, QUESTIONS, READY } from "../python/protocol.js";
import { sharedPython } from "../python/shared-python.js";
import { readPlan } from "./plan-page.js";
import { createTrouble } from "./python-trouble.js";
import { requestOf } from "./request.js";
import { forgetAnswer, showChanges, showGaps, showReasons } from "./steps.js";

const root = document.documentElement;

/**
 * `steps` are the view's steps by id, `shown` decides which are seen, `sections` is what `startSections` returned;
 * `say(text, area)` shows the reader a message, `onNext(next)` what Python names as next.
 */
export function createTailoring(view, { steps, shown, shape, sections, say, onNext }) {
  const status = view.querySelector(".plan-status");
  const tell = createTrouble(view, { say, onLarger: () => start().startLarger() });
  /** @type {ReturnType<typeof sharedPython> | null} */
  let python = null;
  let latest = 0;
  /** @type {{[fact: string]: string} | null} */
  let shownAnswers = null;
  let lastOpen = ""; // a day on which the reader had the kept plan open

  function start() {
    python ??= sharedPython({ base: `${base}assets/python/`, onState });
    return python;
  }

  function onState(state, detail) {
    if (state === FAILED) {
      if (shownAnswers) showEvery();
      sections.showIdeas(null);
    }
    const fitted = tell(state, detail, python?.largerSize());
    if (state === READY) tailor(fitted ? () => fitted : undefined);
  }

  /** Take back what was shown of an earlier answer: it need not be right for what is answered now. */
  function showEvery() {
    shownAnswers = null;
    forgetAnswer(view);
    shown.unfit();
    onNext(null);
  }

  /**
   * Ask Python what fits, show it, and say one sentence of it.
   * @param {(result: {changes: {sentence: string}, progress: {sentence: string}}) => string} [sentenceOf]
   * @param {Element} [area]
   */
  async function tailor(sentenceOf, area) {
    const asked = ++latest;
    start();
    if (root.dataset.python !== READY) return;
    const plan = readPlan(view);
    const last = lastOpen > (plan.review.last ?? "") ? lastOpen : "";
    const request = requestOf(plan, shape, { today: today(), before: shownAnswers, last });
    try {
      const { result } = await start().ask(ANSWER, request);
      if (asked !== latest || !result) return;
      shownAnswers = request.answers;
      if (request.before) showChanges(view, steps, result.changes);
      if (last) result.new.sentence = sinceSentence(last, result.new.ids.length);
      show(view, { steps, shown, sections }, result);
      onNext(result.next);
      // An empty sentence too: what was said of an earlier answer is no longer true.
      if (sentenceOf) say(sentenceOf(result), area);
    } catch (error) {
      kindOf(error); // the client has reported the problem through `onState`; the list stays as it was
    }
  }

  /** Ask which single questions would change the order most; none while Python is not there. */
  async function questions() {
    if (root.dataset.python !== READY) return [];
    const request = requestOf(readPlan(view), shape, { today: today(), before: null });
    try {
      const { result } = await start().ask(QUESTIONS, request);
      return result?.questions ?? [];
    } catch (error) {
      kindOf(error);
      return [];
    }
  }

  return {
    start,
    tailor,
    /** Where the reader asked to save data, Python is fetched at the first answer. */
    startAhead() {
      if (!(/** @type {{connection?: {saveData: boolean}}} */ (navigator).connection?.saveData)) start();
    },
    questions,
    /** The kept plan that is shown next was open on this day; "" where none is kept, or another is shown. */
    setLastOpen(day) {
      lastOpen = day;
    },
    /** Another plan is on the page, or none: nothing that was shown belongs to it. */
    forgetShown() {
      shownAnswers = null;
      status.textContent = "";
      onNext(null);
    },
    stop() {
      latest += 1;
      shownAnswers = null;
      python?.stop();
    },
  };
}

/** Say what is new since a day; nothing on the day itself. */
function sinceSentence(day, count) {
  if (day === today()) return "";
  const values = { day: new Date(`${day}T12:00`).toLocaleDateString(LANGUAGE, { dateStyle: "long" }) };
  return count
    ? ngettext(
        "Since {day}, {count} step is new or was checked again.",
        "Since {day}, {count} steps are new or were checked again.",
        count,
        values,
      )
    : fill(_("Since {day}, no step is new."), values);
}

function show(view, { steps, shown, sections }, result) {
  const { summary, progress, gaps, suggestions, review, new: fresh } = result;
  showReasons(view, steps, result);
  shown.follow(result);
  showGaps(view, gaps);
  sections.showIdeas(suggestions);
  view.querySelector(".plan-status").textContent = [summary, progress.sentence].filter(Boolean).join(" ");
  const due = view.querySelector(".review-due");
  due.textContent = [review, fresh.sentence].filter(Boolean).join(" ");
  due.hidden = !due.textContent;
}
