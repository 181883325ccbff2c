// Quick writing: one field and one button. The time is now; kind and the rest come later.
import { _, fill } from "../common/gettext.js";
import { whenNow } from "./model/times.js";
import { make } from "./list.js";
import { oneAtATime } from "./one-at-a-time.js";
import { kindOf } from "./words.js";

const UNDO_FOR = 10_000; // milliseconds
const FULL = _("This box is full. Anything you add now is lost.");
const NOTHING = _("There is nothing in the box yet. A few words are enough.");
const TAKEN_BACK = _(
  "Taken back. The list shows that an entry was removed. Its words are still stored in the log. Only “Delete everything” takes them out.",
);

/**
 * Set up quick writing; `area` is its section. `write(typed)` adds an entry, and resolves with it, or with null and says why
 * it did not. `remove(entry)` takes it back.
 */
export function startQuick(area, { log, shape, lines, write, remove, say }) {
  const field = () => area.querySelector("[data-log=text]"); // a fresh one after the log locked
  const button = area.querySelector("[data-log=keep]");
  const undo = area.querySelector(".log-undo");
  const offer = area.querySelector(".log-offer");
  const again = area.querySelector(".log-again");
  const doOne = oneAtATime((isBusy) =>
    isBusy ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled"),
  );
  let hasOffered = false;
  /** @type {any} */
  let last = null; // the entry that "Take it back" is about
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  area.addEventListener("input", ({ target }) => target.value.length >= target.maxLength && say(FULL, area));
  return {
    field,
    showAgain,
    last: () => last,
    actions: { keep: keepText, again: keepAgain, undo: takeBack },
    clear,
  };

  async function keepText() {
    const text = field().value;
    if (!text.trim()) {
      say(NOTHING, area);
      field().focus();
      return;
    }
    if (await keep({ kind: "", fields: { what: text } }, { text })) {
      // What was typed meanwhile stays.
      const { value } = field();
      field().value = value.startsWith(text) ? value.slice(text.length) : value;
      field().dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  async function keepAgain(target) {
    await keep({ kind: target.dataset.kind, fields: {} });
  }

  async function keep({ kind, fields }, takes = {}) {
    const entry = await doOne(() => write({ kind, when: whenNow(), fields }, area, takes));
    if (entry) offerUndo(entry);
    return entry;
  }

  /** For ten seconds; after that, an entry is removed where it is read. */
  function offerUndo(entry) {
    last = entry;
    undo.hidden = false;
    offer.hidden = lines.isKept() || hasOffered;
    hasOffered ||= !lines.isKept();
    clearTimeout(timer);
    timer = setTimeout(endUndo, UNDO_FOR);
  }

  function endUndo() {
    clearTimeout(timer);
    if (undo.contains(document.activeElement)) field().focus({ preventScroll: true });
    undo.hidden = true;
    last = null;
  }

  async function takeBack() {
    const entry = last && log.get(last.id);
    endUndo();
    if (entry && (await remove(entry, area))) say(TAKEN_BACK, area);
    field().focus({ preventScroll: true });
  }

  function showAgain() {
    if (lines.isKept()) offer.hidden = true;
    const kinds = log.lastKinds(3);
    again.hidden = kinds.length === 0;
    const shown = [...again.children].map(({ dataset }) => dataset.kind);
    if (String(shown) !== String(kinds))
      again.replaceChildren(...kinds.map((kind) => againButton(kind, shape)));
  }

  function clear() {
    field().value = "";
    endUndo();
    offer.hidden = true;
    hasOffered = false;
    again.replaceChildren();
    again.hidden = true;
  }
}

function againButton(kind, shape) {
  const button = make("button", "log-small", fill(_("Again: {kind}"), { kind: kindOf({ kind }, shape) }));
  button.type = "button";
  button.dataset.logAction = "again";
  button.dataset.kind = kind;
  return button;
}
