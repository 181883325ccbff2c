// The pattern: how many, of what kind, in which month; each number with the entries behind it. No DOM here.
import { _, fill, LANGUAGE } from "../../../common/gettext.js";
import { valueIn } from "../../../documents/model/sets.js";
import { isDay } from "../../../documents/model/values.js";
import { plainRows } from "../../model/plain-rows.js";
import { dayWords } from "../../model/times.js";
import { inRuns } from "../../pictures/facts.js";
import { shortDay } from "../../pictures/table.js";
import { firstOf, lastOf } from "./span.js";
import { part } from "../parts.js";

const MONTH = new Intl.DateTimeFormat(LANGUAGE, {
  ...{ month: "long", year: "numeric", calendar: "gregory", timeZone: "UTC" },
});

/** @typedef {{times: number, entries: Set<number>}} Count */

/**
 * Count entries by month and by kind, as the clock on the wall had it. A month in which nothing was is there, too.
 * @param {any[]} entries
 */
export function countPattern(entries) {
  /** @type {Map<string, Count>} */
  const months = new Map();
  /** @type {Map<string, Count>} */
  const weeks = new Map();
  /** @type {Map<string, Count>} */
  const kinds = new Map();
  let times = 0;
  const put = (day, count, number) => {
    if (!isDay(day)) return; // another version of the guide can have written anything
    add(months, day.slice(0, 7), count, number);
    add(weeks, mondayOf(day), count, number);
  };
  for (const row of plainRows(entries)) {
    const days = row.points.map(({ day }) => day);
    const rest = row.times - days.length;
    for (const day of days) put(day, 1, row.number);
    if (rest > 0) put(row.day, rest, row.number);
    add(kinds, row.kind, row.times, row.number);
    times += row.times;
  }
  return {
    times,
    months: inOrder(months, nextMonth).map(([month, count]) => ({ month, ...count })),
    weeks: inOrder(weeks, nextWeek).map(([week, count]) => ({ week, ...count })),
    kinds: [...kinds].map(([kind, count]) => ({ kind, ...count })).sort((a, b) => b.times - a.times),
  };
}

const MOST_ROWS = 60; // of one table, where those in which nothing was are there too
const ONE_LINE = 60; // letters
const WEEK = 7 * 24 * 60 * 60 * 1000; // milliseconds

/** Return counts in order, also of months or weeks in which nothing was, but where there would be too many. */
function inOrder(counts, next) {
  const filled = [...counts.keys()].sort();
  const last = filled[filled.length - 1];
  const all = [];
  // After the year 9999, texts are no longer in order.
  for (
    let key = filled[0], before = "";
    key > before && key <= last && all.length <= MOST_ROWS;
    key = next(key)
  )
    all.push((before = key));
  const wanted = all.length > MOST_ROWS ? filled : all;
  return wanted.map((key) => [key, counts.get(key) ?? { times: 0, entries: new Set() }]);
}

function add(counts, key, times, number) {
  const count = counts.get(key) ?? { times: 0, entries: new Set() };
  count.times += times;
  count.entries.add(number);
  counts.set(key, count);
}

function nextMonth(name) {
  const [year, month] = name.split("-").map(Number);
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(nextYear).padStart(4, "0")}-${String(next).padStart(2, "0")}`;
}

const dayOf = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);
const nextWeek = (monday) => dayOf(Date.parse(monday) + WEEK);

function mondayOf(day) {
  const date = new Date(`${day}T00:00Z`);
  return dayOf(date.getTime() - ((date.getUTCDay() + 6) % 7) * (WEEK / 7));
}

/**
 * @param {any} handed
 * @param {boolean} isShort
 */
export function patternOf({ entries, shape }, isShort) {
  const present = entries.filter(({ removed }) => !removed);
  if (!present.length) return [];
  const { times, months, weeks, kinds } = countPattern(present);
  const sentence = [
    fill(_("All together: {times}."), { times }),
    fill(_("The first is entry {number}, of {day}."), aboutEnd(firstOf(present))),
    fill(_("The last is entry {number}, of {day}."), aboutEnd(lastOf(present))),
  ].join(" ");
  return [
    part("h2", "report-page", _("How often, and what")),
    part("p", {}, sentence),
    counted(
      _("By month"),
      _("Month"),
      months.map((one) => [monthWords(one.month), one]),
      isShort,
    ),
    ...(isShort
      ? []
      : [
          counted(
            _("By week"),
            _("Week from Monday"),
            weeks.map((one) => [shortDay(one.week), one]),
            isShort,
          ),
        ]),
    counted(
      _("By kind"),
      _("Kind"),
      kinds.map((one) => [valueIn(shape.kinds, one.kind)?.label ?? _("No kind chosen"), one]),
      isShort,
    ),
  ];
}

const aboutEnd = ({ entry, day }) => ({ number: entry.number, day: dayWords(day) });

const monthWords = (month) => MONTH.format(new Date(`${month}-01T00:00Z`));

/** Numbers in runs; in the short report, only as many as stand in one line. */
function runsOf(entries, isShort) {
  const runs = inRuns([...entries].sort((one, other) => one - other));
  if (!isShort || runs.length <= ONE_LINE) return runs;
  return `${runs.slice(0, runs.lastIndexOf(",", ONE_LINE))}, …`;
}

/**
 * @param {string} caption
 * @param {string} head
 * @param {any[]} rows
 * @param {boolean} isShort
 */
function counted(caption, head, rows, isShort) {
  const heads = [head, _("How many"), _("Entries, by their numbers")];
  return part(
    "table",
    "report-counts",
    part("caption", {}, caption),
    part("thead", {}, part("tr", {}, ...heads.map((text) => part("th", { scope: "col" }, text)))),
    part(
      "tbody",
      {},
      ...rows.map(([label, { times, entries }]) =>
        part(
          "tr",
          {},
          part("th", { scope: "row" }, label),
          part("td", {}, String(times)),
          part("td", {}, runsOf(entries, isShort)),
        ),
      ),
    ),
  );
}
