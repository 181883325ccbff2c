// Problems that the page explains; the kind names the sentence in `strings.js`.
export { KnownError } from "../common/known-error.js";

export const NO_ANSWER = "no-answer";
export const NOT_OURS = "not-ours";
export const NEWER_PAGE = "newer-page";
export const CHANGED_FILE = "changed-file";
export const NO_ROOM = "no-room";
export const REFUSED = "refused";
export const SILENT = "silent"; // the browser does not answer
export const NEEDS_HTTPS = "needs-https";
export const BEHIND = "behind"; // the site has an older version than is kept
export const NO_WORKER = "no-worker";

// Not a problem, but it also ends the work.
export const CANCELLED = "cancelled";
export const STOLEN = "stolen"; // another tab removes the guide
export const LEFT = "left";
