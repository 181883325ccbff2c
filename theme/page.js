// Runs on every page, before anything else of ours.
import { startHoldingAddresses } from "./components/external-link/hold-address.js";
import { startKeptGuide } from "./components/offline/offline-loader.js";
import { keepSpaceOffPaper } from "./components/page/space.js";
import { startOtherTabs } from "./components/quick-exit/other-tabs.js";
import { startQuickExit } from "./components/quick-exit/quick-exit.js";
import { startOpener } from "./components/reader/opener.js";
import { trustOwnFiles } from "./components/trusted-types/trust-own-files.js";

startQuickExit();
trustOwnFiles();
startOtherTabs();
startOpener();
startHoldingAddresses();
startKeptGuide();
keepSpaceOffPaper();
