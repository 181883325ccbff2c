// Migrations from earlier formats of a plan: each leads from one version to the next. `contributing/plan-format.md`.
import { MOST_NAMES } from "../../documents/model/limits.js";
import { valueIn } from "../../documents/model/sets.js";
import { isName, isSet } from "../../documents/model/values.js";

/** @import { SavedDocument } from "../../documents/model/migrations.js" */

/** @type {readonly import("../../documents/model/migrations.js").Migration[]} */
export const MIGRATIONS = [putStepsInMyPlan];

/**
 * 1 to 2: a step that is done, or that has a note and is not "not for me", is in my plan. No guide of version 1 had a
 * field of this name; if another program made one, it stays under a name that means nothing.
 * @param {Readonly<SavedDocument>} plan
 * @returns {SavedDocument}
 */
function putStepsInMyPlan({ mine: foreign, ...plan }) {
  const [marks, notes] = [plan.marks, plan.notes].map((set) => (isSet(set) ? set : {}));
  /** @param {string} id */
  const isInHand = (id) => {
    const [mark, note] = [marks, notes].map((set) => valueIn(set, id));
    return mark === "done" || (mark !== "not-for-me" && typeof note === "string" && note !== "");
  };
  // A name or a number of names that nobody may keep is reported for the marks or the notes.
  const ids = [...new Set([...Object.keys(marks), ...Object.keys(notes)])]
    .filter((id) => isName(id) && isInHand(id))
    .slice(0, MOST_NAMES);
  return {
    ...plan,
    mine: Object.fromEntries(ids.map((id) => [id, {}])),
    ...(foreign === undefined ? {} : { "mine-of-another-program": foreign }),
  };
}
