// The list of all files of the published guide, with their hashes, as the build wrote it.
import { endAfter, inTime } from "../common/time-limit.js";
import { base } from "./copies.js";
import { FORMAT, LARGEST_LIST, readList } from "./list.js";
import { NEWER_PAGE, NO_ANSWER, NOT_OURS, KnownError } from "./error-kinds.js";

const LONGEST_WAIT = 15_000; // milliseconds

/** Fetch the list from the site itself, past every copy. Rejects with a KnownError. */
export async function fetchManifest(signal) {
  const text = await inTime(fetchList(signal), LONGEST_WAIT, () => {
    throw new KnownError(NO_ANSWER);
  });
  const list = parse(text);
  if (typeof list?.format !== "number") throw new KnownError(NOT_OURS);
  if (list.format !== FORMAT) throw new KnownError(NEWER_PAGE);
  return readList(list) ?? Promise.reject(new KnownError(NOT_OURS));
}

async function fetchList(signal = endAfter(LONGEST_WAIT)) {
  const answer = await askSite("files.json", signal);
  if (answer.status >= 500) throw new KnownError(NO_ANSWER);
  const bytes = answer.ok && (await readBytes(answer, LARGEST_LIST, signal));
  if (!bytes) throw new KnownError(NOT_OURS);
  return new TextDecoder().decode(bytes);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a page of another network, say
  }
}

/**
 * Ask the site itself for a file, past every copy: the worker leaves a request with this header to the network. Some
 * hosts send `x.html` on to `x`: they may, within this guide's folder. Its hash decides whether it is the right file.
 */
export async function askSite(path, signal) {
  const answer = await fetch(new URL(path, base), {
    cache: "no-store",
    headers: { "Cache-Control": "no-store" },
    mode: "same-origin", // and so for what it is sent on to
    referrerPolicy: "no-referrer",
    signal,
  }).catch(() => failAs(signal));
  if (answer.redirected && !answer.url.startsWith(base.href)) throw new KnownError(NOT_OURS);
  return answer;
}

/**
 * Read an answer of at most so many bytes; null if there are more. `onPart(bytes)` receives how many have arrived.
 * @param {Response} answer
 * @param {number} most
 * @param {AbortSignal} signal
 * @param {(bytes: number) => void} [onPart]
 * @returns {Promise<ArrayBuffer | null>}
 */
export async function readBytes({ body }, most, signal, onPart = () => {}) {
  const reader = body?.getReader();
  const read = () => reader?.read().catch(() => failAs(signal));
  const parts = [];
  let left = most;
  for (let part = await read(); part && !part.done; part = await read()) {
    left -= part.value.length;
    if (left < 0) {
      reader?.cancel().catch(() => {}); // nobody waits for the rest
      return null;
    }
    parts.push(part.value);
    onPart(part.value.length);
  }
  return new Blob(parts).arrayBuffer();
}

/**
 * What failed did so because the signal says so, or because the network did.
 * @param {AbortSignal} signal
 * @returns {never}
 */
function failAs({ reason }) {
  throw reason instanceof KnownError ? reason : new KnownError(NO_ANSWER);
}

/** List the files of a choice, `guide` or `all`. */
export function filesOf({ guide, more }, choice) {
  return choice === "all" ? [...guide.files, ...more.files] : guide.files;
}

export function bytesOf(files) {
  return files.reduce((sum, [, size]) => sum + size, 0);
}

/** What the copy says about itself: which files it holds, and which others belong to its version. */
export function markOf({ version, order, guide, more, online }, choice) {
  const hashes = (files) => Object.fromEntries(files.map(([path, , hash]) => [path, hash]));
  const others = choice === "all" ? online.files : [...more.files, ...online.files];
  return { version, order, choice, kept: hashes(filesOf({ guide, more }, choice)), others: hashes(others) };
}
