// The whole form of an entry: its fields, by kind, and what was typed there.
import { _ } from "../common/gettext.js";
import { FILE } from "./model/meanings.js";
import { createRows } from "./rows-in-form.js";
import { createWhen } from "./when-in-form.js";

const FULL = _("This box is full. Anything you add now is lost.");
const WHICH_TIME = _("The clocks went back that night, so this time came twice. Choose which one it was.");
/** What a form without a kind asks for first. */
const USUAL = "incident";
const WHEN = "when";
const ROWS = "rows";

/** Set up the form; `area` is its section, `say(text, area)` shows the reader a message. */
export function createForm(area, say) {
  const places = [...area.querySelectorAll(".log-field")];
  const groups = new Map([...area.querySelectorAll(".log-group")].map((one) => [one.dataset.logGroup, one]));
  const kind = area.querySelector("select"); // the first one
  const all = fieldsIn(places);
  const plain = () => fieldsIn(places).filter((field) => ![WHEN, ROWS].includes(takes(field)));
  const when = createWhen(all.find((field) => takes(field) === WHEN));
  const rows = createRows(
    all.find((field) => takes(field) === ROWS),
    (text) => say(text, area),
  );
  /** @returns {any} */
  const inForm = () => ({
    ...{ kind: kind.value, typedWhen: when.typed(), rows: rows.read(null) },
    fields: Object.fromEntries(valuesOf(plain())),
  });
  // The form of an item has all of its fields in one order.
  const arrange = () => groups.size && arrangeFields({ area, places, groups, kind });
  let untouched = "";
  /** @type {any} */
  let before = { fields: {} }; // what the form began with, so far as it is not to be written again; `series`: its rows

  kind.addEventListener("change", arrange);
  area.addEventListener("input", ({ target }) => {
    if (target.maxLength > 0 && target.value.length >= target.maxLength) say(FULL, area);
  });
  const since = (then) => changedSince(then, inForm());
  return {
    ...{ now: inForm, since, typed, read, write, resume },
    ...{ clear, isChanged, addRow: rows.add, removeRow: rows.remove },
  };

  /**
   * What was typed, as a draft keeps it: texts and names of ticks. Of a correction only what differs from its entry.
   * @returns {any}
   */
  function typed() {
    const { fields, ...others } = inForm();
    return { ...differing(others, before), fields: differing(fields, before.fields) };
  }

  /**
   * What was typed, as an entry takes it, and what is wrong with it: `{typed, problems}`. What was not touched is not in it:
   * an entry may hold what another version of the guide wrote there, or another tab since, and that stays.
   */
  function read() {
    const { when: found, ask, problems } = when.read();
    const { kind: chosen, typedWhen, fields } = typed();
    const series = rows.read(found);
    return {
      typed: {
        ...(chosen !== undefined && { kind: chosen }),
        ...(typedWhen && { when: found }),
        fields,
        ...(JSON.stringify(series) !== before.series && { rows: series }),
      },
      problems: ask.length ? [WHICH_TIME] : problems,
    };
  }

  /** Show an entry, or an empty form. */
  function write(given) {
    fill(given);
    const { fields, ...others } = inForm();
    before = { fields, ...(given.when && others), series: JSON.stringify(rows.read(given.when)) };
    untouched = JSON.stringify(typed());
  }

  function fill({ kind: wanted, when: time, typedWhen: shown, fields = {}, rows: series }) {
    chooseKind(kind, wanted);
    when.write({ when: time, typed: shown });
    for (const field of plain()) setValue(field, fields[field.dataset.logField]);
    rows.write(series, Object.hasOwn(fields, FILE));
    arrange();
  }

  /**
   * Show what a draft has, which is not kept. `entry`: the one that it corrects, as `write` takes it, or null while that is not
   * there: so long, what the draft has is what differs from it.
   */
  function resume(draft, entry) {
    write(entry ?? { kind: "" });
    fill({ kind: "", ...entry, ...draft, when: entry?.when, fields: { ...entry?.fields, ...draft.fields } });
    if (entry === null) {
      const { fields, ...others } = inForm();
      before = { ...before, ...without(others, draft), fields: without(fields, draft.fields) };
    }
    untouched = "{}";
  }

  function clear() {
    write({ kind: "" });
    for (const fold of groups.values()) fold.open = false;
  }

  /** Has anything been typed since the form was last written? */
  function isChanged() {
    return untouched !== "" && JSON.stringify(typed()) !== untouched;
  }
}

/** Return what was typed since `then`, as a draft of a correction has it; null where nothing was. */
function changedSince({ fields: then, ...others }, { fields: now, ...othersNow }) {
  const draft = { ...differing(othersNow, others), fields: differing(now, then) };
  return Object.keys({ ...draft, ...draft.fields }).length > 1 ? draft : null;
}

/** Put what this kind asks for first at the top, and the rest into its fold. */
function arrangeFields({ area, places, groups, kind }) {
  const first = area.querySelector(".log-first");
  const focused = document.activeElement;
  for (const place of places) {
    const { first: kinds = "", group } = place.dataset;
    const isFirst = takes(place) === WHEN || kinds.split(" ").includes(kind.value || USUAL);
    (isFirst ? first : groups.get(group)).append(place);
  }
  for (const note of area.querySelectorAll("[data-kinds]"))
    note.hidden = !note.dataset.kinds.split(" ").includes(kind.value);
  for (const fold of groups.values()) fold.hidden = !fold.querySelector(".log-field");
  if (area.contains(focused) && focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

const valuesOf = (fields) => fields.map((field) => [field.dataset.logField, valueOf(field)]);
const chosenFrom = (values, isChosen) => Object.fromEntries(Object.entries(values).filter(isChosen));
const without = (values, others = {}) => chosenFrom(values, ([name]) => !Object.hasOwn(others, name));
const differing = (values, others) =>
  chosenFrom(values, ([name, value]) => JSON.stringify(value) !== JSON.stringify(others[name]));

/** Choose a kind, also one that only another version of the guide knows. */
function chooseKind(kind, wanted) {
  kind.querySelector("[data-unknown]")?.remove();
  kind.value = wanted;
  if (kind.value === wanted) return;
  const unknown = new Option(_("A kind that this guide does not know"), wanted);
  unknown.dataset.unknown = "";
  kind.append(unknown);
  kind.value = wanted;
}

/** Text fields are fresh ones after the log locked. */
const fieldsIn = (places) => places.map((place) => place.querySelector("[data-log-field]"));
const takes = (field) => field.closest(".log-field").dataset.takes;

function valueOf(field) {
  if (field.localName !== "fieldset") return field.value;
  return [...field.querySelectorAll("input:checked")].map(({ value }) => value);
}

function setValue(field, value) {
  if (field.localName !== "fieldset") field.value = value ?? "";
  else for (const box of field.querySelectorAll("input")) box.checked = Boolean(value?.includes(box.value));
}
