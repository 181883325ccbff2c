// The list of all files of the published guide, with their hashes, as the build wrote it.
import { base } from "./copies.js";
import { NEWER_PAGE, NO_ANSWER, NOT_OURS, Problem } from "./problem.js";

const FORMAT = 1;
const LONGEST_WAIT = 15_000; // milliseconds

/** Fetch the list from the site itself, past every copy. Rejects with a Problem. */
export async function fetchManifest() {
  if (!navigator.onLine) throw new Problem(NO_ANSWER);
  let answer;
  try {
    answer = await fetch(new URL("files.json", base), {
      ...PAST_COPIES,
      signal: endAfter(LONGEST_WAIT),
    });
  } catch {
    throw new Problem(NO_ANSWER);
  }
  if (answer.status >= 500) throw new Problem(NO_ANSWER);
  const list = await answer.json().catch(() => null);
  if (!answer.ok || typeof list?.format !== "number") throw new Problem(NOT_OURS);
  if (list.format !== FORMAT) throw new Problem(NEWER_PAGE);
  if (!isWhole(list)) throw new Problem(NOT_OURS);
  return list;
}

/** How to ask the site itself: the worker leaves a request with this header to the network. */
export const PAST_COPIES = {
  cache: "no-store",
  headers: { "Cache-Control": "no-store" },
  redirect: "error",
  referrerPolicy: "no-referrer",
};

/** Older browsers have no `AbortSignal.timeout`. */
export function endAfter(time) {
  const waiting = new AbortController();
  setTimeout(() => waiting.abort(), time);
  return waiting.signal;
}

function isWhole({ version, guide, more, withdrawn }) {
  return (
    /^[0-9a-f]{16}$/.test(version) &&
    guide?.files.length &&
    Array.isArray(more?.files) &&
    Array.isArray(withdrawn)
  );
}

/** List the files of a choice, `guide` or `all`. */
export function filesOf({ guide, more }, choice) {
  return choice === "all" ? [...guide.files, ...more.files] : guide.files;
}

export function bytesOf(files) {
  return files.reduce((sum, [, size]) => sum + size, 0);
}

/** What the copy says about itself: which files it holds, and which others belong to its version. */
export function markOf({ version, guide, more }, choice) {
  const hashes = (files) => Object.fromEntries(files.map(([path, , hash]) => [path, hash]));
  const others = choice === "all" ? [] : more.files;
  return { version, choice, kept: hashes(filesOf({ guide, more }, choice)), others: hashes(others) };
}
