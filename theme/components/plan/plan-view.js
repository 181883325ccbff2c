// The safety plan in the page: joins its parts, and shows what Python answers.
// Everything stays in this document's memory. All of it works, untailored, while Python is not there.
import { kindOf } from "../common/known-error.js";
import { today } from "../common/dates.js";
import { base } from "../common/files.js";
import { createPaperSource } from "./plan-on-paper.js";
import { forgetHeld, forgetOldAnswers, readPlan, setLastReview, shapeOf } from "./plan-page.js";
import { startParts } from "../documents/form/sections.js";
import { startTaking } from "../documents/take-away/take-away.js";
import { ANSWER, FAILED, READY } from "../python/messages.js";
import { startPython } from "../python/python-client.js";
import { requestOf } from "./request.js";
import { forgetShown, prepareSteps, showChanges, showGaps, showSteps } from "./steps.js";

const root = document.documentElement;

const CANNOT_TAILOR =
  "This list cannot be fitted to your answers here, so it shows every step. You can still read, tick, note and print it.";
const REORDERED = "Steps for what matters most to you come sooner now.";
const REVIEWED = "Noted. Set a day to look at it again, if you like.";

/** Bring the plan's view to life. Returns `{say}` for others who work in the view. */
export function startChecklist(view) {
  const status = view.querySelector(".plan-status");
  const said = view.querySelector(".plan-said");
  const retry = view.querySelector('[data-plan-action="retry"]');
  const steps = prepareSteps(view);
  const parts = startParts(view, say);
  const shape = shapeOf(view);
  const taking = startTaking(view, say, createPaperSource(view, shape));
  const actions = {
    print: taking.printAll,
    retry: () => start().restart(),
    clear: clearAnswers,
    reviewed: noteReview,
  };
  let python = null;
  let latest = 0;
  let shownAnswers = null;

  // What is seen there is said in `.plan-said`, in one sentence.
  status.setAttribute("aria-live", "off");
  for (const tools of view.querySelectorAll(".answer-tools, .plan-tools, .review-tools"))
    tools.hidden = false;
  view.addEventListener("change", onChange);
  view.addEventListener("plan:written", onWritten);
  view.addEventListener("click", onClick);
  document.addEventListener("guide:leave", leave);
  // Where the reader asked to save data, Python is fetched at the first answer.
  if (!navigator.connection?.saveData) start();
  return { say };

  /** Tell the reader something: to be heard, and beside what was pressed, to be seen. */
  function say(text, area) {
    said.textContent = text;
    for (const place of view.querySelectorAll(".said")) place.textContent = "";
    const place = area?.querySelector(".said");
    if (place) place.textContent = text;
  }

  function start() {
    python ??= startPython({ base: `${base}assets/python/`, onState });
    return python;
  }

  function onState(state) {
    root.dataset.python = state;
    retry.hidden = state !== FAILED;
    if (state === FAILED) {
      status.textContent = CANNOT_TAILOR;
      parts.showIdeas(null);
      say(CANNOT_TAILOR);
    }
    if (state === READY) tailor();
  }

  function onChange({ target }) {
    const step = target.closest("[data-item]");
    if (step && target.checked) uncheckOther(step, target);
    if (target.closest(".take, [data-slot]")) return;
    if (target.closest("[data-fact]")) tailor(({ changes }) => changes.sentence);
    else if (target.closest("[data-choice]")) tailor(() => REORDERED);
    else if (step && target.type === "checkbox") tailor(({ progress }) => progress.sentence);
    else tailor();
  }

  function onWritten() {
    shownAnswers = null;
    forgetShown(view, steps);
    status.textContent = "";
    showNext(null);
    say("");
    tailor();
  }

  /** Ask Python what fits, show it, and say one sentence of it. */
  async function tailor(sentenceOf = () => "") {
    const asked = ++latest;
    start();
    if (root.dataset.python !== READY) return;
    const request = requestOf(readPlan(view), shape, { today: today(), before: shownAnswers });
    try {
      const { result } = await python.ask(ANSWER, request);
      if (asked !== latest || !result) return;
      shownAnswers = request.answers;
      show(result);
      const sentence = sentenceOf(result);
      if (sentence) say(sentence);
    } catch (error) {
      kindOf(error); // the client has said through `onState` what is wrong; the list stays as it was
    }
  }

  function show(result) {
    const { summary, progress, next, changes, gaps, suggestions, review, new: fresh } = result;
    showSteps(view, steps, result);
    if (changes.sentence) showChanges(view, steps, changes);
    showGaps(view, gaps);
    parts.showIdeas(suggestions);
    status.textContent = `${summary} ${progress.sentence}`;
    showNext(next);
    const due = view.querySelector(".review-due");
    due.textContent = [review, fresh.sentence].filter(Boolean).join(" ");
    due.hidden = !due.textContent;
  }

  function showNext(next) {
    const line = view.querySelector(".plan-next");
    line.hidden = !next;
    line.firstElementChild.textContent = "";
    if (!next) return;
    line.firstElementChild.textContent = next.sentence;
    line.querySelector("a").dataset.step = next.id;
  }

  function onClick(event) {
    const { target } = event;
    actions[target.closest("[data-plan-action]")?.dataset.planAction]?.();
    const step = steps.get(target.closest("[data-step]")?.dataset.step);
    const part = view.querySelector(`#part-${target.closest("[data-to-part]")?.dataset.toPart}`);
    if (!step && !part) return;
    event.preventDefault();
    event.stopPropagation();
    if (part) part.open = true;
    const goal = step?.querySelector("input") ?? part.querySelector("summary");
    (step ?? part).scrollIntoView({ block: step ? "center" : "start" });
    goal.focus({ preventScroll: true });
  }

  function clearAnswers() {
    for (const box of view.querySelectorAll("[data-fact] input:checked, [data-choice] input:checked")) {
      box.checked = false;
    }
    for (const choice of view.querySelectorAll("select[data-choice]")) choice.value = "";
    forgetOldAnswers(view);
    tailor(({ changes }) => changes.sentence);
  }

  function noteReview() {
    setLastReview(view, today());
    say(REVIEWED, view.querySelector(".review"));
    // Whoever keeps the plan hears of it as of any change.
    view.dispatchEvent(new Event("change"));
    tailor();
  }

  function leave() {
    latest += 1;
    shownAnswers = null;
    python?.stop();
    forgetHeld(view);
    taking.forget();
    parts.forget();
    for (const field of view.querySelectorAll("input, textarea, select")) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = false;
      else field.value = "";
    }
    steps.clear();
    view.replaceChildren();
  }
}

function uncheckOther(step, box) {
  for (const other of step.querySelectorAll("input")) if (other !== box) other.checked = false;
}
