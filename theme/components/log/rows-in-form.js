// A series in the form: a day of calls as rows of one entry.
import { ngettext } from "../common/gettext.js";

const MOST_ROWS = 500;

/** Set up the field; `place` is its fold. `say(text)` shows the reader a message there. */
export function createRows(place, say) {
  const list = place.querySelector(".log-rows");
  const template = place.querySelector("template").content.firstElementChild;
  const rows = () => [...list.children];
  const columnsOf = (row) => [...row.querySelectorAll("[data-column]")];

  return { read, write, add, remove };

  /**
   * List what is filled in, by the names of the columns. A time is one of the day of `when`, where there is one; or of the day on
   * which it ended, where that is another and the time is before the beginning.
   */
  function read(when) {
    const valuesOf = (row) =>
      Object.fromEntries(
        columnsOf(row)
          .map((field) => [field.dataset.column, valueOf(field, when)])
          .filter(([, value]) => value),
      );
    return rows()
      .map(valuesOf)
      .filter((row) => Object.keys(row).length);
  }

  /** Those of an import stay as they are in its file: the form does not show them. */
  function write(values = [], isImport = false) {
    list.replaceChildren(...(isImport ? [] : values.map(made)));
    name();
    place.hidden = isImport;
    place.open = list.hasChildNodes();
  }

  function add() {
    if (rows().length >= MOST_ROWS) {
      say(ngettext("An entry holds at most {count} row.", "An entry holds at most {count} rows.", MOST_ROWS));
      return;
    }
    list.append(made({}));
    name();
    columnsOf(rows().at(-1))[0].focus();
  }

  function remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    name();
    (next?.querySelector("button") ?? place.querySelector("[data-log-action=add-row]")).focus();
  }

  function made(values) {
    const row = template.cloneNode(true);
    for (const field of columnsOf(row)) setValue(field, values[field.dataset.column] ?? "");
    return row;
  }

  /** Number the rows, so that fields of the same name can be told apart. */
  function name() {
    rows().forEach((row, at) => {
      const legend = row.querySelector("legend");
      legend.dataset.name ??= legend.textContent;
      legend.textContent = `${legend.dataset.name} ${at + 1}`;
    });
  }
}

function valueOf({ type, value }, when) {
  if (type !== "time" || !value || !when) return value;
  const [day, start = ""] = when.wall.split("T");
  const isAfterMidnight = when.until && value < start;
  return `${isAfterMidnight ? when.until.wall.split("T")[0] : day}T${value}`;
}

function setValue(field, value) {
  field.value = field.type === "time" ? String(value).slice(-8).replace(/^.*T/, "") : value;
}
