// Handing the log on: the reader chooses what goes in, and presses the button of a form. All of this only reads the log.
import { _ } from "../../common/gettext.js";
import { kindOf } from "../../common/known-error.js";
import { pause } from "../../common/time-limit.js";
import { createWritingClock } from "../model/times.js";
import { oneAtATime } from "../one-at-a-time.js";
import { startChoice } from "./choice.js";
import { chooseHanded } from "./handed.js";
import { fileReader, readWhole } from "./handed-lines.js";
import { createHanding } from "./handing.js";

const NOTHING = _("Nothing is written yet, so there is nothing to hand on.");
const PART_MISSING = _(
  "Part of the log cannot be read, so nothing can be made that others can check. Nothing was changed. You can still print the entries.",
);
const FAILED = _("This could not be made just now. Nothing was changed. You can try again.");
const CHANGED = _("The log locked before this was done, so nothing was made. Open it, and try again.");
const ONE_MOMENT = _("One moment…");

/** Set up the screen. `area` is `.log-exports`; `first` is the list with its search, `printing` what prints. */
export function startExports(area, parts) {
  const { log, shape, lines, say } = parts;
  const choice = startChoice(area, parts);
  const handing = createHanding(area, parts);
  const alone = oneAtATime();
  const writtenNow = createWritingClock();
  let running = new AbortController(); // it ends when the page drops the log

  area.addEventListener("click", ({ target, detail }) => {
    const button = /** @type {HTMLElement} */ (target).closest("[data-log-export]");
    const isAgain = detail > 1; // the second press of two at once, also where the first is done by then
    if (button instanceof HTMLElement && !isAgain) alone(() => press(button, button.dataset.logExport ?? ""));
  });
  area.hidden = false;
  return {
    show: choice.show,
    clear() {
      running.abort();
      running = new AbortController();
      choice.clear();
      handing.clear();
    },
  };

  async function press(button, form) {
    const near = placeOf(button);
    const tell = (text) => say(text, near);
    const { signal } = running;
    const isStill = () => !signal.aborted;
    handing.forgetSaved();
    if (!log.size && !log.items().length) {
      tell(NOTHING);
      return;
    }
    tell(ONE_MOMENT);
    await pause(0); // so that it is seen
    try {
      const how = choice.how();
      const given = lines.given();
      const whole = await readWhole(given);
      if (!whole) {
        tell(PART_MISSING);
        return;
      }
      const { isWithApart } = how;
      const about = { ...whole, shape, made: writtenNow(""), readFile: fileReader(given) };
      const handed = { ...chooseHanded(about, how), isWithApart };
      if (isStill()) await handing.hand(form, { near, tell, handed, how, signal });
      if (!isStill()) tell(CHANGED);
    } catch (error) {
      if (isStill()) kindOf(error);
      tell(isStill() ? FAILED : CHANGED);
    }
  }
}

/** What is said stands next to what was pressed. */
function placeOf(button) {
  const near = button.closest("li, .log-form");
  if (near.localName === "li")
    near.append(button.closest(".log-form").querySelector(":scope > .said, li > .said"));
  return near;
}
