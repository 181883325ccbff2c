// What the reader is told about keeping, opening and saving a plan.
import { MANY_CHANGES, WEEK } from "../documents/keeping/backup-reminder.js";
import { ALL_KEPT, LOST, NO_WORKER, WAITS } from "../vault/protocol.js";

const LOCKED_NOW = "Locked. Your plan is kept, and nothing of it is on this page any more.";

export const STRINGS = {
  needsHttps:
    "A plan can be kept here only if the address of this site begins with https, and it does not. Nothing was kept. What you wrote is still on the screen. You can save it as a file that only your passphrase opens.",
  nowKept: "Your plan is kept on this device now. What you change is kept as you go.",
  opened: "Your plan is open.",
  lockedNow: LOCKED_NOW,
  lockedSealing: "Locked. Nothing of your plan is on this page any more. Your last changes are being kept.",
  lockedFor: {
    [NO_WORKER]: "The part of this page that opens what you keep has stopped, so your plan is locked.",
  },
  outcomes: {
    [ALL_KEPT]: LOCKED_NOW,
    [WAITS]:
      "Your last changes could not be kept yet. They are sealed, and wait in this tab. Leave the tab open, and open your plan here: if the tab is closed before, they are lost.",
    [LOST]:
      "Locked. What you wrote in the last moment could not be sealed, and is gone. What was kept before is still kept.",
  },
  olderJoined: "Your plan now holds your last changes too.",
  keptElsewhere:
    "A plan is kept on this device now, from another tab. What stands on this page is not part of it.",
  passphraseNew:
    "The passphrase is changed. Only the new one opens your plan now. Files that you saved before keep their old one.",
  newerShown: "This is the newer plan, with what you wrote here.",
  wipedAll:
    "The kept plan is deleted, and this page is cleared. What may stay is this site’s address in the browser’s history and lists.",
  wipedHere:
    "The kept plan is deleted, and this page is cleared. What may stay is a locked rest in the browser’s files, which only the passphrase opens, and this site’s address in its history and lists.",
  reminders: {
    [WEEK]: "It is a week or more since you saved a copy of this plan.",
    [MANY_CHANGES]: "You have changed a lot since you last saved a copy of this plan.",
  },
  largeFile: "This file is larger than any plan. Nothing was changed. You can choose another file.",
  fileHolds: "This file holds a plan. Nothing of yours has changed yet.",
  fileIsSame: "This file holds nothing that differs from your plan. Nothing was changed.",
  pageHeld: "Before you opened it, you had written something on this page. It is not part of your plan yet.",
  added: "Your plan now holds both.",
  replaced: "Your plan is now what you chose.",
  nothingChanges: "Nothing in your plan changes.",
  left: "Your plan stays as it is.",
  takenOut: "They are taken out of your plan. You can put them back until you change something.",
};

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
