// The bundle of handing on: passes it to `on-request.js`, which waits for it.
import { CHECKER, SCHEMA } from "./carried.js";
import { startExports } from "./exports-screen.js";

const carried = { checker: CHECKER, schema: SCHEMA };
const detail = (area, parts) => startExports(area, { ...parts, carried });
document.dispatchEvent(new CustomEvent("guide:exports", { detail }));
