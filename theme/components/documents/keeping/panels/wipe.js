// Delete everything: two presses, since it cannot be undone, and plain words about what may remain.
import { isCopyOfGuide } from "../../../common/storage-names.js";
import { inTime } from "../../../common/time-limit.js";
import { LOCKED } from "../../../vault/protocol.js";
import { createBusy, make, showLeftOut } from "./panel.js";
import { countedEntries, GUIDE_STAYS, NOT_WIPED, ONE_MOMENT, WIPED_ALL, WIPED_HERE } from "../strings.js";

const LONGEST_ANSWER = 3000; // milliseconds

/** Add it to a panel. */
export function addWipe(view, element, { vault, autosave, say, tell, clearPages, inLines }) {
  const panel = make(view, "wipe");
  const button = panel.querySelector("button");
  const place = panel.querySelector(".wipe-count");
  const busyWith = createBusy();

  button.addEventListener("click", () => busyWith(button, wipe));
  panel.addEventListener("toggle", showCount);
  element.querySelector("[data-place=wipe]").replaceChildren(panel);

  /** While it is locked, nobody knows how many entries there are. */
  function showCount() {
    const [count = 0] = vault.state === LOCKED ? [] : inLines(({ size }) => size());
    place.textContent = count ? countedEntries(count) : "";
    place.hidden = !count;
    if (vault.state !== LOCKED) inLines((lines) => showLeftOut(panel, lines));
  }

  async function wipe() {
    say(ONE_MOMENT, panel);
    autosave.stop();
    clearPages();
    const isKept = await isGuideKept(); // to look afterwards would make a folder in Firefox that was just cleared
    const { storage, server } = await vault.wipe();
    const sentence = storage ? (server ? WIPED_ALL : WIPED_HERE) : NOT_WIPED;
    tell(isKept && !server ? `${sentence} ${GUIDE_STAYS}` : sentence);
  }
}

/** The guide itself can be kept too (`../offline/`); a host that clears takes it along, a deletion here does not. */
async function isGuideKept() {
  const listing = globalThis.caches?.keys().catch(() => []) ?? [];
  const names = await inTime(listing, LONGEST_ANSWER, () => []);
  return names.some(isCopyOfGuide);
}
