// What a small form of the log can hold, in place of one; and lines as this guide writes them.
import { createEntries } from "../../theme/components/log/model/entries.js";
import { readWhen } from "../../theme/components/log/model/times.js";
import { makesToLines, writeEntry } from "../../theme/components/log/model/writing.js";

const field = (
  label,
  takes,
  { most = 0, apart = false, first = [], options = {}, group = "happened", columns } = {},
) => ({
  ...{ label, takes, most, apart, group, first, options },
  ...(columns && { columns }),
});
const options = { child: "A child was there", hurt: "Somebody was hurt" };

export const shape = {
  kinds: {
    incident: { label: "Something that happened" },
    call: { label: "Call or hang-up" },
    told: { label: "What I told the person" },
    police: { label: "Police or report" },
  },
  fields: {
    when: field("When it happened", "when"),
    place: field("Place", "line", { most: 200, first: ["incident"] }),
    what: field("What happened", "text", { most: 8000, first: ["incident", "call", "told", "police"] }),
    exact_words: field("Exact words", "text", { most: 8000, first: ["told"] }),
    way: field("How it came", "choice", { first: ["call"], options: { call: "Call", hang_up: "Hang-up" } }),
    signs: field("Was any of this part of it?", "ticks", { first: ["incident"], options }),
    account: field("Number", "line", { most: 500, first: ["call"] }),
    count: field("How many", "number", { most: 100_000, first: ["call"] }),
    series: field("Each call", "rows", { most: 500, columns: ["when", "way", "account", "exact_words"] }),
    photo: field("Is there a photo?", "choice", { options: { yes: "Yes", no: "No" } }),
    items: field("Evidence kept", "line", { most: 200 }),
    evidence_place: field("Where it is now", "line", { most: 300, apart: true }),
    witness: field("Witness", "line", { most: 120 }),
    witness_name: field("Name of the witness", "line", { most: 200, apart: true }),
    report_number: field("Report number", "line", { most: 120, first: ["police"], group: "police" }),
    felt: field("How I felt", "text", { most: 2000 }),
    worst: field("One of the worst", "ticks", { options: { yes: "This is one of the worst" } }),
    written: field("When it was written", "set"),
    on_paper: field("Written on paper on", "day"),
  },
};

/** The same with what an item of the list of evidence holds. */
export const withItems = {
  kinds: { ...shape.kinds, item: { label: "Evidence item" } },
  fields: {
    ...shape.fields,
    thing: field("What it is, how it looked", "text", { most: 1000, first: ["item"] }),
    item: field("Item number", "line", { most: 40, group: "item" }),
    have: field("Do you have it?", "choice", {
      options: { have: "I have it", needed: "I still need it", other: "Somebody else has it" },
      group: "item",
    }),
    holder: field("Who has it", "line", { most: 200, group: "item", apart: true }),
    kept: field("Files", "files", { most: 50, group: "item" }),
    custody: field("From hand to hand", "rows", {
      ...{ most: 200, group: "item" },
      columns: ["when", "from", "to", "where", "why", "changed", "hash_before", "hash_after"],
    }),
    ...Object.fromEntries(
      ["from", "to", "where", "why", "hash_before", "hash_after"].map((id) => [
        id,
        field(id, "line", { most: 200, group: "custody", apart: !id.startsWith("hash") }),
      ]),
    ),
    changed: field("Was it changed?", "choice", { options: { no: "No", yes: "Yes" }, group: "custody" }),
  },
  ofItem: {
    ...{ have: "Do you have it?", item: "Item number", thing: "What it is", when: "When it was found" },
    ...{ place: "Where it was found", holder: "Who has it", report_number: "Police report number" },
    ...{ evidence_place: "Where it is now", kept: "Files", custody: "From hand to hand" },
  },
};

export const ZONE = "Europe/London";
const NOTHING = { as: "exact", untilDay: "", untilTime: "", which: "", untilWhich: "" };
export const at = (day, time = "", more = {}) =>
  readWhen({ ...NOTHING, day, time, ...more }, more.zone ?? ZONE).when;

export const written = (utc) => ({ utc, offset: "+00:00", zone: ZONE, clock: "ok" });
export const context = { shape, written: written("2026-05-01T10:00:00Z") };
export const typed = (fields = {}, more = {}) => ({
  kind: "incident",
  when: at("2026-05-01", "09:00"),
  fields,
  ...more,
});

/** Return a log with these entries, and what adds to it. */
export function logOf(...entries) {
  return logWith(shape, ...entries);
}

/** The same with another shape. */
export function logWith(own, ...entries) {
  const log = createEntries(own);
  const add = ({ makes, problems }) => {
    const rows = makesToLines(makes, log.lines + 1);
    log.add(rows);
    return { rows, problems };
  };
  for (const entry of entries) add(writeEntry(entry, { ...context, shape: own }));
  return { log, add, newest: () => log.asWritten()[0] };
}
