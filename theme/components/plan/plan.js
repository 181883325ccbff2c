// The plan: loaded when it is first opened.
import { pause } from "../common/time-limit.js";
import { isFramed, offerWindow } from "../page/framed.js";
import { keepAssistantsOutOf } from "../page/assistants.js";
import { handOver } from "../documents/hand-over.js";
import { createPlanDocument } from "./plan-document.js";
import { startPlanView } from "./plan-view.js";
import { addStepTools } from "./steps.js";

const plan = document.querySelector("[data-view-id='plan']");
// A script that timed out may still arrive, together with the one that was requested again, or after the reader has left.
if (plan && !("started" in plan.dataset)) {
  plan.dataset.started = "";
  keepAssistantsOutOf(plan);
  if (isFramed) offerWindow(plan);
  else begin(plan);
}

/**
 * Set up the view in several tasks, until the reader leaves: on a slow device, a tap is answered between them. Steps are
 * not on the first screen, so their tools come after it, and before a kept plan can be written into them.
 */
async function begin(view) {
  const { say, shape, setLastOpen, fetchPython } = startPlanView(view);
  const keep = () => handOver(createPlanDocument(view, { say, shape, setLastOpen }));
  for (const start of [() => addStepTools(view), keep, fetchPython]) {
    await pause(0);
    if (view.isConnected) start();
  }
}
