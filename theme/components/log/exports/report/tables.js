// Tables of the report. No DOM here.
import { ownPart, part } from "../parts.js";

const MOST_LETTERS = 170; // of one text that is cut

/**
 * A table of nobody's markup: cells are texts, or parts that are cells themselves.
 * @param {string[]} heads
 * @param {(string | import("../parts.js").Part)[][]} rows
 * @param {string} [caption]
 * @param {string} [className]
 */
export function listTable(heads, rows, caption = "", className = "report-list") {
  const cellOf = (cell) => (typeof cell === "string" ? ownPart(cell, "td") : cell);
  return part(
    "table",
    className,
    ...(caption ? [part("caption", {}, caption)] : []),
    part("thead", {}, part("tr", {}, ...heads.map((head) => part("th", { scope: "col" }, head)))),
    part("tbody", {}, ...rows.map((row) => part("tr", {}, ...row.map(cellOf)))),
  );
}

/** @param {string} text */
export function cut(text) {
  if (text.length <= MOST_LETTERS) return text;
  return `${text.slice(0, MOST_LETTERS - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
