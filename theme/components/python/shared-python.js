// One Python for a page: the plan and the log are bundles of their own, and each of them may be the first to need it.
import { ABSENT, READY } from "./protocol.js";
import { startPython } from "./python-client.js";

const WHO_HAS_PYTHON = "guide:python";

/**
 * Return the page's Python, and start it if nobody has. `onState` is called at once and at each change; `<html data-python>`
 * shows the same, and `data-python-core` which core answers.
 * @param {{base: string, onState: (state: string, detail?: string) => void}} options
 * @returns {Python}
 */
export function sharedPython({ base, onState }) {
  const question = new CustomEvent(WHO_HAS_PYTHON, { detail: { watch: onState, python: null } });
  document.dispatchEvent(question);
  return question.detail.python ?? startShared(base, onState);
}

function startShared(base, firstWatcher) {
  const watchers = [firstWatcher];
  /** @type {[string, string?]} */
  let latest = [ABSENT];
  const python = startPython({
    base,
    onState(state, detail) {
      latest = [state, detail];
      showState(state, detail);
      for (const watcher of watchers) watcher(state, detail);
    },
  });
  document.addEventListener(WHO_HAS_PYTHON, ({ detail }) => {
    detail.python = python;
    watchers.push(detail.watch);
    queueMicrotask(() => detail.watch(...latest)); // whoever asks has nothing to ask with yet
  });
  return python;
}

function showState(state, detail) {
  const { dataset } = document.documentElement;
  dataset.python = state;
  if (state === READY) dataset.pythonCore = detail;
  else delete dataset.pythonCore;
}
