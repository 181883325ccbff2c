// The path through the plan: from the hub to the situation, single questions, the first steps, and the reader's own plan.
import { reveal } from "../common/reveal.js";
import { showHub } from "./hub.js";
import { DONE } from "./model/plan-format.js";
import { readPlan } from "./plan-page.js";
import { HUB, KEEP, MINE, QUESTION, SITUATION, startScreens, STEPS, TAKE, WHOLE } from "./screens.js";
import { isMine } from "./shown-steps.js";
import { createSingleQuestions } from "./single-questions.js";
import { startSituation } from "./situation.js";

/**
 * Set up the screens. `steps`: the view's steps by id, `shown`: which of them are seen, `ask()` resolves with the single
 * questions that would help most, `onAnswer(area)` is called after an answer in that area, `onTake()` before "Take it with
 * you" is seen.
 * @param {HTMLElement} view
 * @param {{steps: Map<string, HTMLElement>, shown: any, ask: () => Promise<any[]>, onAnswer: (area: Element) => void, onTake: () => void}} parts
 */
export function startPath(view, { steps, shown, ask, onAnswer, onTake }) {
  let next = null;
  const situation = startSituation(view, onAnswer);
  const questions = createSingleQuestions(view, { ask, go: (screen) => screens.go(screen) });
  const screens = startScreens(view, onShow);
  const orSteps = async (isThereMore) => {
    if (!(await isThereMore)) screens.go(STEPS);
  };

  return {
    showTicks: situation.show,
    showNext,
    goTo,
    showFiltered: () => shown.show(STEPS),
    actions: {
      more: () => shown.showMore()?.querySelector("input").focus(),
      "next-group": () => situation.next() || orSteps(questions.begin()),
      back: situation.back,
      "next-question": () => orSteps(questions.next()),
    },
  };

  function onShow(screen) {
    questions.putBack();
    if (screen === SITUATION) {
      situation.start();
      questions.prepare();
    }
    if (screen === STEPS) shown.begin();
    if (screen !== QUESTION) shown.show(screen);
    if (screen === HUB) showHub(view, readPlan(view), next);
    if (screen === TAKE) onTake();
    if (screen === KEEP) unfoldKeeping(view);
  }

  /** Take what Python names as next. While the reader answers, ask ahead which question would help most. */
  function showNext(found) {
    next = found;
    const { screen } = view.dataset;
    showHub(view, readPlan(view), next);
    if (screen === SITUATION || screen === QUESTION) questions.prepare();
  }

  /** Go to the step or the section that a link names. */
  function goTo(event) {
    const { target } = event;
    const step = steps.get(target.closest("[data-step]")?.dataset.step);
    const section = view.querySelector(`#part-${target.closest("[data-to-part]")?.dataset.toPart}`);
    const goal = (step && controlOf(step)) ?? section?.querySelector("summary");
    if (!goal) return;
    event.preventDefault();
    event.stopPropagation();
    if (section instanceof HTMLDetailsElement) section.open = true;
    if (step) revealStep(step);
    else reveal(goal);
    (step ?? goal).scrollIntoView({ block: step ? "center" : "start" });
    goal.focus({ preventScroll: true });
  }

  function revealStep(step) {
    if (view.dataset.screen === WHOLE) return;
    if (!isMine(step)) shown.showAll();
    screens.show(isMine(step) ? MINE : STEPS);
  }
}

/** What comes next for a step in my plan is to do it, for any other to choose it. */
function controlOf(step) {
  return step.querySelector(isMine(step) ? `[value="${DONE}"]` : "input");
}

/** A screen with one thing on it does not ask to be unfolded. */
function unfoldKeeping(view) {
  const only = view.querySelector("[data-slot=vault] > div > details");
  if (only) only.open = true;
}
