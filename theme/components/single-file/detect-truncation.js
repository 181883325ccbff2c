// First in the one file: from here on one part is shown at a time. Should the rest of the file be cut off, all is shown.

import { showAll } from "./show-all.js";

const root = document.documentElement;

root.dataset.script = "";
document.addEventListener("DOMContentLoaded", () => "reader" in root.dataset || showAll());
