/** No wait without an end. */
import { inTime } from "../common/time-limit.js";
import { Problem, STORAGE_SILENT } from "./messages.js";

const LONGEST_STORING = 10_000; // milliseconds

/** Return what work on storage comes to, which some browsers never bring to an end. */
export function storedInTime(promise) {
  return inTime(promise, LONGEST_STORING, () => {
    throw new Problem(STORAGE_SILENT);
  });
}
