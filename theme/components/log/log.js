// The log: loaded when it is first opened.
import { pause } from "../common/time-limit.js";
import { isFramed, offerWindow } from "../page/framed.js";
import { keepAssistantsOutOf } from "../page/assistants.js";
import { handOver } from "../documents/hand-over.js";
import { createLogDocument } from "./log-document.js";
import { startLogView } from "./log-view.js";

const log = document.querySelector("[data-view-id='log']");
// A script that timed out may still arrive, together with the one that was requested again, or after the reader has left.
if (log && !("started" in log.dataset)) {
  log.dataset.started = "";
  keepAssistantsOutOf(log);
  if (isFramed) offerWindow(log);
  else begin(log);
}

/** Set up the view, then keeping, in a task of its own: on a slow device, a tap is answered between them. */
async function begin(view) {
  const parts = startLogView(view);
  await pause(0);
  if (!view.isConnected) return;
  handOver(createLogDocument(view, parts));
}
