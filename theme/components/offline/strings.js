// What the page says about the kept guide, besides the text in the page and its template.
import { _, fill } from "../common/gettext.js";
import { OURS } from "../common/known-error.js";
import { sizeOf } from "../common/sizes.js";

export const LOOKING = _("One moment…");
export const IS = {
  busy: _("The guide is loading."),
  off: _("No part of this guide is kept in this browser."),
  unknown: _("We cannot tell just now whether the guide is kept in this browser."),
  guide: _("The guide is kept in this browser. It opens without a network."),
  all: _("The guide is kept in this browser, with all its parts. It opens without a network."),
  part: _(
    "This browser has part of the guide, but does not use it yet. Press the same button again to get the rest. Or you can remove it.",
  ),
};

/** Say what is kept: in this language, and in others, which are called `elsewhere`. */
export function tellWhatIs(is, elsewhere) {
  if (!elsewhere.length || is === "busy") return IS[is];
  const languages = elsewhere.join(", ");
  if (is === "off")
    return fill(
      _(
        "This guide is kept in this browser, but in another language: {languages}. Removing it here removes it in every language.",
      ),
      { languages },
    );
  return `${IS[is]} ${fill(_("It is also kept in another language: {languages}. Removing it here removes it in every language."), { languages })}`;
}

export const FETCHING = _(
  "The files are loading. You can go on reading. If you close this page, the loading stops.",
);
export const ELSEWHERE = _("Another tab of this guide is doing this now.");
export const CANCELLED_WITH = {
  off: _("Stopped. Nothing was kept."),
  kept: _("Stopped. The copy that you had still works."),
};
export const DONE = _("Done. The guide is now kept in this browser.");
export const UPDATED = _(
  "Done. The newer version is here. Close this guide in all tabs. The newer version will open next time.",
);
export const BEHIND = _(
  "Right now this site has an older version of the guide than the one that you keep. You still have the newer one. You do not need to do anything.",
);
export const NEWER = _("There is a newer version of the guide.");
export const NOT_ASKED = _("This site did not answer, so we cannot tell whether there is a newer version.");

// What happened, then what there is now, then what is possible.
const OURS_SENTENCE = _(
  "Something in this page went wrong, and we do not know what it was. Load the page again to see what is kept here.",
);

const problems = {
  "no-answer": _("The site is not answering."),
  "not-ours": _(
    "The answer was not from this guide. This network may want you to sign in first, or it may change what it sends.",
  ),
  "newer-page": _("This page is older than the files on the site. Load the page again, then try once more."),
  "changed-file": _(
    "One file is not the one that this guide published. It may have been changed on the way, or the site may be updating right now.",
  ),
  "no-room": _("There is no room for these files, or this browser does not let a page keep them."),
  refused: _("This browser does not let this page keep files. A private window may be the reason."),
  silent: _(
    "This browser did not answer when this page asked for what is kept here. You can close the browser, open it again and try once more.",
  ),
  "needs-https": _(
    "This browser can keep the guide only if the site’s address begins with https, and this one does not. You can read it here, and print it.",
  ),
  behind: _(
    "Right now this site has an older version of the guide than the one that you keep. Older versions can have mistakes that we have fixed since, so this page did not load it.",
  ),
  "no-worker": _(
    "All the files are here, but this browser did not start the part that opens them without a network. The site may be updating right now.",
  ),
};
const now = {
  off: _("Nothing was kept."),
  unknown: _("Nothing was changed."),
  kept: _("The copy that you had is complete, and still works."),
  part: _("What has loaded so far stays in this browser. You can go on later, or remove it."),
};

/** Say what happened, and what there is now: `off`, `kept` or `part`. */
export function tellProblem(kind, state) {
  return kind === OURS ? OURS_SENTENCE : `${problems[kind]} ${now[state]}`;
}

export const NO_FILE = _("This file is not kept here, and the site did not answer.");
export const OFFLINE = _(
  "To keep the guide, the browser must reach this site once. You can try again later.",
);

export const REMOVED = {
  byHost: _("The kept guide is removed. This site’s address may stay in the browser’s history and lists."),
  here: _(
    "The kept guide is removed. Parts of its text may stay in the browser’s files, and this site’s address may stay in its history and lists.",
  ),
  not: _(
    "The browser did not remove all of it. You can close other tabs of this guide and try again, or delete this site’s data in the browser’s settings.",
  ),
};

/** Say why the kept guide could not be removed. */
export function tellRemovalProblem(kind) {
  return kind === OURS ? OURS_SENTENCE : REMOVED.not;
}

export const PLAN_STAYS = _("This did not change your plan. If you keep one here, it is still kept, locked.");

export const WITHDRAWN = _("Please do not rely on the copy of the guide in this browser.");
export const WITHDRAWN_NEXT = {
  get: _("You can get the newer version here."),
  see: _("Newer version of the kept guide"),
};
export const READY = _(
  "The newer version is here already. Close this guide in all tabs, then open it again.",
);

export function sizes(wire, bytes) {
  return fill(_("About {fetched} to download, {kept} on this device."), {
    fetched: sizeOf(wire),
    kept: sizeOf(bytes),
  });
}

export function atMost(bytes) {
  return fill(_("At most {size} to download."), { size: sizeOf(bytes) });
}

export function progress(done, all) {
  return fill(_("{done} of {all}"), { done: sizeOf(done), all: sizeOf(all) });
}
