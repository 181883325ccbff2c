// A line of time: what happened, by kind, and marks for orders, reports, and what the person was told.
import { _, fill } from "../../common/gettext.js";
import { bar, drawing, line, WIDTH, write } from "./svg.js";
import { countOf, figureOf, formatter, make, shortDay, tableOf, toEntries } from "./table.js";

const [TOP, LANE, BAR, BOTTOM] = [14, 32, 16, 16];

/** What marks say: a letter in the picture, and words. Colour says nothing. */
export const MARKS = {
  told: { letter: _("T"), words: _("What you told them") },
  order: { letter: _("O"), words: _("An order") },
  order_broken: { letter: _("B"), words: _("Order broken") },
  police: { letter: _("R"), words: _("Police or report") },
};

const STEPS = {
  day: _("Each column is one day."),
  week: _("Each column is one week, from Monday to Sunday."),
  month: _("Each column is one month."),
  year: _("Each column is one year."),
};
const WHEN = { day: _("Day"), week: _("Week of"), month: _("Month"), year: _("Year") };
const MONTH = formatter({ month: "long", year: "numeric" });

/**
 * @param {any} timeline
 * @param {(kind: string) => string} kindLabel
 */
export function timelinePicture(timeline, kindLabel) {
  const { step, marks } = timeline;
  const letters = [...new Set(marks.map(({ mark }) => mark))]
    .map((mark) => fill(_("{letter}: {words}."), MARKS[mark]))
    .join(" ");
  const sentence = [STEPS[step], letters].filter(Boolean).join(" ");
  const table = tableFor(timeline, kindLabel);
  return figureOf(_("Along the time"), sentence, picture(timeline, kindLabel), table);
}

function picture({ starts, lanes, marks, step }, kindLabel) {
  const width = WIDTH / starts.length;
  const most = Math.max(...lanes.flatMap(({ cells }) => cells.map(({ times }) => times)));
  const bottom = TOP + lanes.length * LANE;
  const drawn = lanes.flatMap(({ kind, cells }, index) => {
    const base = TOP + (index + 1) * LANE;
    const bars = cells.map(({ at, times }) => {
      const height = Math.max(2, (times / most) * BAR);
      return bar(at * width + width * 0.1, base - height, Math.max(1.5, width * 0.8), height);
    });
    return [
      line(0, base, WIDTH, base, "log-thin"),
      write(0, base - BAR - 4, kindLabel(kind), "start"),
      ...bars,
    ];
  });
  const marked = marksByPlace(marks).flatMap(([at, letters]) => {
    const x = (at + 0.5) * width;
    const end = x < 20 ? "start" : x > WIDTH - 20 ? "end" : "middle";
    return [line(x, TOP, x, bottom, "log-mark-line"), write(x, TOP - 3, letters.join(""), end)];
  });
  const days = [write(0, bottom + BOTTOM - 4, startWords(starts[0], step), "start")];
  if (starts.length > 1) days.push(write(WIDTH, bottom + BOTTOM - 4, startWords(starts.at(-1), step), "end"));
  return drawing(bottom + BOTTOM, [...marked, ...drawn, ...days]);
}

function marksByPlace(marks) {
  const places = new Map();
  for (const { at, mark } of marks) places.set(at, (places.get(at) ?? new Set()).add(MARKS[mark].letter));
  return [...places].map(([at, letters]) => [at, [...letters]]);
}

function tableFor({ starts, lanes, marks, step }, kindLabel) {
  const rows = starts.map((start, place) => {
    const counts = lanes.flatMap(({ kind, cells }) => {
      const cell = cells.find(({ at }) => at === place);
      return cell ? [line1(kindLabel(kind), countOf(cell))] : [];
    });
    const own = marks.filter(({ at }) => at === place);
    const marked = own.map(({ mark, day, entries }) =>
      make(
        "p",
        {},
        toEntries(fill(_("{words}, {day}"), { words: MARKS[mark].words, day: shortDay(day) }), entries),
      ),
    );
    return [
      startWords(start, step),
      make("div", {}, ...(counts.length ? counts : ["0"])),
      make("div", {}, ...marked),
    ];
  });
  return tableOf(_("How many of each kind, and the marks"), [WHEN[step], _("How many"), _("Marks")], rows);
}

function line1(label, count) {
  return make("p", {}, fill(_("{label}: "), { label }), count);
}

function startWords(start, step) {
  if (step === "month") return MONTH.format(new Date(`${start}T00:00Z`));
  return step === "year" ? String(Number(start.slice(0, 4))) : shortDay(start);
}
