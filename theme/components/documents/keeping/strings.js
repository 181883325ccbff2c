// What the reader is told about keeping, opening and saving, besides what stands in the templates.

import { ALL_KEPT, LOST, NO_WORKER, WAITS } from "../../vault/protocol.js";

export const KEEPING = "Keeping…";
export const KEPT = "Kept";
export const NOT_KEPT = "Last changes not kept";
export const ONE_MOMENT = "One moment…";

export const NEEDS_HTTPS =
  "A plan can be kept here only if the address of this site begins with https, and it does not. Nothing was kept. What you wrote is still on the screen. You can save it as a file that only your passphrase opens.";
export const NOW_KEPT = "Your plan is kept on this device now. What you change is kept as you go.";
export const OPENED = "Your plan is open.";
export const LOCKED_NOW = "Locked. Your plan is kept, and nothing of it is on this page any more.";
export const LOCKED_SEALING =
  "Locked. Nothing of your plan is on this page any more. Your last changes are being kept.";
export const LOCKED_FOR = {
  [NO_WORKER]: "The part of this page that opens what you keep has stopped, so your plan is locked.",
};
export const OUTCOMES = {
  [ALL_KEPT]: LOCKED_NOW,
  [WAITS]:
    "Your last changes could not be kept yet. They are sealed, and wait in this tab. Leave the tab open, and open your plan here: if the tab is closed before, they are lost.",
  [LOST]:
    "Locked. What you wrote in the last moment could not be sealed, and is gone. What was kept before is still kept.",
};
export const OLDER_JOINED = "Your plan now holds your last changes too.";
export const KEPT_ELSEWHERE =
  "A plan is kept on this device now, from another tab. What stands on this page is not part of it.";
export const KEPT_PLAN_PROBLEM =
  "What is kept cannot be shown here. Nothing was changed, and it is locked again.";
export const PASSPHRASE_NEW =
  "The passphrase is changed. Only the new one opens your plan now. Files that you saved before keep their old one.";
export const IDLE_SET = "Noted.";
export const NEWER_SHOWN = "This is the newer plan, with what you wrote here.";

export const WIPED_ALL =
  "The kept plan is deleted, and this page is cleared. What may stay is this site’s address in the browser’s history and lists.";
export const WIPED_HERE =
  "The kept plan is deleted, and this page is cleared. What may stay is a locked rest in the browser’s files, which only the passphrase opens, and this site’s address in its history and lists.";
export const GUIDE_STAYS =
  "The guide that you keep here for use without a network is another thing, and is still kept.";
export const NOT_WIPED =
  "The browser did not delete what is kept. This page is cleared. Close other tabs of this site and try again, or delete this site’s data in the browser’s settings.";

export const NO_WORDS = "The words did not arrive. Try again, or use words of your own.";
export const NO_JUDGE =
  "How strong this is could not be checked just now. Nothing was changed. Try again, or use the five words.";
export const NO_PASSPHRASE = "There is no passphrase yet. Nothing was changed. You can type one.";
export const NOT_TWICE =
  "The two passphrases are not the same. Nothing was changed. You can show what you type.";

export const WEEK_WITHOUT_COPY = "It is a week or more since you saved a copy of this plan.";
export const CHANGES_WITHOUT_COPY = "You have changed a lot since you last saved a copy of this plan.";

export const EMPTY_FILE = "This file is empty. Nothing was changed. You can choose another file.";
export const LARGE_FILE =
  "This file is larger than any plan. Nothing was changed. You can choose another file.";
export const FILE_LOCKED = "This file is locked. You can open it with its passphrase.";
export const NO_CHANGE = "Nothing was changed.";
export const FILE_HOLDS = "This file holds a plan. Nothing of yours has changed yet.";
export const FILE_IS_SAME = "This file holds nothing that differs from your plan. Nothing was changed.";
export const PAGE_HELD =
  "Before you opened it, you had written something on this page. It is not part of your plan yet.";
export const ADDED = "Your plan now holds both.";
export const REPLACED = "Your plan is now what you chose.";
export const NOTHING_CHANGES = "Nothing in your plan changes.";
export const LEFT = "Your plan stays as it is.";

export const TAKE_OUT = "Take them out";
export const PUT_BACK = "Put them back";
export const TAKEN_OUT = "They are taken out of your plan. You can put them back until you change something.";
export const UNSHOWN_TEXTS = "Read what is written there";

/** Say how much a plan holds that cannot be shown. */
export function unshownSentence({ answers, choices, marks, notes, others }) {
  const counts = [
    [sizeOf(notes), "note"],
    [sizeOf(marks), "mark"],
    [sizeOf(answers) + sizeOf(choices), "answer"],
  ];
  counts.push([others.length, counts.some(([number]) => number) ? "other thing" : "thing"]);
  const words = counts.filter(([number]) => number).map(([n, word]) => `${n} ${word}${n === 1 ? "" : "s"}`);
  const last = words.pop();
  const all = words.length ? `${words.join(", ")} and ${last}` : last;
  return `This plan holds ${all} that this version of the guide cannot show.`;
}

const sizeOf = (set) => Object.keys(set).length;

export const savedAs = (name) => `Your browser has “${name}” now, and saves it or asks you where.`;
