// The safety plan in the page: joins its parts, and shows what Python answers.
// Everything stays in this document's memory. All of it works, untailored, while Python is not there.
import { _ } from "../common/gettext.js";
import { today } from "../common/dates.js";
import { createSaying } from "../documents/form/saying.js";
import { startSections } from "../documents/form/sections.js";
import { startTaking } from "../documents/take-away/take-away.js";
import { DONE } from "./model/plan-format.js";
import { createPaperSource } from "./plan-on-paper.js";
import { forgetHeld, forgetOldAnswers, setLastReview, shapeOf } from "./plan-page.js";
import { createShownSteps } from "./shown-steps.js";
import { startPath } from "./path.js";
import { findSteps, forgetShown, showFields, untickOthers } from "./steps.js";
import { createTailoring } from "./tailoring.js";
import { startWhoseNumbers } from "./whose-numbers.js";
import { startWhyAndHow } from "./why-and-how.js";

const REORDERED = _("Steps for what matters most to you come sooner now.");
const REVIEWED = _("Noted. Set a day to look at it again, if you like.");

/**
 * Set up the plan's view, without the tools of its steps. Returns `{say, shape, setLastOpen}` for other code that works
 * in the view, and `fetchPython`, to be called when all of the view is there.
 */
export function startPlanView(view) {
  const say = createSaying(view, view.querySelector(".plan-said"));
  const steps = findSteps(view);
  const sections = startSections(view, say);
  const shape = shapeOf(view);
  const shown = createShownSteps(view, steps);
  const whose = startWhoseNumbers(view);
  const taking = startTaking(view, say, createPaperSource(view, shape, shown, whose.guessed));
  const {
    tailor,
    questions: ask,
    ...tailoring
  } = createTailoring(view, { steps, shown, shape, sections, say, onNext });
  const path = startPath(view, { steps, shown, ask, onAnswer: answered, onTake: whose.show });
  const actions = {
    ...path.actions,
    retry: () => tailoring.start().restart(),
    clear: clearAnswers,
    reviewed: noteReview,
  };

  showTools(view);
  view.addEventListener("change", onChange);
  view.addEventListener("plan:written", onWritten);
  view.addEventListener("click", (event) => {
    actions[event.target.closest("[data-plan-action]")?.dataset.planAction]?.();
    path.goTo(event);
  });
  startWhyAndHow(view);
  document.addEventListener("guide:leave", leave);
  return { say, shape, fetchPython: tailoring.startAhead, setLastOpen: tailoring.setLastOpen };

  function onNext(next) {
    path.showNext(next);
  }

  function answered(area) {
    tailor(({ changes }) => changes.sentence, area);
    path.showTicks();
  }

  function onChange({ target }) {
    const step = target.closest("[data-item]");
    if (step && target.checked) untickOthers(step, target);
    if (step) showFields(step);
    if (target.closest(".take, [data-slot], .situation")) return;
    if (target.closest(".filters")) path.showFiltered();
    else if (target.closest("[data-fact]")) answered(target.closest(".single-question"));
    else if (target.closest("fieldset[data-choice]")) tailor(() => REORDERED);
    else if (step && target.type === "checkbox")
      tailor(({ progress }) => progress.sentence || markSaid(target));
    else tailor();
  }

  function onWritten() {
    forgetShown(view);
    for (const step of steps.values()) showFields(step);
    shown.forget();
    tailoring.forgetShown();
    path.showTicks();
    say("");
    tailor();
  }

  function clearAnswers() {
    emptyAnswers(view);
    path.showTicks();
    tailor(({ changes }) => changes.sentence, view.querySelector(".situation"));
  }

  function noteReview() {
    setLastReview(view, today());
    say(REVIEWED, view.querySelector(".review"));
    // The code that keeps the plan receives it like any other change.
    view.dispatchEvent(new Event("change"));
    tailor();
  }

  function leave() {
    tailoring.stop();
    forgetHeld(view);
    taking.forget();
    sections.forget();
    emptyFields(view);
    steps.clear();
    view.replaceChildren();
  }
}

/** Show what only works with script. */
function showTools(view) {
  // `.plan-said` announces in one sentence what is seen there.
  view.querySelector(".plan-status").removeAttribute("role");
  for (const tools of view.querySelectorAll(".answer-tools, .plan-tools, .review-tools"))
    tools.hidden = false;
}

/** What a mark on a step says while nothing is in the plan, so that there is nothing to count. */
function markSaid({ value, checked }) {
  return value === DONE && checked ? _("Marked as done.") : "";
}

function emptyAnswers(view) {
  for (const box of view.querySelectorAll("[data-fact] input:checked, [data-choice] input:checked")) {
    box.checked = false;
  }
  for (const choice of view.querySelectorAll("select[data-choice]")) choice.value = "";
  forgetOldAnswers(view);
}

function emptyFields(view) {
  for (const field of view.querySelectorAll("input, textarea, select")) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = false;
    else field.value = "";
  }
}
