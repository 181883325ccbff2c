// A line of time: what happened, by kind, and marks for orders, reports, and what the person was told.
import { _, fill } from "../../common/gettext.js";
import { bar, drawing, line, WIDTH, write } from "./svg.js";
import { countOf, figureOf, formatter, make, shortDay, tableOf, toEntries } from "./table.js";

const [LEFT, MARK, LANE, BAR, BOTTOM] = [12, 13, 34, 16, 16];

/** What marks say: a letter in the picture, and words. Colour says nothing. */
export const MARKS = {
  told: { letter: _("T"), words: _("What you told the person") },
  order: { letter: _("O"), words: _("An order") },
  order_broken: { letter: _("A"), words: _("May go against a court order") },
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
  return figureOf(_("Over time"), sentence, picture(timeline, kindLabel), table);
}

/** Marks have rows of their own above the kinds: a letter, and a stroke at each place. */
function picture({ starts, lanes, marks, step }, kindLabel) {
  const width = (WIDTH - LEFT) / starts.length;
  const most = Math.max(...lanes.flatMap(({ cells }) => cells.map(({ times }) => times)));
  const kinds = [...new Set(marks.map(({ mark }) => mark))];
  const top = kinds.length * MARK;
  const bottom = top + lanes.length * LANE;
  const marked = marks.flatMap(({ mark, at }) => {
    const [x, y] = [LEFT + (at + 0.5) * width, kinds.indexOf(mark) * MARK];
    return [line(x, y, x, bottom, "log-mark-line"), bar(x - 1, y + 1, 2, MARK - 3)];
  });
  const letters = kinds.map((mark, index) => write(0, (index + 1) * MARK - 3, MARKS[mark].letter, "start"));
  const drawn = lanes.flatMap(({ kind, cells }, index) => {
    const base = top + (index + 1) * LANE;
    const bars = cells.map(({ at, times }) => {
      const height = Math.max(2, (times / most) * BAR);
      return bar(LEFT + at * width + width * 0.1, base - height, Math.max(1.5, width * 0.8), height);
    });
    return [
      line(LEFT, base, WIDTH, base, "log-thin"),
      write(0, base - BAR - 4, kindLabel(kind), "start"),
      ...bars,
    ];
  });
  const days = [write(LEFT, bottom + BOTTOM - 4, startWords(starts[0], step), "start")];
  if (starts.length > 1) days.push(write(WIDTH, bottom + BOTTOM - 4, startWords(starts.at(-1), step), "end"));
  return drawing(bottom + BOTTOM, [...marked, ...letters, ...drawn, ...days]);
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
  return make("p", {}, `${fill(_("{label}:"), { label })} `, count);
}

function startWords(start, step) {
  if (step === "month") return MONTH.format(new Date(`${start}T00:00Z`));
  return step === "year" ? String(Number(start.slice(0, 4))) : shortDay(start);
}
