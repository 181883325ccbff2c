// How many a week.
import { _, fill, ngettext } from "../../common/gettext.js";
import { dayWords } from "../model/times.js";
import { bar, drawing, line, WIDTH, write } from "./svg.js";
import { countOf, figureOf, shortDay, tableOf, weekdays } from "./table.js";

const [TOP, HEIGHT, BOTTOM] = [14, 100, 16];
const NARROWEST = 14; // a column in which a number can stand

/**
 * @param {{start: string, weeks: number, times: number, entries: number[], days: import("./table.js").Count[]}[]} weeks
 */
export function weeksPicture(weeks) {
  const most = weeks.reduce((best, week) => (week.times > best.times ? week : best), weeks[0]);
  const length = weeks.reduce((sum, week) => sum + week.weeks, 0);
  const sentence = [
    ngettext("{count} week, from Monday to Sunday.", "{count} weeks, each from Monday to Sunday.", length),
    fill(_("The most in one week is {most}, in the week of {day}."), {
      ...{ most: most.times, day: dayWords(most.start) },
    }),
  ].join(" ");
  return figureOf(_("How many a week"), sentence, picture(weeks, most.times), table(weeks));
}

function picture(weeks, most) {
  const width = WIDTH / weeks.length;
  const parts = weeks.flatMap(({ weeks: length, times }, index) => {
    const middle = (index + 0.5) * width;
    if (length > 1) return [write(middle, TOP + HEIGHT - 3, "…")];
    const height = (times / most) * HEIGHT;
    const column = times
      ? [bar(index * width + width * 0.1, TOP + HEIGHT - height, width * 0.8, height)]
      : [];
    return width < NARROWEST ? column : [...column, write(middle, TOP + HEIGHT - height - 3, times)];
  });
  const [first, last] = [weeks[0], weeks[weeks.length - 1]];
  const days = [write(0, TOP + HEIGHT + BOTTOM - 3, shortDay(first.start), "start")];
  if (weeks.length > 1) days.push(write(WIDTH, TOP + HEIGHT + BOTTOM - 3, shortDay(last.start), "end"));
  const scale =
    width < NARROWEST ? [line(0, TOP, WIDTH, TOP, "log-thin"), write(0, TOP - 3, most, "start")] : [];
  return drawing(TOP + HEIGHT + BOTTOM, [
    ...scale,
    ...parts,
    line(0, TOP + HEIGHT, WIDTH, TOP + HEIGHT),
    ...days,
  ]);
}

function table(weeks) {
  const [long, short] = [weekdays("long"), weekdays("short")];
  const heads = [
    _("Week of"),
    _("All"),
    ...long.map((name, index) => /** @type {[string, string]} */ ([short[index], name])),
  ];
  const rows = weeks.map((week) =>
    week.weeks > 1
      ? [emptyWeeks(week), "0", ...long.map(() => "0")]
      : [shortDay(week.start), countOf(week), ...week.days.map(countOf)],
  );
  return tableOf(_("How many in each week, and on each day of it"), heads, rows);
}

function emptyWeeks({ start, weeks }) {
  return ngettext("{day}, and {count} week in all", "{day}, and {count} weeks in all", weeks, {
    day: shortDay(start),
  });
}
