/** Load Pyodide's core files, our bundle and the catalogue, and start Python with them. */
import { BLOCKED, NO_WASM, Problem } from "./messages.js";
import { createWatchedFetch } from "./watched-fetch.js";

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const SCRIPTS = ["pyodide.js", "pyodide.asm.js"];

/** Return the Python module `checklist.view`, with the catalogue loaded; all files lie below `base`. */
export async function loadPython({ base, fresh }, onBytes) {
  await checkWebAssembly();
  const { fetchFile, failed } = createWatchedFetch(onBytes);

  // The manifest and the catalogue change with the guide's text. The rest is large, seldom changes and
  // says nothing about anyone: it may stay in the browser's cache like the site's styles, so that a
  // reader does not pay for it at each visit.
  const get = (name, { cache = "default", ...options } = {}) =>
    fetchFile(new URL(name, base), { cache: fresh ? "reload" : cache, ...options });

  // All requests leave at once; only the bundle waits for its hash.
  const scripts = Promise.all(SCRIPTS.map(async (name) => (await get(name)).arrayBuffer()));
  const compiled = WebAssembly.compileStreaming(get("pyodide.asm.wasm", { type: "application/wasm" }));
  const catalogue = get("catalogue.json", { cache: "no-cache" }).then((response) => response.text());
  const manifest = get("manifest.json", { cache: "no-cache" }).then((response) => response.json());
  const bundle = manifest.then(({ files }) =>
    get("python.bin", { integrity: integrityOf(files["python.bin"]) }),
  );
  const started = start({ base, compiled, scripts, catalogue, manifest, bundle });

  // Pyodide waits for ever when a file fails; `failed` and `compiled` do not.
  for (const promise of [scripts, catalogue, bundle, started]) promise.catch(() => {});
  return Promise.race([failed, compiled.then(() => started)]);
}

async function start({ base, compiled, scripts, catalogue, manifest, bundle }) {
  // Fetched before, so that a slow link does not block this thread where nobody can see it.
  await scripts;
  self.importScripts(...SCRIPTS.map((name) => new URL(name, base)));
  const { lock } = await manifest;
  handOver({ compiled, "python.zip": bundle.then(inflate) });
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
    responses[new URL(url).pathname.split("/").pop()] ?? Promise.reject(new TypeError("no network"));
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/** The bundle is a zip without compression inside gzip: small on any host, and the browser inflates it. */
function inflate(response) {
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
}

async function checkWebAssembly() {
  if (typeof WebAssembly !== "object") throw new Problem(NO_WASM);
  await WebAssembly.compile(EMPTY_MODULE).catch(() => {
    throw new Problem(BLOCKED);
  });
}

function integrityOf({ sha256 }) {
  const bytes = sha256.match(/../g).map((pair) => Number.parseInt(pair, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}
