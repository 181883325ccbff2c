// The clocks of one zone, quick enough for 200,000 rows: on most days no clock is changed, and one look at the day is
// enough. The other days go the exact way (../model/zones.js).
import { instantIn, instantsOf } from "../model/zones.js";

/** @import { Mark } from "./types.d.ts" */
/** @import { Time } from "./import-times.js" */

const DAY = 86_400_000; // milliseconds

/** @param {string} zone */
export function createZoneClock(zone) {
  /** @type {Map<number, {offset: string, milliseconds: number}>} */
  const starts = new Map();

  /** @param {number} day */
  function offsetAtStart(day) {
    const known = starts.get(day);
    if (known) return known;
    const { offset, utc } = instantIn(day * DAY, zone);
    const wall = instantsWall(day * DAY, offset);
    const found = { offset, milliseconds: wall - Date.parse(utc) };
    starts.set(day, found);
    return found;
  }

  /**
   * Return the offset around a day, or null where a clock is changed near it.
   * @param {number} day
   */
  function quietOffset(day) {
    const found = offsetAtStart(day);
    const isQuiet = [-1, 1, 2].every((far) => offsetAtStart(day + far).offset === found.offset);
    return isQuiet ? found : null;
  }

  /**
   * @param {number} epoch
   * @returns {Time}
   */
  function atInstant(epoch) {
    const second = Math.floor(epoch / 1000) * 1000;
    const quiet = quietOffset(Math.floor(epoch / DAY));
    if (quiet)
      return {
        wall: wallText(second + quiet.milliseconds),
        offset: quiet.offset,
        utc: `${wallText(second)}Z`,
        zone,
      };
    const { utc, offset } = instantIn(second, zone);
    const wall = wallText(instantsWall(second, offset));
    const { instants } = instantsOf(wall, zone);
    /** @type {Mark} */
    const which = instants[0].utc === utc ? "first" : "second";
    return { wall, offset, utc, zone, ...(instants.length > 1 && { mark: which }) };
  }

  /**
   * @param {string} wall
   * @returns {Time}
   */
  function atWall(wall) {
    const asUtc = Date.parse(`${wall}Z`);
    const quiet = quietOffset(Math.floor(asUtc / DAY));
    if (quiet) return { wall, offset: quiet.offset, utc: `${wallText(asUtc - quiet.milliseconds)}Z`, zone };
    const { instants, isSkipped } = instantsOf(wall, zone);
    if (instants.length > 1) return { wall, zone, mark: "either" };
    return { wall, ...instants[0], zone, ...(isSkipped && { mark: /** @type {Mark} */ ("gap") }) };
  }

  return { atInstant, atWall };
}

/**
 * @param {number} instant
 * @param {string} offset
 */
function instantsWall(instant, offset) {
  const [hours, minutes, seconds = 0] = offset.slice(1).split(":").map(Number);
  const far = (hours * 3600 + minutes * 60 + seconds) * 1000;
  return instant + (offset[0] === "-" ? -far : far);
}

/** @param {number} milliseconds */
const wallText = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 19);
