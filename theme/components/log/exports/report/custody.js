// Through whose hands an item went, as a table. Who, where and why are kept apart, and stand on a page of their own. No DOM here.
import { _, fill } from "../../../common/gettext.js";
import { valueIn } from "../../../documents/model/sets.js";
import { isDay } from "../../../documents/model/values.js";
import { itemNumber } from "../../model/items.js";
import { dayWords } from "../../model/times.js";
import { rowColumns, rowWords, WHEN } from "../../row-words.js";
import { listTable } from "./tables.js";

/** @import { LogEntry, LogShape, Row } from "../../model/types.d.ts" */

/**
 * Each time that it changed hands, in the order in which that was written.
 * @param {LogEntry} item
 * @param {LogShape} shape
 */
export function custodyTable(item, shape) {
  const names = rowColumns(item.rows, shape);
  const heads = names.map((name) =>
    name === WHEN ? _("When") : (valueIn(shape.fields, name)?.label ?? name),
  );
  /** @param {string} name @param {unknown} value */
  const cell = (name, value) => (name === WHEN ? momentWords(String(value)) : rowWords(name, value, shape));
  const cells = item.rows.map((row) =>
    names.map((name) => (row[name] === undefined ? "" : cell(name, row[name]))),
  );
  const title = fill(_("Item {number}: {name}"), {
    number: itemNumber(item),
    name: valueIn(shape.fields, "custody")?.label ?? "",
  });
  return listTable(heads, cells, title, "report-custody");
}

/** @param {string} wall */
function momentWords(wall) {
  const [day, time = ""] = wall.split("T");
  if (!isDay(day)) return wall;
  return time ? fill(_("{day}, {time}"), { day: dayWords(day), time }) : dayWords(day);
}

/**
 * Return an item whose rows, also older ones, have no column that is kept apart.
 * @param {LogEntry} item
 * @param {LogShape} shape
 * @returns {LogEntry}
 */
export function withoutApartColumns(item, { fields }) {
  /** @param {Row} row */
  const shown = (row) =>
    /** @type {Row} */ (
      Object.fromEntries(Object.entries(row).filter(([id]) => !valueIn(fields, id)?.apart))
    );
  /** @param {Row[]} rows */
  const shownRows = (rows) => rows.map(shown).filter((row) => Object.keys(row).length);
  const rowsVersions = item.rowsVersions.map((group) =>
    group.map(({ line, text }) => ({ line: { ...line, rows: shownRows(line.rows ?? []) }, text })),
  );
  return { ...item, rows: shownRows(item.rows), rowsVersions };
}
