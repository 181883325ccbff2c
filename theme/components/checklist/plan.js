// The plan: loaded when it is first opened.
import { startChecklist } from "./checklist.js";

startChecklist(document.querySelector("[data-view-id='plan']"));
