import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { createEntries } from "../../theme/components/log/model/entries.js";
import { dayOfWhen } from "../../theme/components/log/model/times.js";
import {
  correctEntry,
  makesToLines,
  readEntryAgain,
  removeEntry,
  writeEntry,
} from "../../theme/components/log/model/writing.js";
import { at, context, logOf, shape, typed, written } from "./log-shape.mjs";

const on = (day, time, fields = {}, kind = "incident") => typed(fields, { when: at(day, time), kind });
const texts = (entries) => entries.map(({ fields }) => fields.what);
const numbers = (entries) => entries.map(({ number }) => number);

/** A log of many lines, with corrections, removals and what is kept apart, as it is stored. */
function storedLines(count) {
  const { log, add } = logOf();
  const rows = [];
  for (let number = 1; rows.length < count; number++) {
    const day = `2026-0${1 + (number % 9)}-${String(1 + (number % 28)).padStart(2, "0")}`;
    const fields = { what: `Entry ${number}`, ...(number % 7 === 0 && { witness_name: "Ana" }) };
    rows.push(...add(writeEntry(on(day, `0${number % 10}:00`, fields), context)).rows);
    const entry = log.asWritten()[number % 5] ?? log.asWritten()[0];
    if (number % 3 === 0)
      rows.push(...add(correctEntry(entry, { fields: { what: `Other ${number}` } }, context)).rows);
    if (number % 11 === 0) rows.push(...add(removeEntry(entry, context)).rows);
    if (number % 13 === 0) rows.push(...add(readEntryAgain(entry, context)).rows);
  }
  return rows;
}

const outline = (log) =>
  log.newestFirst().map(({ id, number, seq, kind, fields, removed, versions, apart, readAgain }) => ({
    ...{ id, number, seq, kind, fields, removed: removed?.line.seq, versions: versions.length },
    ...{ apart: apart?.line.fields, again: readAgain.length },
  }));

test("slices in any order make the same log as one line after the other", () => {
  const rows = storedLines(300);
  const oneByOne = createEntries(shape);
  for (const row of rows) {
    oneByOne.add([row]);
    oneByOne.newestFirst();
  }
  const whole = createEntries(shape);
  whole.add(rows);
  const slices = createEntries(shape);
  const newestFirst = [...rows].reverse();
  while (newestFirst.length) {
    slices.add(newestFirst.splice(0, 37));
    slices.newestFirst();
  }
  assert.deepEqual(outline(oneByOne), outline(whole));
  assert.deepEqual(outline(slices), outline(whole));
  assert.deepEqual(numbers(slices.asWritten()), numbers(whole.asWritten()));
  assert.equal(slices.lines, rows.length);
});

test("an entry of which only a correction was read yet has its number", () => {
  const rows = storedLines(20);
  const correction = rows.find(({ line }) => line.includes('"correct"'));
  const log = createEntries(shape);
  log.add([correction]);
  assert.equal(log.asWritten()[0].number, JSON.parse(correction.line).first);
});

test("an entry of which only the removal was read yet is not shown", () => {
  const { log, add } = logOf(typed({ what: "He rang" }));
  const { rows } = add(removeEntry(log.asWritten()[0], context));
  const other = createEntries(shape);
  other.add(rows);
  assert.equal(other.size, 0);
  assert.equal(other.lastWritten, context.written.utc);
});

test("a line that comes twice counts once", () => {
  const { log } = logOf();
  const rows = makesToLines(writeEntry(typed({ what: "He rang" }), context).makes, 1);
  log.add([...rows, ...rows]);
  log.add(rows);
  assert.equal(log.size, 1);
  assert.equal(log.newestFirst()[0].versions.length, 1);
});

test("entries stand by when they happened, or by when they were written", () => {
  const { log } = logOf(
    on("2026-05-03", "10:00", { what: "b" }),
    on("2026-05-04", "09:00", { what: "c" }),
    on("2026-05-03", "", { what: "a" }),
    on("2026-05-04", "09:00", { what: "d" }),
  );
  assert.deepEqual(texts(log.newestFirst()), ["d", "c", "b", "a"]);
  assert.deepEqual(texts(log.asWritten()), ["d", "a", "c", "b"]);
});

test("B1.2, B4.38: under every zone of a device, each entry stands under the same day", () => {
  const script = `
    import { logOf, at, typed } from "./tests/vault/log-shape.mjs";
    import { dayWords, dayOfWhen, timeWords } from "./theme/components/log/model/times.js";
    const on = (day, time, zone) => typed({}, { when: at(day, time, { zone }) });
    const { log } = logOf(on("2026-03-10", "20:30", "America/New_York"), on("2026-03-01", "00:00", "Pacific/Auckland"),
      on("2026-03-01", "23:59", "Pacific/Honolulu"), on("2026-03-31", ""), on("2026-12-31", "23:59"), on("2028-02-29", ""));
    console.log(JSON.stringify(log.newestFirst().map(({ when }) => [dayWords(dayOfWhen(when)), timeWords(when)])));`;
  const under = (zone) => {
    const env = { ...process.env, TZ: zone };
    const options = { cwd: new URL("../..", import.meta.url), encoding: "utf8", env };
    return JSON.parse(spawnSync(process.execPath, ["--input-type=module", "-e", script], options).stdout);
  };
  const expected = [
    ["Tuesday 29 February 2028", "some time that day"],
    ["Thursday 31 December 2026", "23:59"],
    ["Tuesday 31 March 2026", "some time that day"],
    ["Tuesday 10 March 2026", "20:30"],
    ["Sunday 1 March 2026", "23:59"],
    ["Sunday 1 March 2026", "00:00"],
  ];
  for (const zone of [
    "Etc/GMT+12",
    "America/New_York",
    "Europe/London",
    "UTC",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
  ])
    assert.deepEqual(under(zone), expected, zone);
});

test("B1.4: a correction shows what it changed, and a removal leaves the entry to be seen", () => {
  const { log, add, newest } = logOf(on("2026-05-03", "10:00", { what: "He rang", signs: ["child"] }));
  add(
    correctEntry(
      newest(),
      { kind: "call", fields: { what: "He rang twice", signs: ["child", "hurt"], count: 2 } },
      context,
    ),
  );
  add(readEntryAgain(newest(), context));
  add(correctEntry(newest(), { when: at("2026-05-03", "", { as: "day" }) }, context));
  add(removeEntry(newest(), context));
  const [removed, when, again, corrected, first] = log.changesOf(newest());
  assert.equal(removed.version.line.act, "remove");
  assert.deepEqual(
    [removed, again, first].map(({ changes }) => changes),
    [[], [], []],
  );
  assert.deepEqual(when.changes, [
    {
      label: "When it happened",
      before: "Sunday 3 May 2026, 10:00",
      after: "Sunday 3 May 2026, some time that day",
    },
  ]);
  assert.deepEqual(corrected.changes, [
    { label: "Kind", before: "Something that happened", after: "Call or hang-up" },
    { label: "What happened", before: "He rang", after: "He rang twice" },
    {
      label: "Was any of this part of it?",
      before: "A child was there",
      after: "A child was there\nSomebody was hurt",
    },
    { label: "How many", before: "", after: "2" },
  ]);
  assert.equal(newest().removed.line.written.utc, context.written.utc);
  assert.equal(newest().readAgain.length, 1);
  assert.equal(newest().fields.what, "He rang twice");
  assert.equal(log.size, 1);
});

test("two tabs that correct the same version both stay to be seen", () => {
  const { log, newest } = logOf(typed({ what: "He rang" }));
  const entry = newest();
  const one = correctEntry(entry, { fields: { what: "One" } }, context).makes;
  const other = correctEntry(entry, { fields: { what: "Other" } }, context).makes;
  log.add(makesToLines([...one, ...other], 2));
  assert.equal(newest().fields.what, "Other");
  assert.deepEqual(
    newest().versions.map(({ line }) => line.fields.what),
    ["He rang", "One", "Other"],
  );
});

test("search finds words in any order, without capitals and accents, in what is kept apart and in rows", () => {
  const { log } = logOf(
    on("2026-05-01", "10:00", { what: "He stood at the CAF\u00c9 door", witness_name: "Zo\u00eb" }),
    on("2026-05-02", "10:00", { what: "Silent call", signs: ["hurt"] }, "call"),
    { ...on("2026-05-03", "10:00", {}, "call"), rows: [{ account: "+1 555 0100" }] },
  );
  for (const [words, expected] of [
    ["", [3, 2, 1]],
    ["  ", [3, 2, 1]],
    ["door cafe", [1]],
    ["caf\u00e9", [1]],
    ["zoe", [1]],
    ["hang-up", [3, 2]],
    ["somebody was hurt", [2]],
    ["0100", [3]],
    ["elsewhere", []],
    [".*", []],
  ])
    assert.deepEqual(
      log.find({ words }).map(({ when }) => Number(when.wall.slice(9, 10))),
      expected,
      words,
    );
});

test("what is corrected is searched anew", () => {
  const { log, add, newest } = logOf(typed({ what: "He rang" }));
  assert.equal(log.find({ words: "rang" }).length, 1);
  add(correctEntry(newest(), { fields: { what: "He came" } }, context));
  assert.equal(log.find({ words: "rang" }).length, 0);
  assert.equal(log.find({ words: "came" }).length, 1);
});

test("search can be made ready some entries at a time", () => {
  const { log, add } = logOf(...Array.from({ length: 5 }, (_, index) => typed({ what: `Entry ${index}` })));
  assert.deepEqual([log.prepareSearch(3), log.prepareSearch(3), log.prepareSearch(3)], [true, false, false]);
  add(writeEntry(typed({ what: "Another" }), context));
  assert.deepEqual(texts(log.find({ words: "another" })), ["Another"]);
  assert.equal(log.prepareSearch(0), false);
});

test("filters go by kind, days, police and evidence, and by all of them", () => {
  const span = at("2026-05-01", "22:00", { as: "between", untilDay: "2026-05-02", untilTime: "06:00" });
  const { log } = logOf(
    typed({ what: "a" }, { when: span }),
    on("2026-05-02", "10:00", { what: "b", report_number: "R 1" }),
    on("2026-05-03", "10:00", { what: "c", items: "7" }, "police"),
    on("2026-05-04", "10:00", { what: "d", photo: "yes" }, "call"),
    on("2026-05-05", "10:00", { what: "e", photo: "no" }, "call"),
    on("2026-05-06", "10:00", { what: "f", evidence_place: "With Ana" }, "told"),
  );
  for (const [search, expected] of [
    [{ kinds: ["call", "told"] }, ["f", "e", "d"]],
    [{ from: "2026-05-02", until: "2026-05-03" }, ["c", "b", "a"]],
    [{ until: "2026-05-01" }, ["a"]],
    [{ from: "2026-05-06" }, ["f"]],
    [{ police: true }, ["c", "b"]],
    [{ evidence: true }, ["f", "d", "c"]],
    [{ evidence: true, police: true }, ["c"]],
    [{ kinds: ["call"], from: "2026-05-05", words: "E" }, ["e"]],
  ])
    assert.deepEqual(texts(log.find(search)), expected);
});

test("what can still be filled in is offered, the oldest first", () => {
  const { log, add, newest } = logOf(
    on("2026-05-01", "10:00", { what: "a" }),
    on("2026-05-02", "10:00", {}, ""),
    on("2026-05-03", "10:00", { what: "c", place: "At home", witness: "nobody" }),
    on("2026-05-04", "10:00", { what: "d" }, "call"),
    on("2026-05-05", "10:00", { what: "e" }, "told"),
  );
  const lacking = (done) => log.toFillIn(done).map(({ entry, lacks }) => [entry.number, lacks]);
  assert.deepEqual(lacking(), [
    [1, ["place", "witness"]],
    [2, ["kind", "what"]],
    [5, ["exact_words"]],
  ]);
  add(removeEntry(newest(), context));
  assert.deepEqual(lacking(new Set([log.byNumber(1).id])), [[2, ["kind", "what"]]]);
});

test("the last kinds are those written last, each once", () => {
  const kinds = ["police", "incident", "call", "", "told", "call", "unheard-of"];
  const { log, add, newest } = logOf(...kinds.map((kind) => on("2026-05-01", "10:00", {}, kind)));
  assert.deepEqual(log.lastKinds(3), ["call", "told", "incident"]);
  add(writeEntry(on("2020-01-01", "", {}, "police"), context));
  assert.deepEqual(log.lastKinds(3), ["police", "call", "told"]);
  add(removeEntry(newest(), context));
  assert.deepEqual(log.lastKinds(3), ["call", "told", "incident"]);
});

test("counts, the first and the last, and the worst leave out what was removed", () => {
  const days = ["2026-05-03", "2026-05-01", "2026-05-05", "2026-05-04", "2026-05-06"];
  const { log, add, newest } = logOf(...days.map((day) => on(day, "10:00", { what: day, worst: ["yes"] })));
  add(removeEntry(newest(), context));
  const { count, removed, first, last } = log.summary();
  assert.deepEqual([count, removed, ...texts([first, last])], [4, 1, "2026-05-01", "2026-05-05"]);
  const overview = log.overview();
  assert.deepEqual(texts([overview.first, ...overview.latest]), [
    "2026-05-01",
    "2026-05-05",
    "2026-05-04",
    "2026-05-03",
  ]);
  assert.deepEqual(texts(overview.worst), ["2026-05-05", "2026-05-04", "2026-05-03"]);
});

test("an empty log has nothing", () => {
  const { log } = logOf();
  assert.deepEqual(log.summary(), { count: 0, removed: 0, first: null, last: null });
  assert.deepEqual(log.overview(), { first: null, latest: [], worst: [] });
  assert.deepEqual(
    [log.newestFirst(), log.find({ words: "a" }), log.toFillIn(), log.lastKinds(3)],
    [[], [], [], []],
  );
  assert.deepEqual([log.size, log.lines, log.lastWritten, log.unreadable], [0, 0, "", []]);
});

test("clearing drops everything", () => {
  const { log, add } = logOf(typed({ what: "He rang" }));
  log.add([{ seq: 9, line: "{" }]);
  assert.equal(log.size, 1);
  log.clear();
  assert.deepEqual(
    [log.size, log.lines, log.lastWritten, log.unreadable, log.newestFirst()],
    [0, 0, "", [], []],
  );
  add(writeEntry(typed({ what: "He came" }), context));
  assert.deepEqual(texts(log.newestFirst()), ["He came"]);
});

test("a damaged line is named, and the rest opens", () => {
  const rows = storedLines(40);
  const log = createEntries(shape);
  log.add(rows.map((row, index) => (index === 9 ? { ...row, line: row.line.slice(0, -5) } : row)));
  assert.deepEqual(log.unreadable, [
    { seq: 10, problems: ["Number 10: this is not from a log of this guide."] },
  ]);
  assert.ok(log.size > 15);
  assert.equal(log.lines, rows.length);
});

test("B4.44: with a wrong clock, what was written keeps the order of its numbers", () => {
  const { log, add } = logOf();
  for (const [utc, what] of [
    ["2027-05-01T10:00:00Z", "a"],
    ["2026-05-01T10:00:00Z", "b"],
  ])
    add(writeEntry(typed({ what }), { shape, written: written(utc) }));
  assert.deepEqual(texts(log.asWritten()), ["b", "a"]);
  assert.equal(log.lastWritten, "2026-05-01T10:00:00Z");
});

test("an entry is under the day of its own zone", () => {
  const { newest } = logOf(typed({}, { when: at("2026-03-03", "20:30", { zone: "America/New_York" }) }));
  assert.equal(dayOfWhen(newest().when), "2026-03-03");
});
