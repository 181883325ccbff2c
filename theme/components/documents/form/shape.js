// What a page's sections, choices and fields can hold, as plain data, with the words that the page shows.
import { entriesOf, fieldsOf } from "./entries.js";

/** Describe a section, with the element of the page in which it is written. */
export function describeSection(section) {
  const [first] = entriesOf(section);
  const legend = first.querySelector(":scope > legend");
  return {
    title: section.querySelector("summary > span").textContent,
    many: Boolean(legend),
    entry: legend ? (legend.dataset.name ?? legend.textContent) : "",
    fields: Object.fromEntries(fieldsOf(first).map((field) => [field.dataset.field, describeField(field)])),
  };
}

function describeField(field) {
  const kinds = { fieldset: "ticks", textarea: "text", input: field.type === "date" ? "day" : "line" };
  const kind = kinds[field.localName];
  const label =
    kind === "ticks" ? field.querySelector("legend") : field.closest("label").querySelector("span");
  return {
    label: label.textContent,
    kind,
    most: Math.max(field.maxLength ?? 0, 0),
    share: "share" in field.dataset,
    options: kind === "ticks" ? optionsOf(field) : {},
  };
}

/** Describe a question with its options, of which one or several can be chosen. */
export function describeChoice(choice) {
  const many = choice.localName === "fieldset";
  const label = many ? choice.querySelector("legend") : choice.closest("label").querySelector("span");
  const options = many
    ? optionsOf(choice)
    : Object.fromEntries([...choice.options].map((o) => [o.value, o.label]));
  return { label: label.textContent, many, options };
}

function optionsOf(fieldset) {
  const labels = [...fieldset.querySelectorAll("label")];
  return Object.fromEntries(
    labels.map((label) => [label.querySelector("input").value, label.textContent.trim()]),
  );
}
