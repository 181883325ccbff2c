// Which number is the day, and which is the month. Only proof decides: a number that can be no month, or days that go
// forward in one order alone. Without it the reader is asked.
import { _, fill } from "../../common/gettext.js";
import { isDay } from "../../documents/model/values.js";
import { dayWords } from "../model/times.js";

/** @import { Question } from "./types.d.ts" */
/** @import { Order, StampDay } from "./stamps.js" */

export const ORDER = "order";
/** @type {Order[]} */
const ORDERS = ["dmy", "mdy", "ymd"];
const FIRST_PHONES = 2007; // years before it are not written with two digits at the beginning of a day
const LAST_OF_CENTURY = 69;

/** @type {Record<Order, string>} */
const LABELS = {
  dmy: _("Day, month, year"),
  mdy: _("Month, day, year"),
  ymd: _("Year, month, day"),
};

/**
 * Return a day as `2026-10-25`, or null where there is no such day in this order.
 * @param {StampDay} day
 * @param {string} order
 */
export function dayOf({ numbers: [a, b, c], order: known }, order) {
  const [year, month, day] = { dmy: [c, b, a], mdy: [c, a, b], ymd: [a, b, c] }[known || order] ?? [c, b, a];
  if (year.length === 3 || year.length === 1) return null;
  const text = `${fullYear(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (text !== latest.text) latest = { text, isDay: Boolean(isDay(text)) && text >= "0001" };
  return latest.isDay ? text : null;
}

/** What was asked last: the rows of a file come day by day. */
let latest = { text: "", isDay: false };

/** @param {string} year */
function fullYear(year) {
  if (year.length === 4) return year;
  return `${Number(year) > LAST_OF_CENTURY ? 19 : 20}${year}`;
}

/**
 * Return what collects the days of a file, in the file's order. `mayGoBack`: a list that begins with the newest is a list, too.
 * @param {{mayGoBack?: boolean}} [how]
 */
export function createOrderProof({ mayGoBack = false } = {}) {
  const readings = ORDERS.map((order) => ({
    order,
    isFit: true,
    up: true,
    down: true,
    last: "",
    changes: 0,
  }));
  const firsts = new Set();
  const lasts = new Set();
  /** @type {StampDay | null} */
  let first = null;
  /** @type {StampDay | null} */
  let last = null;
  let isEastern = false;
  let hasFour = false;

  /**
   * @param {StampDay} day
   * @param {boolean} [isFromEast]
   */
  function add(day, isFromEast = false) {
    if (day.order) return; // it says by itself
    if (last && last.numbers.every((number, at) => number === day.numbers[at])) return;
    first ??= day;
    last = day;
    isEastern ||= isFromEast;
    hasFour ||= day.numbers[2].length === 4;
    firsts.add(day.numbers[0]);
    lasts.add(day.numbers[2]);
    for (const reading of readings) follow(reading, dayOf(day, reading.order));
  }

  /** Return the orders that are possible: one where there is proof, none where no day needs one. */
  function orders() {
    if (!first) return [];
    const isYearFirst = !hasFour && (isEastern || lasts.size > firsts.size);
    const asked = readings.filter(({ order }) => order !== "ymd" || isYearFirst);
    const fit = asked.filter(({ isFit }) => isFit);
    const growing = fit.filter(({ up, down, changes }) => changes && (up || (mayGoBack && down)));
    const left = growing.length === 1 ? growing : fit;
    return (left.length ? left : asked).map(({ order }) => order);
  }

  /** @returns {Question[]} */
  function questions() {
    const possible = orders();
    if (possible.length < 2 || !first || !last) return [];
    const [one, other] = [first, last];
    return [
      {
        id: ORDER,
        asks: _("Which of the numbers is the day, and which is the month?"),
        choices: possible.map((order) => ({
          value: order,
          label: LABELS[order],
          sample: sampleOf(one, other, order),
        })),
      },
    ];
  }

  return { add, orders, questions };
}

/**
 * @param {{order: Order, isFit: boolean, up: boolean, down: boolean, last: string, changes: number}} reading
 * @param {string | null} day
 */
function follow(reading, day) {
  const isTooOld = reading.order === "ymd" && day !== null && Number(day.slice(0, 4)) < FIRST_PHONES;
  if (day === null || isTooOld) {
    reading.isFit = false;
    return;
  }
  if (reading.last && day !== reading.last) {
    reading.changes += 1;
    if (day < reading.last) reading.up = false;
    else reading.down = false;
  }
  reading.last = day;
}

/**
 * @param {StampDay} first
 * @param {StampDay} last
 * @param {Order} order
 */
function sampleOf(first, last, order) {
  const told = [first, last].map((stamp) => {
    const day = dayOf(stamp, order);
    return { written: stamp.numbers.join("/"), day: day ? dayWords(day) : _("no day") };
  });
  if (told[0].written === told[1].written) return fill(_("{written} is {day}."), told[0]);
  return fill(_("The first, {first}, is {firstDay}. The last, {last}, is {lastDay}."), {
    ...{ first: told[0].written, firstDay: told[0].day, last: told[1].written, lastDay: told[1].day },
  });
}
