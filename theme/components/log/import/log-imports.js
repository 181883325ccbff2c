// The bundle that brings in files: passes itself to `on-request.js`, which waits for it.
import { startImport } from "./import-screen.js";

document.dispatchEvent(new CustomEvent("guide:imports", { detail: startImport }));
