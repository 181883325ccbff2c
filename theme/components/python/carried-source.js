/** In a page that carries its files: the worker's whole source, and the bytes that it needs. */
import { fileFromPage } from "../common/files.js";
import { NETWORK, KnownError } from "./protocol.js";

const FOLDER = "assets/python/";
const SCRIPTS = ["pyodide.asm.js", "pyodide.js", "worker.js"]; // a worker of such a page can load nothing by itself
const FILES = ["pyodide.asm.wasm", "python.bin", "catalogue.json", "manifest.json"];

/** Return `{ source, files }`. Bytes, not a `Blob`: WebKit's workers cannot read one of a page from `file://`. */
export async function readCarried() {
  try {
    const read = (names) => Promise.all(names.map((name) => fileFromPage(FOLDER + name)));
    const [scripts, files] = await Promise.all([read(SCRIPTS), read(FILES)]);
    const texts = scripts.map((bytes) => new TextDecoder().decode(bytes));
    return {
      source: texts.join("\n"),
      files: Object.fromEntries(FILES.map((name, at) => [name, files[at]])),
    };
  } catch {
    throw new KnownError(NETWORK);
  }
}
