// The day and time that the name of a film, sound or picture holds. It is only an offer: nobody knows whose clock it was.
import { isWall } from "./import-times.js";

const NAME =
  /(?:^|\D)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:(?:[ _T-]+)([0-2]\d)[-_.:h]?([0-5]\d)(?:[-_.:m]?([0-5]\d))?(?:([+-]\d\d)[.:]?(\d\d)|(Z))?)?(?!\d)/;

/**
 * Return `{wall, offset?}`, where the wall time may be a day alone, or null.
 * @param {string} name
 */
export function timeInName(name) {
  const [all, year, month, day, hour, minute, second, offset, minutes, utc] = NAME.exec(name) ?? [];
  if (!all) return null;
  const date = `${year}-${month}-${day}`;
  const clock = hour ? `T${hour}:${minute}${second ? `:${second}` : ""}` : "";
  if (!isWall(date + clock)) return isWall(date) ? { wall: date } : null;
  const ahead = utc ? "+00:00" : offset && `${offset}:${minutes}`;
  return { wall: date + clock, ...(ahead && { offset: ahead }) };
}
