// The bundle of the list of evidence: passes it to `on-request.js`, which waits for it.
import { startEvidence } from "./evidence-screen.js";

document.dispatchEvent(new CustomEvent("guide:evidence", { detail: startEvidence }));
