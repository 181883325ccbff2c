// The time in a mail's headers, as RFC 5322 writes it: "Sun, 25 Oct 2026 01:30:00 +0000". Nothing is left to
// `Date.parse`, which reads what it does not know in the zone of the device.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d\d)\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?(?:\s*([ap])\.?m\b\.?)?\s*([+-]\d{4}|[a-z]{1,5})?/i;

/** @type {Record<string, string>} the names that RFC 5322 still knows; any other could be several zones */
const OFFSETS = {
  ...{ z: "+00:00", ut: "+00:00", utc: "+00:00", gmt: "+00:00" },
  ...{ est: "-05:00", edt: "-04:00", cst: "-06:00", cdt: "-05:00" },
  ...{ mst: "-07:00", mdt: "-06:00", pst: "-08:00", pdt: "-07:00" },
};

/**
 * Read a date: what the clock showed, and its offset if it is known.
 * @param {string} header
 * @returns {{wall: string, offset: string} | null} an empty offset is one that has to be asked for
 */
export function readMailDate(header) {
  const found = DATE.exec(header.replace(/\([^()]*\)/g, " ").trim());
  if (!found) return null;
  const [, day, month, year, hours, minutes, seconds = "00", half = "", zone = ""] = found;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (!number) return null;
  const two = (/** @type {string | number} */ value) => String(value).padStart(2, "0");
  const wall = `${fullYear(year)}-${two(number)}-${two(day)}T${two(hourOf(hours, half))}:${minutes}:${leap(seconds)}`;
  return { wall, offset: offsetOf(zone) };
}

/**
 * Return the instant of a date in milliseconds, or NaN.
 * @param {string} header
 */
export function instantOfMail(header) {
  const date = readMailDate(header);
  return date?.offset ? Date.parse(date.wall + date.offset) : NaN;
}

/**
 * @param {string} hours
 * @param {string} half of the day, which no rule knows, but some programs write
 */
const hourOf = (hours, half) =>
  half && Number(hours) <= 12 ? (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : hours;

/** @param {string} year */
const fullYear = (year) => (year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`);

/** @param {string} seconds a minute may have had 61 of them */
const leap = (seconds) => (seconds === "60" ? "59" : seconds);

/** @param {string} zone */
function offsetOf(zone) {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return OFFSETS[zone.toLowerCase()] ?? "";
}
