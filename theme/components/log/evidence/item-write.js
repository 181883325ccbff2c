// The form of an item: a new one, or a correction. What is typed there is part of the draft until it is kept.
import { _, fill } from "../../common/gettext.js";
import { oneAtATime } from "../one-at-a-time.js";
import { itemNumber, nextItemNumber, takenNumber } from "../model/items.js";
import { HAVE, ITEM, ITEM_NUMBER, KEPT } from "../model/meanings.js";
import { noteTyped } from "../typed-since.js";
import { draftOf, smallOf } from "./item-draft.js";

const NOT_THERE = _(
  "The item that this corrects is not there yet. Your log may still be opening. What you typed is still on the screen. You can try again in a moment.",
);
const ANOTHER = _("You began this before, and it is not kept yet. Keep it or throw it away first.");
const [HAVE_IT, NEEDED] = HAVE.options;
/** What is not asked of what is there, and of what is still needed. */
const NOT_ASKED = {
  [HAVE_IT]: ["holder", "asked", "answer"],
  [NEEDED]: ["when", "place", "finder", "evidence_place", "copies", "custody"],
};

/**
 * Set up the screen; `area` is its section, `door` leads to a new one, `onKept(item, words)` shows one.
 */
export function createItemWrite(area, parts) {
  const { log, say, go, write, correct, onKept } = parts;
  const { form, begun, arrange, offered } = createItemForm(area, parts);
  const doOne = oneAtATime();

  return {
    typed: () => smallOf(begun.draft()),
    resume,
    onEntries: begun.onEntries,
    showDoor: begun.showDoor,
    clear: begun.end,
    begin,
    correct: correctItem,
    keep: () => doOne(keep),
    cancel() {
      const about = begun.entry();
      end();
      if (about) onKept(about, "");
      else go("evidence");
    },
    addRow: form.addRow,
    removeRow: (target) => form.removeRow(target.closest(".log-row")),
  };

  function begin() {
    begun.beginNew();
    arrange();
    go("item-write");
  }

  function correctItem(item, { withRow = false } = {}) {
    if (!item) return;
    const began = begun.beginCorrection(item);
    arrange();
    go("item-write");
    if (!began) say(ANOTHER, area);
    else if (withRow) form.addRow();
  }

  function resume(small) {
    if (JSON.stringify(small) === JSON.stringify(smallOf(begun.draft()))) return;
    begun.resume(draftOf(small));
    arrange();
  }

  async function keep() {
    const { typed, problems } = form.read();
    const old = begun.entry();
    if (problems.length || old === null) {
      say(problems.join(" ") || NOT_THERE, area);
      return;
    }
    const fields = old ? typed.fields : { ...offered(), ...typed.fields };
    const number = fields[ITEM_NUMBER]?.trim();
    const taken = takenNumber(log, fields[ITEM_NUMBER], old);
    if (taken) {
      say(fill(_("Item {number} is on the list already. Choose another number."), { number: taken }), area);
      area.querySelector(`[data-log-field=${ITEM_NUMBER}]`).focus();
      return;
    }
    if (!old && !number) fields[ITEM_NUMBER] = nextItemNumber(log.items());
    const takes = { small: smallOf(begun.draft()) };
    const own = { ...typed, kind: ITEM, fields };
    const noted = noteTyped(area, { begun, form });
    const item = await (old ? correct(old, own, area, takes) : write(own, area, takes));
    leave(item, noted);
  }

  /** `item` is null where it was not kept. */
  function leave(item, noted) {
    if (!item || noted.isPast()) return;
    const words = area.querySelector(".said").textContent;
    const more = noted.goOn(item);
    if (more) {
      arrange();
      say(`${words} ${more}`, area);
      return;
    }
    end();
    onKept(item, words);
  }

  /** What was typed there is no draft any more. */
  function end() {
    begun.end();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Put the fields of an item into the form. `offered()` is what a new one begins with. */
function createItemForm(area, { view, door, log, say, createForm, createBegun }) {
  const place = area.querySelector(".log-item-place");
  const template = view.querySelector("template.log-item").content.cloneNode(true);
  template.querySelector(`[data-log-field=${KEPT}]`).closest(".log-field").remove(); // an item that is there takes files
  place.append(...template.querySelectorAll(".log-field"));
  const form = createForm(area, say);
  /** @type {Record<string, string>} */
  let offered = {};
  const begun = createBegun({
    heading: area.querySelector("h2"),
    correcting: area.querySelector(".log-item-correcting"),
    ...{ door, log, form },
    fresh: () => ({ kind: ITEM, fields: (offered = offer()) }),
    wordsFor: (item) => fill(_("Correct item {number}, or add to it"), { number: itemNumber(item) }),
  });

  area.addEventListener("change", arrange);
  return { form, begun, arrange, offered: () => offered };

  function offer() {
    return { [HAVE.field]: HAVE_IT, [ITEM_NUMBER]: nextItemNumber(log.items()) };
  }

  /** Ask only for what belongs to what was chosen. What is filled in stays in sight. */
  function arrange() {
    const have = area.querySelector(`[data-log-field=${HAVE.field}]`).value || HAVE_IT;
    for (const one of place.querySelectorAll(".log-field")) {
      const field = one.querySelector("[data-log-field]");
      const isAsked = !NOT_ASKED[have]?.includes(field.dataset.logField);
      one.hidden = !isAsked && !field.value && !field.querySelector(".log-row");
    }
  }
}
