// Clocks and zones: which instants a clock on the wall showed as a given time. No DOM here.
//
// A wall time is `2026-10-25T01:30`, an offset `+01:00`, an instant `2026-10-25T00:30:00Z`. A zone is a name such as
// `Europe/London`, or empty where the browser does not tell; then the device's own clock decides.

/** @import { Instant } from "./types.d.ts" */

const SECOND = 1000; // milliseconds
const HOUR = 3_600_000;
const OFFSET = /^([+-])(0\d|1[0-8]):([0-5]\d)(?::([0-5]\d))?$/; // none was ever further from UTC than 16 hours
/** @type {Map<string, Intl.DateTimeFormat | null>} */
const clocks = new Map();

/** Return the name of the device's zone, or an empty text where the browser does not know it. */
export function zoneHere() {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  return clockOf(zone) ? zone : "";
}

/**
 * Return whether this browser knows a zone.
 * @param {string} zone
 */
export const isKnownZone = (zone) => clockOf(zone) !== null;

/**
 * Return the instants at which the clocks of a zone showed a wall time: one, two in the order in which they came, or none
 * where the clocks were put forward past it. `isSkipped` then; the one instant counts on from the clock before.
 * @param {string} wall
 * @param {string} zone
 * @returns {{instants: Instant[], isSkipped: boolean}}
 */
export function instantsOf(wall, zone) {
  const asUtc = Date.parse(`${wall}Z`);
  // No zone is further from UTC than this, and none changes its clock twice within it.
  const around = [asUtc - 16 * HOUR, asUtc, asUtc + 16 * HOUR].map((instant) => offsetAt(instant, zone));
  const shown = [...new Set(around)]
    .map((offset) => ({ offset, instant: asUtc - offset }))
    .filter(({ offset, instant }) => offsetAt(instant, zone) === offset)
    .sort((one, other) => one.instant - other.instant);
  const isSkipped = shown.length === 0;
  const found = isSkipped ? [{ offset: around[0], instant: asUtc - around[0] }] : shown;
  const instants = found.map(({ offset, instant }) => ({
    offset: offsetText(offset),
    utc: instantText(instant),
  }));
  return { instants, isSkipped };
}

/**
 * Return the instant at which a clock with this offset showed a wall time.
 * @param {string} wall
 * @param {string} offset
 * @returns {Instant}
 */
export function instantAt(wall, offset) {
  return { offset, utc: instantText(Date.parse(`${wall}Z`) - offsetOf(offset)) };
}

/**
 * Return what a clock with this offset showed, to the minute.
 * @param {Instant} instant
 */
export function wallAt({ utc, offset }) {
  return new Date(Date.parse(utc) + offsetOf(offset)).toISOString().slice(0, -8);
}

/**
 * Return an instant in milliseconds as it is written, with the offset of a zone at it.
 * @param {number} instant
 * @param {string} zone
 * @returns {Instant}
 */
export function instantIn(instant, zone) {
  return { utc: instantText(instant), offset: offsetText(offsetAt(instant, zone)) };
}

/** @param {unknown} value */
export const isOffset = (value) => typeof value === "string" && OFFSET.test(value);

/**
 * Return whether there is such an instant: browsers disagree about the 30th of February.
 * @param {string} utc
 */
export function isOnClock(utc) {
  const instant = Date.parse(utc);
  return !Number.isNaN(instant) && instantText(instant) === utc;
}

/**
 * @param {number} instant
 * @param {string} zone
 */
function offsetAt(instant, zone) {
  const clock = clockOf(zone);
  if (!clock) return -new Date(instant).getTimezoneOffset() * 60 * SECOND;
  /** @type {Record<string, string>} */
  const shown = {};
  for (const { type, value } of clock.formatToParts(instant)) shown[type] = value;
  const year = shown.era === "BC" ? 1 - Number(shown.year) : Number(shown.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day));
  date.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second));
  return date.getTime() - Math.floor(instant / SECOND) * SECOND;
}

/**
 * Return what tells the time of a zone, or null where the browser does not know the zone.
 * @param {string} zone
 */
function clockOf(zone) {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = zone ? newClock(zone) : null;
    clocks.set(zone, clock);
  }
  return clock;
}

/** @param {string} zone */
function newClock(zone) {
  try {
    return new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      ...{
        timeZone: zone,
        hourCycle: "h23",
        era: "short",
        year: "numeric",
        month: "numeric",
        day: "numeric",
      },
      ...{ hour: "numeric", minute: "numeric", second: "numeric" },
    });
  } catch {
    return null;
  }
}

/** @param {number} instant */
function instantText(instant) {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");
}

/**
 * Write an offset in milliseconds. Before there were zones, clocks also differed by seconds.
 * @param {number} offset
 */
function offsetText(offset) {
  const all = Math.round(Math.abs(offset) / SECOND);
  const parts = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  if (!parts[2]) parts.pop();
  return `${offset < 0 ? "-" : "+"}${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

/** @param {string} text */
function offsetOf(text) {
  const [, sign, hours, minutes, seconds = 0] = OFFSET.exec(text) ?? ["", "+", 0, 0];
  return (sign === "-" ? -SECOND : SECOND) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
