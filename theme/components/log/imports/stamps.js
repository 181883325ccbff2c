// Days and times as programs write them for people. What is a day and what a month is decided elsewhere (orders.js).
import { plain } from "./digits.js";
import { monthNumber } from "./months.js";

/** A day as numbers, in the order in which they were written. @typedef {{numbers: [string, string, string], order: Order | ""}} StampDay */
/** @typedef {"dmy" | "mdy" | "ymd"} Order */
/**
 * `time`: `01:30` or with seconds, or empty. `offset`: `Z`, `+01:00` or empty. `length` counts the letters that it took of
 * the plain text.
 * @typedef {{day: StampDay, time: string, offset: string, isEastern: boolean, length: number, at: number}} Stamp
 */

const NO_HOUR = "(?!\\d|[:.h]\\d)"; // in `25.10. 21:15` no year is written
const NAME = "[\\p{L}]{3,12}";
// Safari finds no reference to a group in a text with letters beyond Latin-1, so each sign stands by itself.
const SIGNS = ["/", "\\.", "-"].map((sign) => `${sign} ?\\d{1,2} ?${sign}`).join("|");
const NUMBERS = `(?<numbers>\\d{1,4} ?(?:${SIGNS}) ?(?:\\d{4}(?!\\d)|\\d{1,2}${NO_HOUR}))\\.?`;
const EAST = "(?<ay>\\d{2,4}) ?[年년] ?(?<bm>\\d{1,2}) ?[月월] ?(?<cd>\\d{1,2}) ?[日일]";
const DAY_NAME = `(?<d1>\\d{1,2})(?:st|nd|rd|th|er)?\\.?[ -](?:de )?(?<m1>${NAME})\\.?,?[ -](?:de )?(?:(?<y1>\\d{4}(?!\\d)|\\d{2}${NO_HOUR}))`;
const NAME_DAY = `(?<m2>${NAME})\\.? (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\\d{4})(?!\\d)`;
const WEEKDAY = `(?:${NAME}\\.?,? )?`;
const DAY = `(?:${NUMBERS}|${EAST}|${WEEKDAY}(?:${DAY_NAME}|${NAME_DAY}))`;
const BETWEEN = "(?:T|,? ?(?:(?:klo|kello|at|um|à|kl\\.?|a las|alle|ore|om) )?(?:- )?)";
const HALF =
  "[ap]\\. ?m\\.?|[ap]m?(?![\\p{L}])|上午|下午|凌晨|清晨|早晨|早上|中午|晚上|半夜|午夜|午前|午後|오전|오후|öö|ös|ص|م|[πμ]\\.?μ\\.?";
const TIME = `(?<before>${HALF})? ?(?<hour>\\d{1,2})(?:[:.]|h(?=\\d))(?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d)(?: ?(?<after>${HALF}))?(?: ?(?:Uhr|hrs?|uur)(?![\\p{L}]))?`;
const UTC = "(?:UTC|GMT)(?: ?[+-]\\d{1,2}(?::?\\d{2})?(?![\\d:]))?";
const FROM_UTC = "[+-](?:0\\d|1[0-4]):?(?:00|15|30|45)(?! ?\\d)"; // no phone number begins so
const OFFSET = `(?: ?(?<offset>Z(?![\\p{L}])|${UTC}|${FROM_UTC}))?`;
const STAMP = `${DAY}(?:${BETWEEN}${TIME}${OFFSET})?`;
// Safari of 2022 cannot look behind, so the sign before it is part of what is found.
const ANYWHERE = new RegExp(`(?<sign>^|[^\\d./:-])${STAMP}`, "iu");
const HERE = new RegExp(STAMP, "iuy");
const SPAN_END = "(?: ?- ?\\d{1,2}[:.]\\d{2})?"; // of `18:10-21:54`
const ALONE = new RegExp(`^ *(?:${STAMP})${SPAN_END}[ ,.]*$`, "iu");
const TIME_ALONE = new RegExp(`^ *${TIME}${OFFSET} *$`, "iu");
const LATE = /^(p|下午|晚上|午後|오후|ös|م|μ)/i;
const NOON = /^中午/;
const MIDNIGHT = /^[半午]夜/;
const EASTERN = /[年년月월上下午오晨夜]/;

/**
 * Read a text that is a day, or a day and a time, and nothing else.
 * @param {string} text
 */
export function readStamp(text) {
  return text.length > 80 ? null : stampOf(ALONE.exec(plain(text)));
}

/**
 * Read the day and time with which a plain text goes on at a place.
 * @param {string} text
 * @param {number} at
 */
export function stampAt(text, at) {
  HERE.lastIndex = at;
  return stampOf(HERE.exec(text));
}

/**
 * Find the first day, and time, in a plain text.
 * @param {string} text
 */
export const findStamp = (text) => stampOf(ANYWHERE.exec(text));

/**
 * Read a time of day that stands alone: `{time, offset}`.
 * @param {string} text
 */
export function readTime(text) {
  const found = text.length > 40 ? null : TIME_ALONE.exec(plain(text));
  const time = found && timeOf(found.groups ?? {});
  return time ? { time, offset: offsetOf(found?.groups?.offset) } : null;
}

/**
 * @param {RegExpExecArray | null} found
 * @returns {Stamp | null}
 */
function stampOf(found) {
  if (!found) return null;
  const groups = found.groups ?? {};
  const day = stampDay(groups);
  const time = groups.hour === undefined ? "" : timeOf(groups);
  if (!day || time === null) return null;
  const before = (groups.sign ?? "").length;
  const text = found[0].slice(before);
  const offset = isSpan(text, groups) ? "" : offsetOf(groups.offset);
  return {
    ...{ day, time, offset, isEastern: EASTERN.test(text) },
    ...{ length: text.length, at: found.index + before },
  };
}

/**
 * Return whether what looks like a zone is the end of a span: `10:00-11:00`.
 * @param {string} text
 * @param {Record<string, string>} groups
 */
function isSpan(text, { second }) {
  return second === undefined && /:\d\d-\d\d:?\d\d[ ,.]*$/.test(text) && !/\dT\d/.test(text);
}

/**
 * @param {Record<string, string>} groups
 * @returns {StampDay | null}
 */
function stampDay({ numbers, ay, bm, cd, d1, m1, y1, d2, m2, y2 }) {
  if (ay) return { numbers: [ay, bm, cd], order: "ymd" };
  if (numbers) return dayOfNumbers(numbers);
  const month = monthNumber(m1 ?? m2);
  return month ? { numbers: [d1 ?? d2, String(month), y1 ?? y2], order: "dmy" } : null;
}

/**
 * @param {string} text
 * @returns {StampDay | null}
 */
function dayOfNumbers(text) {
  const [first = "", second = "", third = ""] = text.match(/\d+/g) ?? [];
  if (first.length === 3) return null;
  return { numbers: [first, second, third], order: first.length === 4 ? "ymd" : "" };
}

/**
 * @param {Record<string, string>} groups
 * @returns {string | null}
 */
function timeOf({ before, hour, minute, second, after }) {
  const half = before ?? after;
  let hours = Number(hour);
  if (half && hours <= 12) {
    if (NOON.test(half)) hours = hours < 11 ? hours + 12 : hours;
    else if (MIDNIGHT.test(half)) hours = (hours % 12) + (hours % 12 > 8 ? 12 : 0);
    else hours = (hours % 12) + (LATE.test(half) ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${String(hours).padStart(2, "0")}:${minute}${second ? `:${second}` : ""}`;
}

/** @param {string} [text] */
function offsetOf(text = "") {
  if (!text) return "";
  const [, sign, hours, minutes = "00"] = /([+-])(\d\d?):?(\d\d)?$/.exec(text) ?? [];
  return sign ? `${sign}${hours.padStart(2, "0")}:${minutes}` : "Z";
}
