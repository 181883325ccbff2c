// The reader: loaded with index.html, and by other pages at the first link that is followed there.

import { startExternalLinks } from "./components/external-link/external-link.js";
import { startMenu } from "./components/menu/menu.js";
import { startReader } from "./components/reader/reader.js";
import { nameLinks, nameTerritories, openOwnCountry } from "./components/places/countries.js";
import { suggestCountry } from "./components/places/where.js";
import { startViewScripts } from "./components/reader/view-script.js";
import { startSearch } from "./components/search/search.js";

startReader([
  startMenu,
  nameTerritories,
  nameLinks,
  suggestCountry,
  openOwnCountry,
  startSearch,
  startExternalLinks,
  startViewScripts,
]);
