// When something happened, as people can say it, and when it was written. No DOM here.
//
// What the clock on the wall showed is kept and shown: it never moves with the zone of a device. The instant, the offset
// and the name of the zone are kept beside it. A day alone has no instant.
import { LANGUAGE, _, fill, ngettext } from "../../common/gettext.js";
import { isDay } from "../../documents/model/values.js";
import {
  instantAt,
  instantIn,
  instantsOf,
  isKnownZone,
  isOffset,
  isOnClock,
  wallAt,
  zoneHere,
} from "./zones.js";

/** @import { Instant, Point, ReadWhen, Twice, TypedWhen, When, Written } from "./types.d.ts" */

export const EXACT = "exact";
export const ABOUT = "about";
export const BETWEEN = "between";
export const DAY = "day"; // some time that day
export const NOTICED = "noticed"; // it happened before that
export const WAYS = [EXACT, ABOUT, BETWEEN, DAY, NOTICED];

export const FIRST = "first"; // of the two times that the clock showed it
export const SECOND = "second";
export const GAP = "gap"; // the clock was put forward past it
export const OK = "ok";
export const WENT_BACK = "went back";

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const INSTANT = /^(\d{4}|\+010000)-\d\d-\d\dT\d\d:\d\d:\d\dZ$/; // the last evening of 9999 ends in 10000
const MINUTE = 60_000; // milliseconds
const DAY_LONG = 24 * 60 * 60; // seconds
const SHORT = 10; // minutes
const JUMP = 2000; // milliseconds that two clocks of one device may differ by, without one having been set

/**
 * Return the time that it is, to the minute.
 * @param {Date} [now]
 * @param {string} [zone]
 * @returns {When}
 */
export function whenNow(now = new Date(), zone = zoneHere()) {
  const instant = instantIn(Math.floor(now.getTime() / MINUTE) * MINUTE, zone);
  const wall = wallAt(instant);
  const { instants } = instantsOf(wall, zone);
  const mark = instants.length > 1 && { mark: instants[0].utc === instant.utc ? FIRST : SECOND };
  return { as: EXACT, wall, offset: instant.offset, zone, utc: instant.utc, ...mark };
}

/**
 * Read what was typed: `when`, or sentences. `ask` names each time that the clock showed twice, where nobody has said yet
 * which one is meant. `before` is what the form began with: unchanged, it stays as it is, whatever this device knows of
 * its zone.
 * @param {TypedWhen} typed
 * @param {string} zone
 * @param {When} [before]
 * @returns {ReadWhen}
 */
export function readWhen(typed, zone, before) {
  if (before && isSameTyped(typed, typedWhen(before))) return { when: before, ask: [], problems: [] };
  const problems = problemsOfTyped(typed);
  if (problems.length) return { when: null, ask: [], problems };
  const { point, twice } = pointOf(typed.day, typed.time, typed.which, zone, before?.offset);
  const end = typed.as === BETWEEN ? endOf(typed, zone, before?.offset) : null;
  const ask = [...asked("start", twice), ...asked("end", end?.twice)];
  if (ask.length) return { when: null, ask, problems };
  if (end && isBefore(end.point, point))
    return { when: null, ask, problems: [_("When it happened: the end is before the beginning.")] };
  const as = typed.as === EXACT && !typed.time ? DAY : typed.as;
  return { when: { as, ...inOrder(point, zone), ...(end && { until: end.point }) }, ask, problems };
}

/**
 * @param {Twice["at"]} at
 * @param {Omit<Twice, "at">} [twice]
 * @returns {Twice[]}
 */
const asked = (at, twice) => (twice ? [{ at, ...twice }] : []);

/**
 * Return what a form shows for a time.
 * @param {When} when
 * @returns {TypedWhen}
 */
export function typedWhen({ as, until, ...start }) {
  const [day, time = ""] = start.wall.split("T");
  const [untilDay, untilTime = ""] = until?.wall.split("T") ?? [""];
  return {
    as,
    day,
    time,
    untilDay,
    untilTime,
    which: whichOf(start),
    untilWhich: until ? whichOf(until) : "",
  };
}

/**
 * Return whether a value in a line is a time at which something happened.
 * @param {unknown} value
 * @returns {value is When}
 */
export function isWhen(value) {
  const when = /** @type {Partial<When> | null | undefined} */ (value);
  return (
    WAYS.includes(/** @type {string} */ (when?.as)) &&
    typeof when?.zone === "string" &&
    isPoint(when) &&
    (when.as === BETWEEN ? isPoint(when.until) : when.until === undefined)
  );
}

/**
 * Return whether a value in a line is a time of writing.
 * @param {unknown} value
 * @returns {value is Written}
 */
export function isWritten(value) {
  const written = /** @type {Partial<Written> | null | undefined} */ (value);
  return isInstant(written) && typeof written?.zone === "string" && typeof written.clock === "string";
}

/**
 * Return what tells the time of writing: a function that takes the instant at which the newest line was written, or an
 * empty text. A clock that was set back is noted and never refused. It is seen by that line, and while the page is open
 * by a clock that nobody can set.
 * @param {{now?: () => number, ticks?: () => number, zone?: () => string}} [device]
 * @returns {(newest: string) => Written}
 */
export function createWritingClock({
  now = Date.now,
  ticks = () => performance.now(),
  zone = zoneHere,
} = {}) {
  let began = now() - ticks();
  return function writtenNow(newest) {
    const instant = now();
    const name = zone();
    const written = instantIn(instant, name);
    const isSetBack = instant - ticks() < began - JUMP;
    began = instant - ticks();
    const isEarlier = newest !== "" && Date.parse(written.utc) < Date.parse(newest);
    return { ...written, zone: name, clock: isSetBack || isEarlier ? WENT_BACK : OK };
  };
}

/**
 * Return the day on which something happened, or had happened.
 * @param {Point} when
 */
export const dayOfWhen = ({ wall }) => wall.slice(0, 10);

/**
 * Return the number that a list of times is ordered by: the day on the wall, then the instant. What has no time of day comes
 * before the rest of its day.
 * @param {Point} point
 */
export function orderOfWhen(point) {
  const day = Date.parse(dayOfWhen(point));
  // In seconds: a clock is never a whole day from UTC, so what is added to a day stays within three.
  const time = point.utc ? (Date.parse(point.utc) - day) / 1000 + DAY_LONG : 0;
  return (day / 1000) * 3 + time;
}

/**
 * Write a day in words.
 * @param {string} day
 */
export function dayWords(day) {
  const date = new Date(`${day}T00:00Z`);
  return fill(_("{weekday} {day}"), { weekday: WEEKDAY.format(date), day: DATE.format(date) });
}

// Browsers put them together in more than one way.
const WEEKDAY = formatter({ weekday: "long" });
const DATE = formatter({ day: "numeric", month: "long", year: "numeric" });

/** @param {Intl.DateTimeFormatOptions} options */
function formatter(options) {
  return new Intl.DateTimeFormat(LANGUAGE, { ...options, calendar: "gregory", timeZone: "UTC" });
}

/**
 * Write when something happened, for a list that names the day already.
 * @param {When} when
 */
export function timeWords(when) {
  const start = shownPoint(when, dayOfWhen(when));
  if (when.as === BETWEEN && when.until) {
    const end = shownPoint(when.until, when.wall.includes("T") ? dayOfWhen(when) : "");
    return fill(_("between {start} and {end}"), { start: start || dayWords(dayOfWhen(when)), end });
  }
  if (when.as === NOTICED)
    return start
      ? fill(_("noticed at {time}; it happened before"), { time: start })
      : _("noticed that day; it happened before");
  if (when.as === ABOUT) return start ? fill(_("about {time}"), { time: start }) : _("about that day");
  return start || _("some time that day");
}

/**
 * Write when something happened.
 * @param {When} when
 */
export function whenSentence(when) {
  return fill(_("{day}, {time}"), { day: dayWords(dayOfWhen(when)), time: timeWords(when) });
}

/**
 * Write when a line was written, and whether the clock had gone back.
 * @param {Written} written
 */
export function writtenSentence(written) {
  const [day, time] = wallAt(written).split("T");
  const sentence = fill(_("Written on {day} at {time}."), { day: dayWords(day), time });
  return written.clock === WENT_BACK
    ? fill(_("{sentence} The clock of this device had gone back."), { sentence })
    : sentence;
}

/**
 * Say how long after it happened something was written. Instants are compared, so that no zone makes it look late.
 * @param {When} when
 * @param {Written} written
 */
export function laterSentence(when, written) {
  const end = when.until ?? when;
  if (!end.utc) return daysLater(end.wall, wallAt(written).slice(0, 10));
  const minutes = Math.floor((Date.parse(written.utc) - Date.parse(end.utc)) / MINUTE);
  if (minutes < 0) return _("The time that it happened is later than the time that it was written.");
  if (minutes < SHORT) return _("Written at once.");
  if (minutes < 60)
    return ngettext("Written {count} minute later.", "Written {count} minutes later.", minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return ngettext("Written {count} hour later.", "Written {count} hours later.", hours);
  return ngettext("Written {count} day later.", "Written {count} days later.", Math.floor(hours / 24));
}

/**
 * @param {string} day
 * @param {string} written
 */
function daysLater(day, written) {
  const days = Math.round((Date.parse(written) - Date.parse(day)) / (24 * 60 * MINUTE));
  if (days < 0) return _("The time that it happened is later than the time that it was written.");
  if (days === 0) return _("Written the same day.");
  return ngettext("Written {count} day later.", "Written {count} days later.", days);
}

/**
 * Write the time of a point, and its day unless it is the day that is known.
 * @param {Point} point
 * @param {string} knownDay
 */
function shownPoint({ wall, mark }, knownDay) {
  const [day, clock = ""] = wall.split("T");
  const time = mark && MARKS[mark] ? fill(_("{time} ({mark})"), { time: clock, mark: MARKS[mark] }) : clock;
  if (day === knownDay) return time;
  return time ? fill(_("{day}, {time}"), { day: dayWords(day), time }) : dayWords(day);
}

/** @type {Record<string, string>} */
const MARKS = {
  [FIRST]: _("the first time the clock showed this"),
  [SECOND]: _("the second time the clock showed this"),
  [GAP]: _("the clock skipped this time; it is kept as written"),
};

/** @param {TypedWhen} typed */
function problemsOfTyped({ as, day, time, untilDay, untilTime }) {
  const until = as === BETWEEN ? { day: untilDay || day, time: untilTime } : { day, time };
  if (!isDay(day) || !isDay(until.day)) return [_("Choose the day it happened. As near as you can is fine.")];
  if ([time, until.time].some((text) => text && !TIME.test(text)))
    return [_("When it happened: this is not a time of day.")];
  if (as === BETWEEN && !untilDay && !untilTime) return [_("When it happened: add when it ended.")];
  return [];
}

/**
 * @param {string} day
 * @param {string} time
 * @param {string} which
 * @param {string} zone
 * @param {string} [offset] of a zone that this browser does not know
 * @returns {{point: Point, twice?: {first: Instant, second: Instant}}}
 */
function pointOf(day, time, which, zone, offset) {
  if (!time) return { point: { wall: day } };
  const wall = `${day}T${time}`;
  if (offset && zone && !isKnownZone(zone)) return { point: { wall, ...instantAt(wall, offset) } };
  const { instants, isSkipped } = instantsOf(wall, zone);
  if (instants.length === 1) return { point: { wall, ...instants[0], ...(isSkipped && { mark: GAP }) } };
  const [first, second] = instants;
  if (which !== FIRST && which !== SECOND) return { point: { wall, ...first }, twice: { first, second } };
  return { point: { wall, ...(which === FIRST ? first : second), mark: which } };
}

/**
 * @param {TypedWhen} typed
 * @param {string} zone
 * @param {string} [offset]
 */
function endOf({ day, untilDay, untilTime, untilWhich }, zone, offset) {
  return pointOf(untilDay || day, untilTime, untilWhich, zone, offset);
}

/**
 * @param {Point} point
 * @param {string} zone
 */
function inOrder({ wall, offset, utc, mark }, zone) {
  return { wall, ...(offset && { offset }), zone, ...(utc && { utc }), ...(mark && { mark }) };
}

/**
 * @param {Point} one
 * @param {Point} other
 */
function isBefore(one, other) {
  if (one.utc && other.utc) return Date.parse(one.utc) < Date.parse(other.utc);
  return one.wall.slice(0, 10) < other.wall.slice(0, 10);
}

/**
 * @param {TypedWhen} one
 * @param {TypedWhen} other
 */
function isSameTyped(one, other) {
  const names = /** @type {(keyof TypedWhen)[]} */ (Object.keys(other));
  return names.every((name) => (one[name] ?? "") === (other[name] ?? ""));
}

/** @param {Point} point */
const whichOf = ({ mark }) => (mark === FIRST || mark === SECOND ? mark : "");

/** @param {Partial<Point> | undefined} point */
function isPoint(point) {
  if (typeof point?.wall !== "string") return false;
  const [day, time] = point.wall.split("T");
  if (!isDay(day)) return false;
  if (time === undefined) return point.utc === undefined;
  return TIME.test(time) && isInstant(point) && (point.mark === undefined || typeof point.mark === "string");
}

/** @param {Partial<Instant> | null | undefined} value */
const isInstant = (value) =>
  typeof value?.utc === "string" && INSTANT.test(value.utc) && isOnClock(value.utc) && isOffset(value.offset);
