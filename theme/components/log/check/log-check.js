// Checking a copy of a log: loaded when its page is first opened.
import { startCheck } from "./check-page.js";

const view = document.querySelector("[data-view-id='check']");
// A script that timed out may still arrive, together with the one that was requested again, or after the reader has left.
if (view && !("started" in view.dataset)) {
  view.dataset.started = "";
  startCheck(view);
}
