// The plan as a document that can be kept, saved and opened: documents/README.md says what each of these is.
import { createFormEdits } from "../documents/form/form-edits.js";
import { renewFields } from "../documents/form/renew-fields.js";
import { withoutNamesOfAllObjects } from "../documents/model/sets.js";
import { areSame } from "../documents/model/three-way.js";
import { knownWords } from "./model/known-words.js";
import { openPlan, planFromData, planFromText } from "./model/open-plan.js";
import { editBetween } from "./model/plan-edits.js";
import { emptyPlan, KIND, wholePlan } from "./model/plan-format.js";
import { mergePlans, replacePlan } from "./model/plan-merge.js";
import { isNothingUnknown, textsIn, unknownIn, withoutUnknown } from "./model/unknown.js";
import { readPlan, writePlan } from "./plan-page.js";
import { STRINGS, unshownSentence } from "./plan-strings.js";

/** @import { OpenedPlan, Plan } from "./model/types.d.ts" */

/**
 * Return the document in this view of that `shape`; `say(text, area)` shows the reader a message there, `setLastOpen(day)`
 * says when the plan that is shown next was open.
 */
export function createPlanDocument(view, { say, shape, setLastOpen }) {
  const read = () => readPlan(view);

  return {
    kind: KIND,
    strings: STRINGS,
    view,
    say,
    edits: createFormEdits(view, { read, editBetween: (before, after) => editBetween(before, after, shape) }),
    read,
    backup: read,
    show(plan, lastOpen = "") {
      if (lastOpen) setLastOpen(lastOpen);
      writePlan(view, plan, shape);
    },
    clear() {
      setLastOpen("");
      writePlan(view, emptyPlan(), shape);
      renewFields(view);
    },

    empty: emptyPlan,
    isSame: areSame,
    open: (stored) => whole(openPlan(withoutRefusedNames(stored), shape)),
    restore: (content) =>
      whole(typeof content === "string" ? planFromText(content, shape) : planFromData(content, shape)),
    join(base, mine, theirs) {
      const edit = editBetween(base, mine, shape);
      return edit ? edit(theirs) : theirs;
    },
    added: (mine, incoming) => named(mergePlans(mine, incoming, shape)),
    replaced: (mine, incoming) => named(replacePlan(mine, incoming, shape)),
    knownWords,

    unshown(plan) {
      const unknown = unknownIn(plan, shape);
      return isNothingUnknown(unknown)
        ? null
        : { sentence: unshownSentence(unknown), texts: textsIn(unknown) };
    },
    withoutUnshown: (plan) => withoutUnknown(plan, shape),
  };
}

/**
 * A file, or what an older guide has kept, may lack fields that were never filled. Add them for code that shows or joins it.
 * @param {OpenedPlan} opened
 */
function whole({ plan, ...rest }) {
  return named({ plan: plan && wholePlan(plan), ...rest });
}

/**
 * What any document calls its data, the model calls a plan.
 * @param {{plan?: Plan, problems?: string[], changes?: string[], kept?: string[]}} made
 */
function named({ plan, ...rest }) {
  return plan ? { data: plan, ...rest } : rest;
}

/** An earlier version took such names from a file. For them, nobody is to be locked out of the rest. */
function withoutRefusedNames(plan) {
  const sets = ["answers", "choices", "marks", "notes"].filter((name) => plan?.[name]);
  return { ...plan, ...Object.fromEntries(sets.map((name) => [name, withoutNamesOfAllObjects(plan[name])])) };
}
