// What came before and after an order, a report, or words to the person. It counts; it gives no cause.
import { _, ngettext } from "../../common/gettext.js";
import { MARKS } from "./timeline.js";
import { countOf, make, shortDay, tableOf, toEntries } from "./table.js";

/**
 * @param {{marks: any[], left_out: number}} followed
 */
export function followedTable({ marks, left_out: leftOut }) {
  const rows = marks.map(({ mark, number, day, before, that_day: thatDay, after, next, is_over: isOver }) => [
    toEntries(`${MARKS[mark].words}, ${shortDay(day)}`, [number]),
    countOf(before),
    countOf(thatDay),
    make("div", {}, countOf(after), isOver ? "" : ` ${_("so far")}`),
    next ? toEntries(shortDay(next.day), next.entries) : _("nothing yet"),
  ]);
  const heads = [_("Mark"), _("Before"), _("That day"), _("After"), _("Next")];
  const sentence = _(
    "What you did yourself is not counted here. The numbers do not say why something happened.",
  );
  return make(
    "section",
    { class: "log-picture" },
    make("h3", {}, _("Before and after")),
    make("p", {}, leftOut ? `${sentence} ${leftOutWords(leftOut)}` : sentence),
    tableOf(_("How many in the 28 days before and after each mark"), heads, rows),
  );
}

const leftOutWords = (count) =>
  ngettext(
    "{count} earlier mark is not in this table.",
    "{count} earlier marks are not in this table.",
    count,
  );
