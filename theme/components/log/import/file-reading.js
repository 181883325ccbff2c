// The file that is being looked at, in the worker that reads it. No DOM here.
import { createReader } from "./client.js";
import { LOOK, STATUS } from "./protocol.js";

/** @typedef {{outcome: import("../imports/types.d.ts").Outcome, bytes: number, size: number, name: string, rows: number, skipped: number, sha256?: string, duplicates?: number}} Status */

/**
 * `onProgress(part)` is told how much of it is read, from 0 to 1.
 * @param {(part: number) => void} onProgress
 */
export function createFileReading(onProgress) {
  /** @type {ReturnType<typeof createReader> | null} */
  let reader = null;
  /** @type {File | null} */
  let file = null;
  let run = 0; // counts up when what goes on no longer matters
  /** @type {Status | null} */
  let status = null;
  /** @type {Record<string, string>} */
  let answers = {};

  return {
    /**
     * Take another file, or text that was pasted, in place of what there was.
     * @param {{file?: File, text?: string}} source
     */
    take(source) {
      putAway();
      file = source.file ?? null;
      reader = createReader();
      return look({ ...source, answers });
    },
    /** @param {Record<string, string>} more */
    answer(more) {
      answers = { ...answers, ...more };
      return look({ answers });
    },
    /**
     * @param {string} action
     * @param {unknown} [data]
     * @returns {Promise<any>}
     */
    ask: (action, data) => reader?.ask(action, data) ?? Promise.reject(new Error("the file was put away")),
    putAway,
    hasFile: () => reader !== null,
    /** What is read, unless it was pasted. */
    file: () => file,
    status: () => status,
    answers: () => answers,
    /** Return what says later whether the same file is still here, read with the same answers. */
    watch() {
      const own = run;
      return () => own === run;
    },
  };

  function putAway() {
    run += 1;
    reader?.stop();
    reader = null;
    file = null;
    status = null;
    answers = {};
  }

  /**
   * Read; resolve with what came of it, or with null where the file was put away meanwhile.
   * @param {{file?: File, text?: string, answers: Record<string, string>}} asked
   * @returns {Promise<Status | null>}
   */
  async function look(asked) {
    const own = (run += 1);
    status = null;
    const used = /** @type {NonNullable<typeof reader>} */ (reader);
    await used.ask(LOOK, asked);
    for (;;) {
      const found = await used.ask(STATUS);
      if (own !== run) return null;
      onProgress(found.bytes / Math.max(found.size, 1));
      if (found.outcome) return (status = found);
    }
  }
}
