// Runs first on every page, before its text: the exit, and links that add nothing to the history.
import { noteFirstFrame } from "./components/page/first-frame.js";
import { startOtherTabs } from "./components/quick-exit/other-tabs.js";
import { startQuickExit } from "./components/quick-exit/quick-exit.js";
import { startDeferringClicks } from "./components/reader/defer-clicks.js";

startQuickExit();
startDeferringClicks();
startOtherTabs();
noteFirstFrame();
