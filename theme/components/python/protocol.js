/** The words that the page and the Python worker share. */
export { KnownError } from "../common/known-error.js";

/** States, as `<html data-python>` shows them. */
export const ABSENT = "absent";
export const LOADING = "loading";
export const READY = "ready";
export const FAILED = "failed";

/** What went wrong, never with any content. */
export const NO_WASM = "no-wasm"; // the browser has no WebAssembly, as in Lockdown Mode
export const BLOCKED = "blocked"; // a policy or an add-on forbids the worker, WebAssembly or a fetch
export const NETWORK = "network"; // a file did not arrive
export const TIMEOUT = "timeout"; // files arrive too slowly, or not any more
export const CHANGED_FILE = "changed-file"; // a file is not the one that was published with the others
export const PYTHON = "python"; // Python itself stopped with an error
export const STOPPED = "stopped"; // the page stopped it
export const CANNOT_ANSWER = "cannot-answer"; // the slim core stopped with an error; the published one may answer
export const CANNOT_START = "cannot-start"; // the slim core does not start here; the published one may
export const NOT_LARGER = "not-larger"; // the published core, which the reader asked for, did not start
/** The published core is loaded after these only when the reader asks for it: a download would say something of the answers. */
export const OFFERS_LARGER = [CANNOT_ANSWER, CANNOT_START, NOT_LARGER];

/** The cores of Pyodide, as `<html data-python-core>` shows which one answers. */
export const SLIM = "slim"; // what the network brings first
export const PUBLISHED = "published"; // what a kept copy and the guide in one file hold

/** Actions of the worker. `START` is always the first message, with this id. */
export const START = "start";
export const ANSWER = "answer";
export const QUESTIONS = "questions";
export const LOG_COUNTS = "log-counts";
export const START_ID = 0;

/** Says under which name each other file is published. */
export const MANIFEST = "manifest.json";

/** Pyodide's scripts, by their names in the manifest. */
export const SCRIPTS = ["pyodide.asm.js", "pyodide.js"];
