// Single questions after the ticks: the few that change the order most. Python chooses them while the reader reads.
import { focusHeading, QUESTION } from "./screens.js";

const MOST = 3; // after one round of ticks, but that no danger is left unasked

/**
 * `ask()` resolves with `[{id, reason}]`, the best first; `go(screen)` shows a screen.
 * Returns `{prepare, begin, next, putBack}`.
 */
export function createSingleQuestions(view, { ask, go }) {
  const place = view.querySelector(".single-question");
  const reason = place.querySelector(".reason");
  let best = Promise.resolve([]);
  let asked = new Set();
  let most = MOST;
  /** @type {(() => void) | null} */
  let putBackOne = null;

  return { prepare, begin, next, putBack };

  /** Ask Python ahead, so that nobody waits for it. */
  function prepare() {
    best = ask();
  }

  async function begin() {
    asked = new Set();
    most = Math.max(MOST, (await best).length);
    return next();
  }

  /** Show the next question; resolves with false when there is none left. */
  async function next() {
    const [one] = asked.size < most ? (await best).filter(({ id }) => !asked.has(id)) : [];
    if (!one) return false;
    asked.add(one.id);
    go(QUESTION);
    show(one);
    return true;
  }

  function show(one) {
    putBack();
    const question = view.querySelector(`[data-fact="${one.id}"]`);
    const home = document.createComment("");
    question.replaceWith(home);
    place.querySelector(".question-place").replaceChildren(question);
    reason.textContent = one.reason;
    putBackOne = () => home.replaceWith(question);
    focusHeading(view);
  }

  /** Return the question to its place among all others. */
  function putBack() {
    putBackOne?.();
    putBackOne = null;
    reason.textContent = "";
  }
}
