// One item: what is known of it, its files, each time that it changed hands, and the entries that name it.
import { _, fill } from "../../common/gettext.js";
import { isDay } from "../../documents/model/values.js";
import { apartOf, dlOf, olderOf, writtenOf } from "../entry.js";
import { make, ownWords, removedWords, showList } from "../list.js";
import { entriesNaming, groupOfItem, itemNumber, itemShape } from "../model/items.js";
import { HAVE, ITEM_NUMBER, KEPT } from "../model/meanings.js";
import { dayWords } from "../model/times.js";
import { linesOf, valueWords } from "../words.js";
import { itemName } from "./item-words.js";

const [HERE] = HAVE.options;
const WHEN = "when";

/** Set up the screen; `area` is its section, `files` shows those of an item (`files/`). */
export function createItemScreen(area, { view, log, shape, stateOf, remove, go, say, files }) {
  const own = itemShape(shape);
  const part = (name) => area.querySelector(`.log-item-${name}`);
  const heading = area.querySelector("h2");
  let id = "";
  const item = () => (id ? log.get(id) : null);

  return { show, open, item, clear, ask, removeIt };

  function open(wanted) {
    if (wanted !== id) clear();
    id = wanted;
    go("item");
  }

  /** Return whether there is one. */
  function show() {
    const one = item();
    if (!one) return false;
    heading.textContent = itemName(one);
    const state = make("p", "log-mark", stateWords(stateOf(one)));
    const said = one.removed ? [make("p", "", removedWords(one))] : whatIsKnown(one, own);
    part("said").replaceChildren(state, ...said);
    part("more").replaceChildren(...more(one));
    if (one.removed) files.clear();
    else files.show(one);
    for (const button of area.querySelectorAll("[data-item-action=ask-remove]"))
      button.hidden = Boolean(one.removed);
    area.querySelector("[data-item-action=correct]").textContent = one.removed
      ? _("Read it, or put it back")
      : _("Correct it, or add to it");
    return true;
  }

  function more(one) {
    const parts = one.removed ? [] : [...custodyOf(one, own), ...naming(one)];
    return [...parts, ...writtenOf(one), ...olderOf(one, log)];
  }

  function naming(one) {
    const entries = entriesNaming(one, log.newestFirst());
    if (!entries.length) return [];
    const list = make("div", "log-item-entries");
    showList(list, entries, { shape, stateOf });
    return [make("h3", "", _("Entries that name it")), list];
  }

  function ask(isAsked) {
    area.querySelector(".log-remove").hidden = !isAsked;
    // Not on what removes: a second press at once must do nothing.
    area.querySelector(`[data-item-action="${isAsked ? "leave" : "ask-remove"}"]`).focus();
  }

  async function removeIt() {
    const removed = await remove(item(), area);
    if (!removed) return;
    area.querySelector(".log-remove").hidden = true;
    go("evidence");
    const words = fill(_("Item {number} was removed. The list still says so."), {
      number: itemNumber(removed),
    });
    say(words, view.querySelector(".log-evidence"));
  }

  function clear() {
    id = "";
    files.clear();
    heading.textContent = "";
    area.querySelector(".log-remove").hidden = true;
    for (const name of ["said", "more"]) part(name).replaceChildren();
  }
}

const stateWords = (state) =>
  state === "kept"
    ? _("Kept on this device")
    : _("Only in this page so far. It is gone when you close or reload it.");

/** Its fields without those that stand elsewhere on the screen. What is not here was not found yet. */
function whatIsKnown(item, shape) {
  const { [KEPT]: _files, [ITEM_NUMBER]: _number, [HAVE.field]: have, thing, ...others } = item.fields;
  const first = { [HAVE.field]: have, thing };
  const linesWith = (fields) => linesOf({ ...item, fields }, shape);
  const [found, ...rest] = linesWith(others);
  const [, ...top] = linesWith(first);
  const lines = [...top, ...(groupOfItem(item) === HERE ? [found] : []), ...rest];
  return [dlOf(lines), ...apartOf(item, shape)];
}

/** Each time that it changed hands, as a table, and what adds one. */
function custodyOf({ rows }, shape) {
  const button = make("button", "md-button", _("Write down who had it next"));
  button.type = "button";
  button.dataset.itemAction = "hand";
  const place = make("p");
  place.append(button);
  const title = make("h3", "", shape.fields.custody?.label ?? "");
  if (!rows.length)
    return [title, make("p", "", _("You have not written down that anyone else had it.")), place];
  const wide = make("div", "log-wide");
  wide.tabIndex = 0;
  wide.setAttribute("role", "group");
  wide.setAttribute("aria-label", title.textContent);
  wide.append(custodyTable(rows, shape));
  return [title, wide, place];
}

/** Columns in which nothing stands are left out. */
function custodyTable(rows, shape) {
  const known = shape.fields.custody?.columns ?? [];
  const filled = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = [...known.filter((name) => filled.delete(name)), ...filled];
  const [table, head, body] = [make("table"), make("thead"), make("tbody")];
  const labelOf = (name) => (name === WHEN ? _("When") : (shape.fields[name]?.label ?? name));
  const top = make("tr");
  for (const name of columns) {
    const cell = make("th", "", labelOf(name));
    cell.scope = "col";
    top.append(cell);
  }
  head.append(top);
  for (const row of rows) {
    const line = make("tr");
    const cells = columns.map((name) =>
      ownWords(cellWords(name, row[name] ?? "", shape), "td", name === WHEN ? "log-row-when" : ""),
    );
    line.append(...cells);
    body.append(line);
  }
  table.append(head, body);
  return table;
}

function cellWords(name, value, shape) {
  if (name !== WHEN) return valueWords(value, shape.fields[name]);
  const [day, time] = String(value).split("T");
  return [isDay(day) ? dayWords(day) : day, time].filter(Boolean).join(", ");
}
