// Tables beside pictures: each number leads to the entries that it counts.
import { _, fill, LANGUAGE } from "../../common/gettext.js";

/** @typedef {{times: number, entries: number[]}} Count */

/**
 * Make one element, with text or other elements in it.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(string | Element)[]} parts
 */
export function make(name, attributes = {}, ...parts) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...parts);
  return element;
}

/**
 * Return a number that leads to its entries; nought leads nowhere.
 * @param {Count} count
 */
export function countOf({ times, entries }) {
  return entries.length ? toEntries(String(times), entries) : "0";
}

/**
 * Return a button that leads to these entries.
 * @param {string} text
 * @param {number[]} entries
 */
export function toEntries(text, entries) {
  const label = fill(_("{text}: show the entries"), { text });
  return make(
    "button",
    { type: "button", class: "log-count-of", "data-entries": entries.join(" "), "aria-label": label },
    text,
  );
}

/**
 * Make a table. A head is a text, or a short and a long one; a row is its own head and its cells, which are texts or elements.
 * @param {string} caption
 * @param {(string | [string, string])[]} heads
 * @param {(string | Element)[][]} rows
 */
export function tableOf(caption, heads, rows) {
  const columns = heads.map((head) => {
    const [text, abbr] = typeof head === "string" ? [head, ""] : head;
    return make("th", { scope: "col", ...(abbr && { abbr }) }, text);
  });
  const body = rows.map(([head, ...cells]) =>
    make("tr", {}, make("th", { scope: "row" }, head), ...cells.map((cell) => make("td", {}, cell))),
  );
  return make(
    "table",
    {},
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...columns)),
    make("tbody", {}, ...body),
  );
}

const OPEN_ROWS = 12; // more of them are in a fold

/**
 * Join a sentence, a picture and its table.
 * @param {string} title
 * @param {string} sentence
 * @param {Element} picture
 * @param {Element} table
 */
export function figureOf(title, sentence, picture, table) {
  const isLong = table.querySelectorAll("tbody tr").length > OPEN_ROWS;
  const numbers = make("details", isLong ? {} : { open: "" }, make("summary", {}, _("All numbers")), table);
  return make(
    "figure",
    { class: "log-picture" },
    make("figcaption", {}, make("h3", {}, title), make("p", {}, sentence)),
    picture,
    numbers,
  );
}

/**
 * Write a day shortly.
 * @param {string} day
 */
export const shortDay = (day) => SHORT.format(new Date(`${day}T00:00Z`));

/**
 * Return the names of the weekdays, from Monday on.
 * @param {"long" | "short"} length
 */
export function weekdays(length) {
  const format = formatter({ weekday: length });
  return Array.from({ length: 7 }, (__, index) => format.format(Date.UTC(2024, 0, 1 + index)));
}

const SHORT = formatter({ day: "numeric", month: "short", year: "numeric" });

/** @param {Intl.DateTimeFormatOptions} options */
export function formatter(options) {
  return new Intl.DateTimeFormat(LANGUAGE, { ...options, calendar: "gregory", timeZone: "UTC" });
}
