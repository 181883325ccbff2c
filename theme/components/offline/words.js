// What the reader is told about the kept guide, besides what stands in the page and its template.
import { OURS } from "../common/known-error.js";

export const LOOKING = "One moment…";
export const IS = {
  busy: "The guide is on its way.",
  off: "Nothing of this guide is kept in this browser.",
  unknown: "It is not known just now whether the guide is kept in this browser.",
  guide: "The guide is kept in this browser. It opens without a network.",
  all: "The guide is kept in this browser, with all its parts. It opens without a network.",
  part: "A part of the guide has come, and is not used yet. You can go on: press the same button again. Or you can remove it.",
};
export const FETCHING = "The files are coming. You can read on meanwhile. If you close this page, it stops.";
export const ELSEWHERE = "Another tab of this guide is doing this now.";
export const CANCELLED_WITH = {
  off: "It was stopped. Nothing was kept.",
  kept: "It was stopped. The copy that you had still works.",
};
export const DONE = "Done. The guide is kept in this browser now.";
export const UPDATED =
  "Done. The newer version is here. It is used when you open this guide the next time, after it was closed in all tabs.";
export const BEHIND =
  "Just now this site has an older version of the guide than the one that you keep. You keep the newer one, and need not do anything.";
export const NEWER = "There is a newer version of the guide.";
export const NOT_ASKED = "This site did not answer, so it is not known whether there is a newer version.";

// What happened, then what there is now, then what is possible.
const OURS_SENTENCE =
  "Something in this page went wrong, and we do not know what it was. Load the page again to see what is kept here.";

const problems = {
  "no-answer": "This site did not answer, or no longer.",
  "not-ours":
    "What came is not from this guide. This network may want you to sign in first, or may change what it sends.",
  "newer-page": "This page is older than the files of the site. Load the page again, then try once more.",
  "changed-file":
    "A file that came is not the one that this guide has published. It may have been changed on the way, or the site is being renewed just now.",
  "no-room": "There is no room for these files, or this browser does not let a page keep them.",
  refused: "This browser does not let this page keep files. A private window may be the reason.",
  silent:
    "This browser does not answer when this page asks for what is kept here. You can close the browser, open it again and look once more.",
  "needs-https":
    "The guide can be kept only if the address of this site begins with https, and it does not. You can read it here, and print it.",
  behind:
    "Just now this site has an older version of the guide than the one that you keep. Older versions can hold mistakes that were mended since, so it was not fetched.",
  "no-worker":
    "All files came, but this browser did not start the part that opens them without a network. Perhaps the site is being renewed just now.",
};
const now = {
  off: "Nothing was kept.",
  unknown: "Nothing was changed.",
  kept: "The copy that you had is whole, and still works.",
  part: "What has come stays in this browser. You can go on later, or remove it.",
};

/** Tell what happened, and what there is now: `off`, `kept` or `part`. */
export function tellProblem(kind, state) {
  return kind === OURS ? OURS_SENTENCE : `${problems[kind]} ${now[state]}`;
}

export const NO_FILE = "This file is not kept here, and the site did not answer.";
export const OFFLINE = "To keep the guide, the browser must reach this site once. You can try again later.";

export const REMOVED = {
  byHost:
    "The kept guide is removed. What may stay is this site’s address in the browser’s history and lists.",
  here: "The kept guide is removed. What may stay is parts of its text in the browser’s files, and this site’s address in its history and lists.",
  not: "The browser did not remove all of it. You can close other tabs of this guide and try again, or delete this site’s data in the browser’s settings.",
};

/** Tell why the kept guide could not be removed. */
export function tellRemovalProblem(kind) {
  return kind === OURS ? OURS_SENTENCE : REMOVED.not;
}

export const PLAN_STAYS = "Your plan is a separate thing. If you keep one here, it is still kept, locked.";

export const WITHDRAWN = "Please do not rely on the guide as it is kept in this browser.";
export const WITHDRAWN_NEXT = {
  get: "You can get the newer version here.",
  see: "Newer version of the kept guide",
};
export const READY = "The newer version is here already. Close this guide in all tabs, then open it again.";

export function sizes(wire, bytes) {
  return `About ${sizeOf(wire)} to fetch, ${sizeOf(bytes)} on this device.`;
}

export function atMost(bytes) {
  return `At most ${sizeOf(bytes)} to fetch.`;
}

export function progress(done, all) {
  return `${sizeOf(done)} of ${sizeOf(all)}`;
}

/** Write a number of bytes as people read it, never too small. */
function sizeOf(bytes) {
  if (bytes < 950_000) return `${Math.ceil(bytes / 10_000) * 10} kB`;
  return `${(Math.ceil(bytes / 1e5) / 10).toFixed(1)} MB`;
}
