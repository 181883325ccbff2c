// Runs first on every page, before its text: the exit, and links that add nothing to the history.
import { startOtherTabs } from "./components/quick-exit/other-tabs.js";
import { startQuickExit } from "./components/quick-exit/quick-exit.js";
import { startHoldingLinks } from "./components/reader/hold-links.js";

startQuickExit();
startHoldingLinks();
startOtherTabs();
