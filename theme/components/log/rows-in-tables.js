// The rows of an entry: on the screen some at a time, on paper a table for each day.
import { _, fill, ngettext } from "../common/gettext.js";
import { valueIn } from "../documents/model/sets.js";
import { make, ownWords } from "./list.js";
import { joinedRows } from "./model/joined-rows.js";
import { dayOfWhen, dayWords } from "./model/times.js";
import { rowColumns, rowWords, WHEN } from "./row-words.js";

const MOST_ON_PAPER = 2000; // rows of one entry: some thirty pages

/** Make the table of the first rows, and where there are more a button for them. */
export function rowsOnScreen(entry, shape, limit) {
  const { when } = entry;
  const rows = joinedRows(entry.rows);
  const count = ngettext("{count} row", "{count} rows", rows.length);
  const table = tableOf(rows, { shape, limit, day: dayOfWhen(when), caption: count });
  const wide = make("div", "log-wide");
  wide.tabIndex = 0;
  wide.setAttribute("role", "group");
  wide.setAttribute("aria-label", count);
  wide.append(table);
  if (rows.length <= limit) return [wide];
  const button = make("button", "md-button", _("Show more rows"));
  button.type = "button";
  button.dataset.logAction = "more-rows";
  const place = make("p");
  place.append(button);
  return [wide, place];
}

/** Add more rows to the table that is shown; return whether there are still more. */
export function showMoreRows(table, entry, shape, limit) {
  const { when } = entry;
  const rows = joinedRows(entry.rows);
  const body = table.tBodies[0];
  const shown = body.rows.length;
  body.append(...linesOf(rows.slice(shown, limit), rowColumns(rows, shape), dayOfWhen(when), shape));
  body.rows[shown]?.cells[0].setAttribute("tabindex", "-1");
  body.rows[shown]?.cells[0].focus();
  return rows.length > limit;
}

/** Make a table for each day. Of very many rows only the first ones are printed, and a sentence says so. */
export function rowsOnPaper(entry, shape) {
  const { when } = entry;
  const rows = joinedRows(entry.rows);
  const days = new Map();
  for (const row of rows.slice(0, MOST_ON_PAPER)) {
    const day = String(row[WHEN] ?? dayOfWhen(when)).slice(0, 10);
    if (!days.has(day)) days.set(day, []);
    days.get(day).push(row);
  }
  const tables = [...days].map(([day, own]) => {
    const count = ngettext("{count} row", "{count} rows", own.length);
    return tableOf(own, { shape, day, caption: days.size > 1 ? `${dayWords(day)}: ${count}` : count });
  });
  if (rows.length > MOST_ON_PAPER) tables.push(make("p", "", leftWords(rows.length)));
  return tables;
}

const leftWords = (all) =>
  fill(_("These are the first {count} of {all} rows. The others are not printed here."), {
    ...{ count: MOST_ON_PAPER, all },
  });

function tableOf(rows, { shape, day, caption, limit = rows.length }) {
  const columns = rowColumns(rows, shape);
  const table = make("table");
  table.append(make("caption", "", caption));
  const head = make("tr");
  for (const name of columns) {
    const cell = make("th", "", valueIn(shape.fields, name)?.label ?? name);
    cell.scope = "col";
    head.append(cell);
  }
  const [top, body] = [make("thead"), make("tbody")];
  top.append(head);
  body.append(...linesOf(rows.slice(0, limit), columns, day, shape));
  table.append(top, body);
  return table;
}

/** The day is said once, above the table. */
function linesOf(rows, columns, day, shape) {
  const wordsOf = (name, value) => {
    if (name === WHEN) return String(value).replace(`${day}T`, "").replace("T", " ");
    return rowWords(name, value, shape);
  };
  return rows.map((row) => {
    const line = make("tr");
    for (const name of columns) line.append(ownWords(wordsOf(name, row[name] ?? ""), "td", ""));
    return line;
  });
}
