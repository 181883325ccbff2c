// Search and filters: what of the log is shown. They are forgotten when the log locks.

/** Set up search and filters; `area` holds them. */
export function createFind(area) {
  const search = area.querySelector("[data-log=search]");
  const filters = [...area.querySelectorAll("[data-log-filter]")];
  const named = Object.fromEntries(filters.map((field) => [field.dataset.logFilter, field]));

  return {
    /** The entries that are wanted, newest first. */
    entriesOf(log) {
      if (!isSet()) return log.newestFirst();
      const { kind, from, to, evidence, police, worst } = named;
      const found = log.find({
        words: search.value,
        kinds: kind.value ? [kind.value] : [],
        from: from.value,
        until: to.value,
        police: police.checked,
        evidence: evidence.checked,
      });
      return worst.checked ? found.filter(({ fields }) => fields.worst?.length) : found;
    },
    isSet,
    clear() {
      search.value = "";
      for (const field of filters) {
        field.checked = false;
        if (field.type !== "checkbox") field.value = "";
      }
    },
  };

  function isSet() {
    return Boolean(
      search.value.trim() ||
      filters.some((field) => (field.type === "checkbox" ? field.checked : field.value)),
    );
  }
}
