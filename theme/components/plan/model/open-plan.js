// Migrate a plan from a file or from the vault to today's format, and check it. No DOM here.
import { _ } from "../../common/gettext.js";
import { DEEPEST } from "../../documents/model/limits.js";
import { upgrade } from "../../documents/model/migrations.js";
import { KIND } from "./plan-format.js";
import { MIGRATIONS } from "./plan-migrations.js";
import { fieldProblems } from "./plan-problems.js";
import { isTooMuchUnknown } from "./unknown.js";

/** @import { SavedDocument } from "../../documents/model/migrations.js" */
/** @import { OpenedPlan, SavedPlan, Shape } from "./types.d.ts" */

const NOT_A_PLAN = _("This is not a plan from this guide.");
const TOO_MUCH_UNKNOWN = _("This holds too many things that this version of the guide cannot show.");
const NEWER = _(
  "A newer version of this guide made this plan. Load the guide again, then open the plan once more.",
);

/**
 * Open a plan of any released format: `{plan}` in today's, or `{problems}` in sentences.
 * @param {unknown} data
 * @param {Shape} shape
 * @param {typeof MIGRATIONS} [migrations]
 * @returns {OpenedPlan}
 */
export function openPlan(data, shape, migrations = MIGRATIONS) {
  const saved = /** @type {SavedDocument | null | undefined} */ (data);
  if (saved?.kind !== KIND || !Number.isInteger(saved.version) || saved.version < 1)
    return { problems: [NOT_A_PLAN] };
  if (saved.version > migrations.length + 1) return { problems: [NEWER] };
  const found = upgrade(saved, migrations);
  const problems = fieldProblems(found, shape);
  return problems.length ? { problems } : { plan: /** @type {SavedPlan} */ (found) };
}

/**
 * Open a plan from a file's text.
 * @param {string} text
 * @param {Shape} shape
 * @returns {OpenedPlan}
 */
export function planFromText(text, shape) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { problems: [NOT_A_PLAN] };
  }
  return planFromData(data, shape);
}

/**
 * Open a plan from a file's data. A file may hold less that cannot be shown than a kept plan may.
 * @param {unknown} data
 * @param {Shape} shape
 * @returns {OpenedPlan}
 */
export function planFromData(data, shape) {
  const opened = openPlan(withOurBreaks(data), shape);
  return opened.plan && isTooMuchUnknown(opened.plan, shape) ? { problems: [TOO_MUCH_UNKNOWN] } : opened;
}

/**
 * Break lines as this guide does: other programs do it otherwise.
 * @param {unknown} value
 * @param {number} [depth]
 * @returns {unknown}
 */
function withOurBreaks(value, depth = 0) {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  if (typeof value !== "object" || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((inner) => withOurBreaks(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withOurBreaks(inner, depth + 1)]),
  );
}
