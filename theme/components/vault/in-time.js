/** No wait of the vault without an end. */
import { inTime } from "../common/time-limit.js";
import { KnownError, STORAGE_SILENT } from "./protocol.js";

const LONGEST_STORING = 10_000; // milliseconds

/**
 * Return a promise's result; reject with a `KnownError` of this kind when it takes longer than `time` milliseconds.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} time
 * @param {string} kind
 * @returns {Promise<T>}
 */
export function orProblem(promise, time, kind) {
  return inTime(promise, time, () => {
    throw new KnownError(kind);
  });
}

/**
 * The same for work on storage, which some browsers never finish.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export function storedInTime(promise) {
  return orProblem(promise, LONGEST_STORING, STORAGE_SILENT);
}
