// When each row happened, made from what the file says: an instant, or what a clock showed.
import { instantAt, isKnownZone, isOffset, isOnClock } from "../model/zones.js";
import { createZoneClock } from "./zone-clock.js";

/** @import { ImportRow, RawTime } from "./types.d.ts" */
/** @typedef {Pick<ImportRow, "wall" | "offset" | "utc" | "mark" | "zone">} Time */

const WALL = /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/;
const INSTANT =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d+)? ?(?:([Zz])|([+-]\d\d):?(\d\d)?(?::?(\d\d))?)$/;
const EARLIEST = Date.parse("0001-01-02T00:00Z");
const LATEST = Date.parse("9999-12-31T00:00Z");

/**
 * Return what makes the time of a row, or null where there is no such time. `zone` is the answer of the reader; without
 * it only times with an offset can be made.
 * @param {string} zone
 * @returns {(raw: RawTime) => Time | null}
 */
export function createTimes(zone) {
  const clock = zone && isKnownZone(zone) ? createZoneClock(zone) : null;
  return function timeOf(raw) {
    if ("epoch" in raw) return isEpoch(raw.epoch) && clock ? clock.atInstant(raw.epoch) : null;
    if ("instant" in raw) return timeOfInstant(raw.instant, clock);
    if (!isWall(raw.wall)) return null;
    if (!raw.wall.includes("T")) return clock ? { wall: raw.wall, zone } : null; // a day alone has no instant
    if (raw.offset !== undefined) return isOffset(raw.offset) ? timeOfOffset(raw.wall, raw.offset) : null;
    return clock ? clock.atWall(raw.wall) : null;
  };
}

/**
 * Return whether a clock can show this day and time.
 * @param {unknown} wall
 */
export function isWall(wall) {
  if (typeof wall !== "string" || !WALL.test(wall) || wall.startsWith("0000")) return false;
  return isOnClock(`${wall.slice(0, 10)}T00:00:00Z`);
}

/** @param {unknown} epoch */
const isEpoch = (epoch) => typeof epoch === "number" && epoch !== 0 && epoch > EARLIEST && epoch < LATEST;

/**
 * @param {string} instant
 * @param {ReturnType<typeof createZoneClock> | null} clock
 */
function timeOfInstant(instant, clock) {
  const [all, day, time, seconds = "", utc, hours, minutes = "00", rest] = INSTANT.exec(instant) ?? [];
  const wall = `${day}T${time}${seconds}`;
  if (!all || !isWall(wall)) return null;
  if (!utc) {
    const offset = `${hours}:${minutes}${rest ? `:${rest}` : ""}`;
    return isOffset(offset) ? timeOfOffset(wall, offset) : null;
  }
  if (!clock) return timeOfOffset(wall, "+00:00");
  const epoch = Date.parse(`${wall}Z`);
  if (!isEpoch(epoch)) return null;
  const shown = clock.atInstant(epoch);
  return seconds ? shown : { ...shown, wall: shown.wall.slice(0, 16) };
}

/**
 * @param {string} wall
 * @param {string} offset
 * @returns {Time | null}
 */
function timeOfOffset(wall, offset) {
  const epoch = Date.parse(`${wall}Z`);
  return epoch > EARLIEST && epoch < LATEST ? { wall, ...instantAt(wall, offset) } : null;
}
