// A plan from a file or from the vault: brought to today's format and checked. No DOM here.
import { _ } from "../../common/gettext.js";
import { DEEPEST } from "../../documents/model/limits.js";
import { upgrade } from "../../documents/model/migrations.js";
import { KIND } from "./plan-format.js";
import { MIGRATIONS } from "./plan-migrations.js";
import { fieldProblems } from "./plan-problems.js";
import { isTooMuchUnknown } from "./unknown.js";

const NOT_A_PLAN = _("This is not a plan of this guide.");
const TOO_MUCH_UNKNOWN = _("This holds too many things that this version of the guide cannot show.");
const NEWER = _(
  "A newer version of this guide made this plan. Load the guide again, then open the plan once more.",
);

/** Open a plan of any released format: `{plan}` in today's, or `{problems}` in sentences. */
export function openPlan(data, shape, migrations = MIGRATIONS) {
  if (data?.kind !== KIND || !Number.isInteger(data.version) || data.version < 1)
    return { problems: [NOT_A_PLAN] };
  if (data.version > migrations.length + 1) return { problems: [NEWER] };
  const plan = upgrade(data, migrations);
  const problems = fieldProblems(plan, shape);
  return problems.length ? { problems } : { plan };
}

/** Open a plan from a file's text. */
export function planFromText(text, shape) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return { problems: [NOT_A_PLAN] };
  }
  return planFromData(data, shape);
}

/** Open a plan from a file's data, which may bring less that cannot be shown than a kept plan may hold. */
export function planFromData(data, shape) {
  const opened = openPlan(withOurBreaks(data), shape);
  return opened.plan && isTooMuchUnknown(opened.plan, shape) ? { problems: [TOO_MUCH_UNKNOWN] } : opened;
}

/** Break lines as this guide does: other programs do it otherwise. */
function withOurBreaks(value, depth = 0) {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  if (typeof value !== "object" || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((inner) => withOurBreaks(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withOurBreaks(inner, depth + 1)]),
  );
}
