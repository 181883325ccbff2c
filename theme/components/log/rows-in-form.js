// A series in the form: a day of calls as rows of one entry.
import { ngettext } from "../common/gettext.js";

/** Set up the field; `place` is its fold. `say(text)` shows the reader a message there. */
export function createRows(place, say) {
  const list = place.querySelector(".log-rows");
  const template = place.querySelector("template").content.firstElementChild;
  const rows = () => [...list.children];
  const most = Number(place.closest(".log-field").dataset.most);
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
    if (rows().length >= most) {
      say(ngettext("There is room for {count} row here.", "There is room for {count} rows here.", most));
      return;
    }
    list.append(made({}));
    name();
    place.open = true;
    rows().at(-1).querySelector("input, select").focus();
  }

  function remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    name();
    (next?.querySelector("button") ?? place.querySelector(".md-button")).focus();
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

function valueOf(field, when) {
  if (field.localName === "div")
    return partsOf(field)
      .map(({ value }) => value)
      .filter(Boolean)
      .join("T");
  const { type, value } = field;
  if (type !== "time" || !value || !when) return value;
  const [day, start = ""] = when.wall.split("T");
  const isAfterMidnight = when.until && value < start;
  return `${isAfterMidnight ? when.until.wall.split("T")[0] : day}T${value}`;
}

/** The day and the time of a row that has both. */
const partsOf = (field) => [...field.querySelectorAll("input")];

function setValue(field, value) {
  if (field.localName === "div") {
    const [day, time = ""] = String(value).split("T");
    const [ofDay, ofTime] = partsOf(field);
    [ofDay.value, ofTime.value] = [day, time];
    return;
  }
  field.value = field.type === "time" ? String(value).slice(-8).replace(/^.*T/, "") : value;
}
