// Fill a copy with the files of a version: reuse what is here already, fetch the rest, and check all of it.
import { integrityOf } from "../common/integrity.js";
import { base, lookAtCopies, openCopy, put, startWorker, writeMark } from "./copies.js";
import { askSite, bytesOf, filesOf, markOf, readBytes } from "./manifest.js";
import { CHANGED_FILE, NO_ANSWER, KnownError } from "./error-kinds.js";

const AT_ONCE = 4;
const LONGEST_PAUSE = 30_000; // milliseconds without a byte

const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  pdf: "application/pdf",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};

/**
 * Keep the files of a choice. Copies that were complete before stay as they are, and the new copy is not used before it is
 * complete. `onBytes(done, all)` receives the progress. Rejects with a KnownError, or with the signal's reason.
 */
export async function saveCopy(manifest, choice, { signal, onBytes }) {
  const files = filesOf(manifest, choice);
  const cache = await openCopy(manifest.version);
  const { whole } = await lookAtCopies();
  const older = await Promise.all(whole.map(({ version }) => openCopy(version)));
  const all = bytesOf(files);
  let done = 0;
  const add = (bytes) => onBytes(Math.min((done += bytes), all), all);

  onBytes(0, all);
  await forEach(files, signal, (file, ended) => storeFile(file, [cache, ...older], add, ended));
  signal.throwIfAborted();
  const known = whole.find(({ version }) => version === manifest.version)?.withdrawn;
  const mark = markOf(manifest, choice);
  await writeMark(cache, known === undefined ? mark : { ...mark, withdrawn: known });
  await startWorker();
}

/** Work on a few at once. The first that fails, or the signal, ends all others before this ends. */
async function forEach(list, signal, work) {
  const ended = new AbortController();
  const end = () => ended.abort(signal.reason);
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  const waiting = [...list];
  const workOn = async () => {
    while (waiting.length && !ended.signal.aborted) {
      await work(waiting.shift(), ended.signal).catch((error) => ended.abort(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOn));
  signal.removeEventListener("abort", end);
  ended.signal.throwIfAborted();
}

async function storeFile([path, size, hash], [cache, ...older], add, signal) {
  const url = new URL(path, base);
  if (await findIn([cache], url, hash)) {
    add(size);
    return;
  }
  const known = await findIn(older, url, hash);
  if (known) add(size);
  const bytes = known ?? (await download(path, size, add, signal));
  if (!known && (await integrityOf(bytes)) !== hash) throw new KnownError(CHANGED_FILE);
  signal.throwIfAborted();
  const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
  await put(cache, url, new Response(bytes, { headers: { "Content-Type": type } }));
}

/** Return a file from the first cache that has it with this hash. */
async function findIn(caches, url, hash) {
  for (const cache of caches) {
    const bytes = await (await cache.match(url))?.arrayBuffer();
    if (bytes && (await integrityOf(bytes)) === hash) return bytes;
  }
  return null;
}

/** Fetch a file of a size, and give up when no byte arrives for a while, or more than there should be. */
async function download(path, size, add, signal) {
  const pause = new AbortController();
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => pause.abort(new KnownError(NO_ANSWER)), LONGEST_PAUSE);
  };
  const stop = () => pause.abort(signal.reason);
  signal.addEventListener("abort", stop);
  try {
    signal.throwIfAborted(); // aborted while we looked for this file: then do not request it
    wait();
    const answer = await askSite(path, pause.signal);
    if (answer.status >= 500) throw new KnownError(NO_ANSWER);
    if (!answer.ok) throw new KnownError(CHANGED_FILE);
    const bytes = await readBytes(answer, size, pause.signal, (part) => {
      wait();
      add(part);
    });
    if (!bytes) throw new KnownError(CHANGED_FILE);
    if (bytes.byteLength < size && !isComplete(answer, bytes)) throw new KnownError(NO_ANSWER);
    return bytes;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

/** Return whether everything that the host announced has arrived: Firefox reports no error when a connection is cut. */
function isComplete({ headers }, { byteLength }) {
  return Number(headers.get("Content-Length")) === byteLength;
}
