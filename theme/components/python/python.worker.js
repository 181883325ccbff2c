/** Answer the page's questions with Python. Every message gets `{id, result}` or `{id, error: kind}`. */
import { carriedFiles } from "./carried-files.js";
import { loadPython } from "./load-python.js";
import { ANSWER, LOG_COUNTS, PYTHON, KnownError, QUESTIONS, START } from "./protocol.js";
import { networkFiles } from "./network-files.js";

const PROGRESS_EVERY = 250; // milliseconds

// Pyodide reports its troubles there, and an error's text may hold a person's words.
for (const name of ["debug", "error", "info", "log", "trace", "warn"]) self.console[name] = () => {};

let view;
let toldAt = 0;

const actions = {
  async [START](data) {
    const files = data.files ? carriedFiles(data) : networkFiles(data, tellProgress);
    view = loadPython(files, { isLarger: data.isLarger, onCore: tellCore });
    await view;
  },
  async [ANSWER](request) {
    return JSON.parse((await view).answer(JSON.stringify(request)));
  },
  async [QUESTIONS](request) {
    return JSON.parse((await view).next_questions(JSON.stringify(request)));
  },
  async [LOG_COUNTS](request) {
    return JSON.parse((await view).log_counts(JSON.stringify(request)));
  },
};

self.addEventListener("message", async ({ data: { id, action, data } }) => {
  try {
    self.postMessage({ id, result: await actions[action](data) });
  } catch (error) {
    self.postMessage({ id, error: error instanceof KnownError ? error.kind : PYTHON });
  }
});

/** Let the page know which core is used, and how many bytes the published one is on the way. */
function tellCore(core, larger) {
  self.postMessage({ core, larger });
}

/** Let the page know that bytes still arrive. */
function tellProgress() {
  const now = Date.now();
  if (now - toldAt < PROGRESS_EVERY) return;
  toldAt = now;
  self.postMessage({ progress: true });
}
