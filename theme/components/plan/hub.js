// The first screen: what is next, and how far each part of the plan is. It counts only what the reader did.
import { _, ngettext } from "../common/gettext.js";
import { DONE } from "./model/plan-format.js";
import { SITUATION, STEPS } from "./screens.js";

const ANSWER = _(
  "Five short screens. Tick what is true, and leave the rest. Then you see your first five steps.",
);
const CHOOSE = _("Look at your first five steps, and choose the ones that fit you. One is enough for today.");
const MORE = _("Everything in your plan is done. You can stop here, or look at more steps.");

/**
 * Show on the hub how far a plan is. `next`: what Python names as next, or null.
 * @param {HTMLElement} view
 * @param {import("./model/types.d.ts").Plan} plan
 * @param {{id: string, sentence: string} | null} next
 */
export function showHub(view, plan, next) {
  const card = /** @type {HTMLElement} */ (view.querySelector(".plan-next"));
  const { sentence, screen, step } = nextOf(plan, next);
  const link = /** @type {HTMLElement} */ (card.querySelector("a"));
  /** @type {HTMLElement} */ (card.querySelector("span")).textContent = sentence;
  link.dataset.toScreen = screen;
  if (step) link.dataset.step = step;
  else delete link.dataset.step;
  for (const [row, words] of Object.entries(statesOf(plan))) {
    /** @type {HTMLElement} */ (view.querySelector(`[data-row="${row}"]`)).textContent = words;
  }
}

function nextOf({ answers, mine, marks }, next) {
  const [isAnswered, isMarked] = [answers, marks].map((set) => Object.keys(set).length > 0);
  const chosen = Object.keys(mine);
  if (chosen.length === 0 && !isMarked)
    return isAnswered ? { sentence: CHOOSE, screen: STEPS } : { sentence: ANSWER, screen: SITUATION };
  if (!next || (chosen.length && chosen.every((id) => marks[id] === DONE)))
    return { sentence: MORE, screen: STEPS };
  return { sentence: next.sentence, screen: STEPS, step: next.id };
}

function statesOf({ answers, mine, marks, parts }) {
  const answered = Object.keys(answers).length;
  const chosen = Object.keys(mine);
  const done = chosen.filter((id) => marks[id] === DONE).length;
  const written = Object.keys(parts).length;
  return {
    situation: answered ? ngettext("{count} answer", "{count} answers", answered) : _("Five short screens"),
    mine: [
      chosen.length
        ? ngettext("{count} step chosen", "{count} steps chosen", chosen.length)
        : _("Nothing chosen yet"),
      done ? ngettext("{count} done", "{count} done", done) : "",
    ]
      .filter(Boolean)
      .join(", "),
    parts: written
      ? ngettext("{count} part written", "{count} parts written", written)
      : _("Who to call, and where to go"),
  };
}
