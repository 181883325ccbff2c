// The bundle of handing on: passes it to `on-request.js`, which waits for it.
import { startExports } from "./exports-screen.js";

document.dispatchEvent(new CustomEvent("guide:exports", { detail: startExports }));
