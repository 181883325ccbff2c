/** Fetch files so that a caller learns of every byte and of the first problem, whichever code reads the body. */
import { BLOCKED, CHANGED_FILE, NETWORK, KnownError } from "./protocol.js";

let policyForbade = false;
self.addEventListener("securitypolicyviolation", () => {
  policyForbade = true;
});

const nativeFetch = self.fetch;

/**
 * Return `fetchFile(url, options) -> Promise<Response>` and `failed`, a promise that only rejects:
 * with the first `KnownError`, even one that occurs while other code reads a body.
 */
export function createWatchedFetch(onBytes) {
  let fail;
  const failed = new Promise((_, reject) => {
    fail = reject;
  });

  /**
   * @param {URL} url
   * @param {RequestInit & {type?: string}} [options]
   */
  async function fetchFile(url, { type, ...options } = {}) {
    try {
      const response = await nativeFetch(url, { referrerPolicy: "no-referrer", ...options });
      if (!response.ok) throw new KnownError(NETWORK);
      return watch(response, type);
    } catch (error) {
      const problem = error instanceof KnownError ? error : new KnownError(await kindOfFailure(url, options));
      fail(problem);
      throw problem;
    }
  }

  /** Count the bytes on a copy of the body: browsers cache compiled code only for their own response. */
  function watch(response, type) {
    count(response.clone().body.getReader());
    // Some hosts do not know the type of WebAssembly, and without it browsers refuse to compile a stream.
    const told = response.headers.get("Content-Type");
    return !type || told === type
      ? response
      : new Response(response.body, { headers: { "Content-Type": type } });
  }

  async function count(reader) {
    try {
      while (!(await reader.read()).done) onBytes();
    } catch {
      fail(new KnownError(NETWORK));
    }
  }

  return { fetchFile, failed };
}

/**
 * Browsers tell a blocked, a failed and a changed file apart only in their console.
 * @param {URL} url
 * @param {RequestInit} options
 */
async function kindOfFailure(url, { integrity }) {
  await new Promise((resolve) => setTimeout(resolve)); // the event of a violation fires one task later
  if (policyForbade) return BLOCKED;
  if (!integrity) return NETWORK;
  const there = await nativeFetch(url, { method: "HEAD", cache: "no-store" }).catch(() => null);
  return there?.ok ? CHANGED_FILE : NETWORK;
}
