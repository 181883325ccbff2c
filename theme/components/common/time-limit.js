// Every wait has a limit: we have seen storage, workers and hosts that never answer. Times are in milliseconds.

/**
 * Return what a promise gives; if it takes longer than `time`, what `onLate()` returns or throws.
 * @template T
 * @template U = never
 * @param {Promise<T> | T} promise
 * @param {number} time
 * @param {() => U | Promise<U>} [onLate]
 * @returns {Promise<T | U>}
 */
export function inTime(promise, time, onLate = fail) {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, time))).then(onLate);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** @returns {Promise<never>} */
const fail = () => Promise.reject(new Error("late"));

/**
 * Wait for a time.
 * @param {number} time
 * @returns {Promise<void>}
 */
export function pause(time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/**
 * Return a signal that aborts after a time. Older browsers have no `AbortSignal.timeout`.
 * @param {number} time
 */
export function endAfter(time) {
  const waiting = new AbortController();
  setTimeout(() => waiting.abort(), time);
  return waiting.signal;
}
