// At which hours of which weekdays.
import { _, fill, ngettext } from "../../common/gettext.js";
import { bar, drawing, line, WIDTH, write } from "./svg.js";
import { countOf, figureOf, make, tableOf, weekdays } from "./table.js";

const [LEFT, TOP, ROW] = [26, 14, 18];
const COLUMN = (WIDTH - LEFT) / 7;
const HOURS = Array.from({ length: 24 }, (__, hour) => hour);

/**
 * @param {{cells: {weekday: number, hour: number, times: number, entries: number[]}[], unknown: import("./table.js").Count}} hours
 */
export function hoursPicture({ cells, unknown }) {
  const most = cells.reduce((best, cell) => (cell.times > best.times ? cell : best), {
    times: 0,
    weekday: 0,
    hour: 0,
  });
  const sentences = [];
  if (most.times)
    sentences.push(
      fill(_("The most in one hour of a weekday is {most}: {weekday}, {hours}."), {
        ...{ most: most.times, weekday: weekdays("long")[most.weekday], hours: hoursWords(most.hour) },
      }),
    );
  if (unknown.times)
    sentences.push(
      ngettext(
        "For {count}, the hour is not known. It is not in the chart.",
        "For {count}, the hour is not known. They are not in the chart.",
        unknown.times,
      ),
    );
  return figureOf(
    _("Weekdays and hours"),
    sentences.join(" "),
    picture(cells, most.times),
    table(cells, unknown),
  );
}

/** The number stands in its cell, and the bar below it is as long as the number is large. */
function picture(cells, most) {
  const height = TOP + ROW * HOURS.length;
  const heads = weekdays("short").map((name, index) => write(LEFT + (index + 0.5) * COLUMN, TOP - 4, name));
  const rows = HOURS.flatMap((hour) => {
    const top = TOP + hour * ROW;
    return [line(0, top, WIDTH, top, "log-thin"), write(LEFT - 6, top + ROW - 6, twoDigits(hour), "end")];
  });
  const counts = cells.flatMap(({ weekday, hour, times }) => {
    const [left, top] = [LEFT + weekday * COLUMN, TOP + hour * ROW];
    return [
      write(left + COLUMN / 2, top + ROW - 6, times),
      bar(left + 2, top + ROW - 4, (times / most) * (COLUMN - 4), 3),
    ];
  });
  return drawing(height + 1, [...heads, ...rows, line(0, height, WIDTH, height, "log-thin"), ...counts]);
}

function table(cells, unknown) {
  const [long, short] = [weekdays("long"), weekdays("short")];
  const found = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  const nothing = { times: 0, entries: [] };
  const rows = HOURS.map((hour) => [
    hoursWords(hour),
    ...long.map((__, weekday) => countOf(found.get(`${weekday} ${hour}`) ?? nothing)),
  ]);
  const heads = [
    _("Hour"),
    ...long.map((name, index) => /** @type {[string, string]} */ ([short[index], name])),
  ];
  const made = tableOf(_("How many in each hour of each weekday"), heads, rows);
  const cell = make("td", { colspan: "7" }, countOf(unknown));
  made.append(make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, _("No hour known")), cell)));
  return made;
}

/** @param {number} hour */
const hoursWords = (hour) =>
  fill(_("{start} to {end}"), { start: twoDigits(hour), end: twoDigits(hour + 1) });

/** @param {number} number */
const twoDigits = (number) => String(number).padStart(2, "0");
