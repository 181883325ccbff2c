// Search and filters: what of the log is shown. They are forgotten when the log locks.

/** Set up search and filters; `area` holds them. */
export function createFind(area) {
  const search = () => area.querySelector("[data-log=search]"); // a fresh one after the log locked
  const filters = [...area.querySelectorAll("[data-log-filter]")];
  const named = Object.fromEntries(filters.map((field) => [field.dataset.logFilter, field]));
  /** @type {Set<number> | null} */
  let numbers = null; // of the entries behind a number of a picture

  return { entriesOf, isSet, only, clear };

  /** The entries that are wanted, newest first. */
  function entriesOf(log) {
    if (!isSet()) return log.newestFirst();
    const { kind, from, to, evidence, police, worst } = named;
    const found = log.find({
      words: search().value,
      kinds: kind.value ? [kind.value] : [],
      from: from.value,
      until: to.value,
      police: police.checked,
      evidence: evidence.checked,
    });
    return found.filter(
      ({ number, fields }) =>
        (!numbers || numbers.has(number)) && (!worst.checked || fields.worst?.length > 0),
    );
  }

  function isSet() {
    const isFilled = (field) => (field.type === "checkbox" ? field.checked : field.value);
    return Boolean(numbers || search().value.trim() || filters.some(isFilled));
  }

  /** Show only these, by their numbers. */
  function only(given) {
    clear();
    numbers = new Set(given);
  }

  function clear() {
    numbers = null;
    search().value = "";
    for (const field of filters) {
      field.checked = false;
      if (field.type !== "checkbox") field.value = "";
    }
  }
}
