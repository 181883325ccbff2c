// What is typed on the page and not kept, as a draft (`draft.js`): read, shown again, and taken off where the log has it by now.
import { _ } from "../common/gettext.js";
import { areSame } from "../documents/model/three-way.js";
import { withoutAdded } from "./adding.js";
import { CAME_LATE } from "./not-kept.js";

const IS_THERE = _("What you added last is in your log, and no longer in the box.");

/**
 * `parts` have small fields. `adding` is what is being added (`adding.js`); `leaveForm()` goes away from the form's screen;
 * `say(text, area)` shows the reader a message, in `area`.
 */
export function createTyped({ quick, write, parts, adding, lines, leaveForm, say, area }) {
  return { read, show, onEntries };

  function fieldsNow() {
    const small = Object.assign({}, ...parts.map((part) => part.typed()));
    return { text: quick.field().value, form: write.draft(), small };
  }

  function read() {
    const draft = fieldsNow();
    return { ...draft, adding: adding.of(draft) };
  }

  function show(given) {
    const draft = withoutAdded(given, lines.hasSalt);
    const { text = "", form = null, small = {} } = draft;
    quick.field().value = text;
    write.resume(form);
    for (const part of parts) part.resume(small);
    adding.resume({ ...fieldsNow(), adding: draft.adding });
    if (draft !== given) tell(given, draft);
  }

  /** There are more entries: what was being added may be among them. To be called before the form takes them. */
  function onEntries() {
    if (!adding.isAny()) return;
    const now = read();
    if (!adding.cameLate(lines.hasSalt)) return;
    const draft = withoutAdded(now, lines.hasSalt);
    if (draft.text !== now.text) quick.field().value = draft.text;
    if (now.form && !draft.form) write.clear();
    if (!areSame(draft.small, now.small)) for (const part of parts) part.resume(draft.small);
    tell(now, draft);
  }

  function tell(before, after) {
    quick.field().dispatchEvent(new Event("input", { bubbles: true })); // a change of the draft
    if (before.form && !after.form) leaveForm();
    queueMicrotask(() => say(before === after ? CAME_LATE : IS_THERE, area)); // after keeping has said that the log is open
  }
}
