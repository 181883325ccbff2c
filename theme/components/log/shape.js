// What an entry can hold, as the form in the page says it (content/log.yml).

/** Describe the kinds and the fields of the form, in their order. */
export function shapeOf(view) {
  const kinds = [...view.querySelectorAll("[data-log-kind]")];
  // What an import writes is no part of the form.
  const places = [view, view.querySelector("template.log-imported")?.content];
  const fields = places.flatMap((place) => [...(place?.querySelectorAll("[data-log-field]") ?? [])]);
  return {
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind.dataset.logKind, { label: kind.textContent.trim() }]),
    ),
    fields: Object.fromEntries(fields.map((field) => [field.dataset.logField, describe(field)])),
  };
}

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
