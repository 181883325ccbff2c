// node answer.mjs < [[action, …arguments], …] > [result, …]: runs the plan's scripts that need no page.
import { readFileSync } from "node:fs";
import { documentText } from "../../../theme/components/documents/model/text.js";
import { planFromText } from "../../../theme/components/plan/model/open-plan.js";
import { mergePlans, replacePlan } from "../../../theme/components/plan/model/plan-merge.js";
import {
  blankSections,
  dangerSection,
  friendPicks,
  friendSections,
  linesNextTo,
  sectionsOf,
} from "../../../theme/components/plan/model/plan-text.js";
import { unknownIn } from "../../../theme/components/plan/model/unknown.js";
import { requestOf } from "../../../theme/components/plan/request.js";
import * as format from "../../../theme/components/plan/model/plan-format.js";
import { readFile } from "../../../theme/components/documents/keeping/read-file.js";
import { STRINGS } from "../../../theme/components/plan/plan-strings.js";

/** A file as it is chosen, in base64: what is handed on of it, or the sentences about it. */
async function offer(base64, name, shape) {
  const file = Object.assign(new Blob([Buffer.from(base64, "base64")]), { name });
  const found = await readFile(file, STRINGS);
  return found.text === undefined ? found : planFromText(found.text, shape);
}

const actions = {
  offer,
  open: planFromText,
  merge: mergePlans,
  replace: replacePlan,
  request: requestOf,
  picks: friendPicks,
  friendText: (title, plan, shape) =>
    documentText(title, friendSections(friendPicks(plan, shape).filter((pick) => pick.usual))),
  danger: (plan, shape, numbers) => documentText("", [dangerSection(plan, shape, numbers)]),
  text: (title, plan, shape, groups) => documentText(title, [...sectionsOf(plan, shape), ...groups]),
  blank: blankSections,
  nextTo: linesNextTo,
  unknown: unknownIn,
  format: () => ({ ...format, empty: format.emptyPlan() }),
};
const asked = JSON.parse(readFileSync(0, "utf8"));
const answers = asked.map(([action, ...given]) => actions[action](...given));
process.stdout.write(JSON.stringify(await Promise.all(answers)));
