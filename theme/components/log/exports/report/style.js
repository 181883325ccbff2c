// The rules of the report, with the words that stand at the edge of each page. No DOM here.
import { _ } from "../../../common/gettext.js";
import { allRules } from "./rules.js";

/**
 * `margins` is what stands at the edge of each page; `inFile`: they are for a file, and not for the page that prints.
 * @param {{top: string, bottom: string}} margins
 * @param {{inFile?: boolean}} [how]
 */
export function rulesOf(margins, { inFile = false } = {}) {
  const [before, between] = _("Page {page} of {pages}")
    .split("{page}")
    .flatMap((text) => text.split("{pages}"));
  return allRules({ ...margins, before, between, inFile });
}
