// What first.js does, for a document that `language.js` writes over another one: it is loaded before that, so that there is
// no moment without the exit. It has the words of its own language.
import { _ } from "./components/common/gettext.js";
import { noteFirstFrame } from "./components/page/first-frame.js";
import { ask } from "./components/languages/ask.js";
import { startOtherTabs } from "./components/quick-exit/other-tabs.js";
import { startQuickExit } from "./components/quick-exit/quick-exit.js";
import { say, waiting } from "./components/quick-exit/status.js";
import { startDeferringClicks } from "./components/reader/defer-clicks.js";

const FAILED = _(
  "The guide did not load in this language. Press the link again to open a page of its own. What you wrote here and did not keep will be lost then.",
);

function begin() {
  startQuickExit();
  startDeferringClicks();
  startOtherTabs();
  noteFirstFrame();
}

const detail = { begin, ask, tellWaiting: () => say(waiting), tellFailure: () => say(FAILED) };
document.dispatchEvent(new CustomEvent("guide:arriving", { detail }));
