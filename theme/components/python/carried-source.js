/** In a page that carries its files: the worker's whole source, and the bytes that it needs. */
import { fileFromPage } from "../common/files.js";
import { MANIFEST, NETWORK, KnownError, SCRIPTS } from "./protocol.js";

const FOLDER = "assets/python/";
const WORKER = "worker.js";

/** Return `{ source, files }`. Bytes, not a `Blob`: WebKit's workers cannot read one of a page from `file://`. */
export async function readCarried() {
  try {
    const read = (names) => Promise.all(names.map((name) => fileFromPage(FOLDER + name)));
    const manifest = await fileFromPage(FOLDER + MANIFEST);
    const published = JSON.parse(textOf(manifest)).files;
    const nameOf = (name) => published[name].name;
    const names = Object.keys(published)
      .filter((name) => !SCRIPTS.includes(name))
      .map(nameOf);
    // A worker of such a page can load nothing by itself.
    const [scripts, files] = await Promise.all([read([...SCRIPTS.map(nameOf), WORKER]), read(names)]);
    return {
      source: scripts.map(textOf).join("\n"),
      files: { [MANIFEST]: manifest, ...Object.fromEntries(names.map((name, at) => [name, files[at]])) },
    };
  } catch {
    throw new KnownError(NETWORK);
  }
}

function textOf(bytes) {
  return new TextDecoder().decode(bytes);
}
