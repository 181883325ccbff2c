// A file in words: how large, of which day, with which fingerprint. No DOM here.
import { _, fill, LANGUAGE, ngettext } from "../../../common/gettext.js";
import { dayWords } from "../../model/times.js";
import { shownText } from "../../model/typed-text.js";

const GROUP = 4; // digits
const STEPS = [
  { least: 1e9, words: (number) => fill(_("{number} GB"), { number }) },
  { least: 1e6, words: (number) => fill(_("{number} MB"), { number }) },
  { least: 1e3, words: (number) => fill(_("{number} kB"), { number }) },
];

/** @param {number} bytes */
export function sizeWords(bytes) {
  const step = STEPS.find(({ least }) => bytes >= least);
  return step ? step.words(numberWords(bytes / step.least)) : bytesWords(bytes);
}

/** @param {number} bytes */
export const bytesWords = (bytes) =>
  ngettext("{count} byte", "{count} bytes", bytes).replace(String(bytes), numberWords(bytes));

/** @param {number} number */
function numberWords(number) {
  return new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: number < 10 ? 1 : 0 }).format(number);
}

/** @param {string} day ISO 8601, or empty */
export const dateWords = (day) => (day ? dayWords(day) : _("not known"));

/**
 * Return a SHA-256 so that two people can compare it aloud.
 * @param {string} sha256
 */
export const grouped = (sha256) => sha256.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join(" ") ?? "";

/**
 * Return what the device says of a file: its name in one line, and the day that the device has for it.
 * @param {File} file
 */
export function deviceSays({ name, lastModified }) {
  const [day] = dayHere(lastModified);
  const whole = shownText(name).replace(/\s+/g, " ").trim();
  return { name: whole || _("File without a name"), dated: day };
}

/**
 * The day and time on the clock of this device.
 * @param {number} instant milliseconds
 * @returns {[day: string, time: string]}
 */
export function dayHere(instant) {
  const date = new Date(instant);
  const year = date.getFullYear();
  if (!instant || !(year >= 1 && year <= 9999)) return ["", ""];
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const day = `${String(year).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return [day, `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`];
}
