/** Start Python with Pyodide's core files, our bundle and the catalogue, wherever they come from. */
import { integrityText } from "../common/integrity.js";
import { pause } from "../common/time-limit.js";
import { BLOCKED, MANIFEST, NO_WASM, KnownError, PUBLISHED, SCRIPTS, SLIM } from "./protocol.js";

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/**
 * Return the Python module `checklist.view`, with the catalogue loaded. README.md says what `files` are.
 *
 * Over the network this is done with the slim core, where there is one, unless `isLarger`. `onCore(core, larger)` says
 * which one it is as soon as that is known, and how many bytes the published one is on the way.
 */
export async function loadPython(files, { isLarger = false, onCore = (_core, _larger) => {} } = {}) {
  await checkWebAssembly();

  // The manifest says under which names the others are published. All of these are requested at once.
  const manifest = files.get(MANIFEST).then(async (response) => {
    const { slim, larger, ...published } = await response.json();
    const isSlim = slim && !isLarger && !isKept(response);
    onCore(isSlim ? SLIM : PUBLISHED, larger);
    return isSlim ? { ...published, files: { ...published.files, ...slim } } : published;
  });
  const get = async (name, options) => files.get((await manifest).files[name].name, options);
  const scripts = manifest.then((published) =>
    files.runScripts(SCRIPTS.map((name) => published.files[name].name)),
  );
  const compiled = WebAssembly.compileStreaming(get("pyodide.asm.wasm", { type: "application/wasm" })).catch(
    laterThanTheReason,
  );
  const catalogue = get("catalogue.json").then((response) => response.text());
  const bundle = manifest.then((published) =>
    get("python.bin", { integrity: integrityText(bytesOf(published.files["python.bin"].sha256)) }).then(
      inflate,
    ),
  );
  const started = start({ base: files.base, compiled, scripts, catalogue, manifest, bundle });

  // Pyodide waits forever when a file fails; `failed` and `compiled` do not.
  for (const promise of [scripts, catalogue, bundle, started]) promise.catch(() => {});
  return Promise.race([files.failed, compiled.then(() => started)]);
}

/** Return whether a kept copy answered (`theme/service-worker.js`): it holds the published core. */
function isKept({ headers }) {
  return headers.has("Kept");
}

async function start({ base, compiled, scripts, catalogue, manifest, bundle }) {
  await scripts;
  const { lock } = await manifest;
  handOver({ compiled, "python.zip": orNever(bundle) });
  const pyodide = await self.loadPyodide({
    indexURL: base,
    stdLibURL: new URL("python.zip", base).href,
    packageBaseUrl: base,
    lockFileContents: lock,
    stdin: () => null,
    stdout: () => {},
    stderr: () => {},
  });
  const view = pyodide.pyimport("checklist.view");
  view.load(await catalogue);
  return view;
}

/**
 * Let Pyodide find what is here already: the module, which began to compile while its script was still
 * on the way, and the zip. It can fetch nothing else, now or later, and so Python reaches no network.
 */
function handOver({ compiled, ...files }) {
  const unused = Promise.resolve(new Response(null));
  const responses = { "pyodide.asm.wasm": unused, ...files };
  self.fetch = (url) =>
    responses[/** @type {string} */ (new URL(/** @type {string} */ (url)).pathname.split("/").pop())] ??
    Promise.reject(new TypeError("no network"));
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = /** @type {WebAssembly.Module} */ (await compiled);
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/**
 * `failed` tells the page why a file did not arrive. Pyodide, which has no use for the reason, would report a promise that it
 * does not look at yet in the console.
 */
function orNever(promise) {
  return promise.catch((error) => {
    if (error instanceof KnownError) return new Promise(() => {});
    throw error; // a fault of ours
  });
}

/** The bundle is a zip without compression inside gzip: small on any host, and the browser inflates it. */
function inflate(response) {
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
}

/** A body that breaks off also breaks the code that reads it: let `failed`, which knows why, reject first. */
async function laterThanTheReason(error) {
  await pause(100);
  throw error;
}

async function checkWebAssembly() {
  if (typeof WebAssembly !== "object") throw new KnownError(NO_WASM);
  await WebAssembly.compile(EMPTY_MODULE).catch(() => {
    throw new KnownError(BLOCKED);
  });
}

function bytesOf(digits) {
  return digits.match(/../g).map((pair) => Number.parseInt(pair, 16));
}
