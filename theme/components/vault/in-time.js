/** No wait without an end. */
import { Problem, STORAGE_BLOCKED } from "./messages.js";

const LONGEST_STORING = 10_000; // milliseconds

/** Return what a promise comes to; reject with a `Problem` of this kind when it takes longer than `time` milliseconds. */
export function inTime(promise, time, kind) {
  let timer;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Problem(kind)), time);
  });
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}

/** The same for work on storage, which some browsers never bring to an end. */
export function storedInTime(promise) {
  return inTime(promise, LONGEST_STORING, STORAGE_BLOCKED);
}
