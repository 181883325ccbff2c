// Runs on every page when all of it has loaded; what runs before the text is in first.js.
import { startWithholdingHrefs } from "./components/external-link/withhold-href.js";
import { startKeptGuide } from "./components/offline/offline-loader.js";
import { openNothingDropped } from "./components/page/drop.js";
import { stripWhitespaceBeforePrint } from "./components/page/strip-print-whitespace.js";
import { startOpener } from "./components/reader/opener.js";
import { placeSearchField } from "./components/search/field.js";
import { trustOwnFiles } from "./components/trusted-types/trust-own-files.js";

trustOwnFiles();
openNothingDropped();
startOpener(placeSearchField);
startWithholdingHrefs();
startKeptGuide();
stripWhitespaceBeforePrint();
