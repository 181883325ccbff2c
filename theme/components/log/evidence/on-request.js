// The list of evidence is a bundle of its own, fetched when it is opened: whoever only writes entries needs none of it.
import { _ } from "../../common/gettext.js";
import { createBegun } from "../begun.js";
import { createForm } from "../form.js";
import { createLater } from "../later.js";
import { itemPart } from "./item-draft.js";

const NOT_LOADED = _(
  "A part of this page did not arrive. Open this again to try once more. All else in the log works without it.",
);
const NOT_MADE = _(
  "The list of evidence cannot be shown now. Something in this page went wrong. All else in the log works without it.",
);
const NOT_HERE = _(
  "The list of evidence cannot be shown here. That needs the whole guide, and this is the small file. Its items stay in your log.",
);
const BEGUN = _("You began an item. It is not kept yet.");
const isSmall = document.documentElement.dataset.pocket === "small";

/** Return what `startEvidence` of `evidence-screen.js` returns, and load that when it is first shown. `door` leads to it. */
export function evidenceOnRequest(view, door, parts) {
  const area = view.querySelector(".log-evidence");
  const say = (sentence) => (area.querySelector(".said").textContent = sentence);
  const usual = door.querySelector("span").textContent;
  /** @type {Record<string, string>} */
  let held = {}; // what is typed for an item, until the bundle has it
  const later = createLater({
    script: "assets/log-items.js",
    event: "guide:evidence",
    begin: (start) => start(view, { ...parts, createForm, createBegun }),
    say,
    notLoaded: NOT_LOADED,
    notMade: NOT_MADE,
  });
  const typed = () => later.part?.typed() ?? held;

  return {
    screens: {
      evidence: { show: () => open((part) => part.showList()) },
      item: { show: () => later.part?.showItem() },
    },
    actions: { "open-item": (target) => openItem(target.dataset.item) },
    /** Another screen is shown: what was opened of a file goes. */
    onScreen: (screen) => later.part?.onScreen(screen),
    /** There are more entries. */
    onEntries: () => later.part?.onEntries(),
    typed,
    resume(small) {
      held = itemPart(small);
      later.part?.resume(held);
    },
    showDoor: () => (door.querySelector("span").textContent = Object.keys(typed()).length ? BEGUN : usual),
    clear() {
      held = {};
      later.part?.clear();
    },
    stop() {
      later.stop();
      later.part?.clear();
    },
  };

  async function open(work) {
    if (isSmall) {
      say(NOT_HERE);
      return;
    }
    const isFirst = !later.part;
    const part = await later.open();
    if (!part) return;
    if (isFirst) {
      say("");
      part.resume(held);
    }
    work(part);
  }

  function openItem(id) {
    if (later.part) later.part.openItem(id);
    else {
      parts.go("evidence");
      open((part) => part.openItem(id));
    }
  }
}
