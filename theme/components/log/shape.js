// What an entry can hold, as the form in the page says it (content/log.yml).

/** Describe the kinds and the fields of the form, in their order. */
export function shapeOf(view) {
  // What an import writes, and what an item holds, is no part of the form.
  const [imported, item] = ["imported", "item"].map(
    (name) => view.querySelector(`template.log-${name}`)?.content,
  );
  const own = [view, imported].flatMap(fieldsIn);
  const ofItem = fieldsIn(item);
  const kinds = [view, item].flatMap((place) => [...(place?.querySelectorAll("[data-log-kind]") ?? [])]);
  const known = new Set(own.map(idOf));
  const fields = [...own, ...ofItem.filter((field) => !known.has(idOf(field)))];
  return {
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind.dataset.logKind, { label: kind.textContent.trim() }]),
    ),
    fields: Object.fromEntries(fields.map((field) => [idOf(field), describe(field)])),
    ofItem: Object.fromEntries(ofItem.map((field) => [idOf(field), describe(field).label])),
  };
}

const fieldsIn = (place) => [...(place?.querySelectorAll("[data-log-field]") ?? [])];
const idOf = (field) => field.dataset.logField;

function describe(field) {
  const place = field.closest(".log-field");
  const { takes, most, group, first, columns } = place.dataset;
  const name = field.querySelector("summary > span, legend") ?? field.closest("label").querySelector("span");
  return {
    label: name.textContent,
    takes,
    most: Number(most),
    apart: place.classList.contains("log-apart"),
    group,
    first: first.split(" ").filter(Boolean),
    options: Object.fromEntries(optionsOf(field, takes)),
    ...(columns && { columns: columns.split(" ") }),
  };
}

function optionsOf(field, takes) {
  if (takes === "choice") return [...field.options].slice(1).map(({ value, text }) => [value, text]);
  if (takes !== "ticks") return [];
  const boxes = [...field.querySelectorAll("input")];
  return boxes.map((box) => [box.value, box.closest("label").textContent.trim()]);
}
