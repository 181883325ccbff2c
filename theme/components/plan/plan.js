// The plan: loaded when it is first opened.
import { isFramed, offerWindow } from "../page/framed.js";
import { keepAssistantsOutOf } from "../page/assistants.js";
import { startKeeping } from "../documents/keeping/keeping.js";
import { createPlanDocument } from "./plan-document.js";
import { startPlanView } from "./plan-view.js";

const view = document.querySelector("[data-view-id='plan']");
// A script that timed out may still arrive, together with the one that was requested again, or after the reader has left.
if (view && !("started" in view.dataset)) {
  view.dataset.started = "";
  keepAssistantsOutOf(view);
  if (isFramed) offerWindow(view);
  else {
    startKeeping([createPlanDocument(view, startPlanView(view))]);
  }
}
