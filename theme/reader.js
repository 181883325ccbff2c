// The reader: loaded with index.html, and by other pages at the first link that is followed there.

import { startPlanLoader } from "./components/checklist/plan-loader.js";
import { startExternalLinks } from "./components/external-link/external-link.js";
import { startMenu } from "./components/menu/menu.js";
import { loadOffline } from "./components/offline/offline-loader.js";
import { startReader } from "./components/reader/reader.js";
import { nameLinks, suggestCountry } from "./components/places/where.js";
import { onViewChange } from "./components/reader/views.js";
import { startSearch } from "./components/search/search.js";

startReader([
  startMenu,
  suggestCountry,
  nameLinks,
  startSearch,
  startExternalLinks,
  startPlanLoader,
  () => onViewChange((id) => id === "offline" && loadOffline()),
]);
