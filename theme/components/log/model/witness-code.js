// The witness code: the first 130 bits of a head in letters that people can copy by hand, with a check. No DOM here.
//
// The letters are Crockford's: no I, L, O and U. With two check letters, the 28 values are a Reed–Solomon word over
// GF(32): their sum is 0, and so is the sum of value × 2^place. One wrong letter can be found by that, two are noticed.
import { _, fill, ngettext } from "../../common/gettext.js";
import { isDay } from "../../documents/model/values.js";

/** @import { ReadCode, WitnessCode } from "./types.d.ts" */

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS = 5; // of one letter
const CHECKED = 26; // letters from the head: 130 bits, because the writer is who may be doubted
const ALL = CHECKED + 2;
const GROUP = 4;
const MONTHS = _("Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec").split(", ");
// A copy of the guide in another language may have written the code.
const KNOWN_MONTHS =
  /^(?:(jan|ene)|(feb)|(mar)|(a[pb]r)|(may)|(jun)|(jul)|(au?go?)|(se[pt])|(oct)|(nov)|(d[ei]c))/i;
// A number and a day, where somebody typed them in front.
const BEFORE =
  /^(\d{1,7})\s*[·.,;:|]?\s+(?:(\d{1,2}\s+(?:de\s+)?[a-z]{3,10}\.?\s+(?:de\s+)?\d{4}|\d{4}-\d\d-\d\d)\s*[·.,;:|]?\s*)?/i;

// 2 to the power of each place in GF(32), with x^5 + x^2 + 1, and the place of each value.
const POWERS = powersOfTwo();
const PLACES = new Map(POWERS.map((power, place) => [power, place]));

/**
 * Return the code for a head of 64 hex digits, after `count` lines, on an ISO 8601 day.
 * @param {string} head
 * @param {number} count
 * @param {string} day
 * @returns {WitnessCode}
 */
export function witnessCode(head, count, day) {
  const values = valuesOfHead(head);
  const text = [...values, ...checkOf(values)].map((value) => LETTERS[value]).join("");
  const groups = inGroups(text);
  return { count, day, groups, text: `${count} · ${writtenDay(day)} · ${groups.join("-")}` };
}

/**
 * Read a code as somebody typed it, with its number and day or without.
 * @param {string} typed
 * @returns {ReadCode}
 */
export function readWitnessCode(typed) {
  const text = typed.normalize("NFKC").trim();
  const before = BEFORE.exec(text);
  const all = lettersIn(text);
  // Without a number in front, the first group can look like one.
  const isBare = !before || (!before[2] && (all.length === ALL / GROUP || all.join("").length === ALL));
  const tokens = isBare ? all : lettersIn(text.slice(before[0].length));
  const whole = tokens.join("");
  const groups = whole.length === ALL ? inGroups(whole) : tokens;
  return {
    count: isBare ? null : Number(before[1]),
    day: isBare ? "" : readDay(before[2] ?? ""),
    groups,
    ...problemsOf(groups),
  };
}

/**
 * Return the runs of letters in a text, in the letters of a code.
 * @param {string} text
 */
function lettersIn(text) {
  const runs = text.toUpperCase().split(/[^\p{L}\p{N}?*]+/u);
  return runs.filter(Boolean).map((run) => run.replaceAll("O", "0").replace(/[IL]/g, "1"));
}

/**
 * Return the groups, from 1 on, in which two codes differ.
 * @param {string[]} some
 * @param {string[]} others
 */
export function differingGroups(some, others) {
  return numbersOf(others, (group, index) => group !== some[index]);
}

/**
 * @param {string[]} groups
 * @returns {Pick<ReadCode, "wrong" | "problems">}
 */
function problemsOf(groups) {
  const length = groups.join("").length;
  if (length !== ALL) {
    const wrong = groups.length === ALL / GROUP ? numbersOf(groups, (group) => group.length !== GROUP) : [];
    const sentences = wrong.map((group) => fill(_("Group {group} does not have four letters."), { group }));
    return { wrong, problems: sentences.length ? sentences : [wrongLength(length)] };
  }
  const foreign = numbersOf(groups, (group) => [...group].some((letter) => !LETTERS.includes(letter)));
  if (foreign.length) {
    const sentence = _("Group {group} has a letter that no code has.");
    return { wrong: foreign, problems: foreign.map((group) => fill(sentence, { group })) };
  }
  return checkedGroups([...groups.join("")].map((letter) => LETTERS.indexOf(letter)));
}

/** @param {number} length */
function wrongLength(length) {
  return ngettext(
    "This code has {count} letter. A code has 28, in seven groups of four.",
    "This code has {count} letters. A code has 28, in seven groups of four.",
    length,
  );
}

/**
 * @param {number[]} values
 * @returns {Pick<ReadCode, "wrong" | "problems">}
 */
function checkedGroups(values) {
  const [sum, weighed] = sumsOf(values);
  if (!sum && !weighed) return { wrong: [], problems: [] };
  const place = sum && weighed ? dividedPlace(weighed, sum) : ALL;
  if (place >= ALL) return { wrong: [], problems: [_("More than one letter of this code is wrong.")] };
  const group = Math.floor(place / GROUP) + 1;
  return { wrong: [group], problems: [fill(_("Group {group} seems to have a wrong letter."), { group })] };
}

/**
 * Return the numbers, from 1 on, of those groups for which a test is true.
 * @param {string[]} groups
 * @param {(group: string, index: number) => boolean} test
 */
function numbersOf(groups, test) {
  return groups.flatMap((group, index) => (test(group, index) ? [index + 1] : []));
}

/** @param {string} text */
function inGroups(text) {
  return text.match(/.{4}/g) ?? [];
}

/** @param {string} head */
function valuesOfHead(head) {
  const bits = Array.from(head.slice(0, 33), (digit) =>
    parseInt(digit, 16).toString(2).padStart(4, "0"),
  ).join("");
  return Array.from({ length: CHECKED }, (__, index) =>
    parseInt(bits.slice(BITS * index, BITS * (index + 1)), 2),
  );
}

/**
 * Return the two last values, with which both sums are 0.
 * @param {number[]} values
 */
function checkOf(values) {
  const [sum, weighed] = sumsOf(values);
  // first + last = sum, and first × 2^26 + last × 2^27 = weighed; adding and taking away are the same here.
  const last = quotient(weighed ^ product(sum, POWERS[CHECKED]), POWERS[CHECKED] ^ POWERS[CHECKED + 1]);
  return [sum ^ last, last];
}

/** @param {number[]} values */
function sumsOf(values) {
  return values.reduce(
    ([sum, weighed], value, place) => [sum ^ value, weighed ^ product(value, POWERS[place])],
    [0, 0],
  );
}

function powersOfTwo() {
  const powers = [1];
  while (powers.length < 31) powers.push(doubled(powers[powers.length - 1]));
  return powers;
}

/** @param {number} value */
function doubled(value) {
  return value & 16 ? ((value << 1) & 31) ^ 5 : value << 1;
}

/** @param {number} value */
const placeOf = (value) => /** @type {number} */ (PLACES.get(value));

/**
 * @param {number} one
 * @param {number} other
 */
function product(one, other) {
  return one && other ? POWERS[(placeOf(one) + placeOf(other)) % 31] : 0;
}

/**
 * @param {number} one
 * @param {number} other
 */
function quotient(one, other) {
  return one ? POWERS[dividedPlace(one, other)] : 0;
}

/**
 * @param {number} one
 * @param {number} other
 */
function dividedPlace(one, other) {
  return (placeOf(one) - placeOf(other) + 31) % 31;
}

/** @param {string} day */
function writtenDay(day) {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** @param {string} text */
function readDay(text) {
  const [date, name, year] = text.split(/\s+(?:de\s+)?/i);
  const month = (KNOWN_MONTHS.exec(name)?.slice(1) ?? []).findIndex(Boolean) + 1;
  const day = year ? `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}` : text;
  return isDay(day) ? day : "";
}
