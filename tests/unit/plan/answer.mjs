// node answer.mjs < [[action, …arguments], …] > [result, …]: runs the plan's scripts that need no page.
import { readFileSync } from "node:fs";
import { requestOf } from "../../../theme/components/checklist/plan-request.js";
import { mergePlans, planFromText, replacePlan } from "../../../theme/components/plan-parts/plan-document.js";
import * as format from "../../../theme/components/plan-parts/plan-format.js";
import {
  blankSections,
  friendPicks,
  friendSections,
  planText,
  sectionsOf,
} from "../../../theme/components/plan-parts/plan-text.js";
import { unknownIn } from "../../../theme/components/plan-parts/unknown.js";

const actions = {
  open: planFromText,
  merge: mergePlans,
  replace: replacePlan,
  request: requestOf,
  picks: friendPicks,
  friendText: (title, plan, shape) =>
    planText(title, friendSections(friendPicks(plan, shape).filter((pick) => pick.usual))),
  text: (title, plan, shape, groups) => planText(title, sectionsOf(plan, shape), groups),
  blank: blankSections,
  unknown: unknownIn,
  format: () => ({ ...format, empty: format.emptyPlan() }),
};
const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(([action, ...given]) => actions[action](...given))));
