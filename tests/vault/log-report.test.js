// What is handed on of a log, and the report of it: no page is needed to make either.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readWhole } from "../../theme/components/log/exports/handed-lines.js";
import { chooseHanded } from "../../theme/components/log/exports/handed.js";
import { exactCsv, readerCsv } from "../../theme/components/log/exports/model/csv.js";
import { exportJsonl } from "../../theme/components/log/exports/model/jsonl.js";
import { startLocking } from "../../theme/components/log/exports/locked-file.js";
import { htmlOf, ownPart, part } from "../../theme/components/log/exports/parts.js";
import { reportFile } from "../../theme/components/log/exports/report/file.js";
import { allRules } from "../../theme/components/log/exports/report/rules.js";
import { countPattern } from "../../theme/components/log/exports/report/pattern.js";
import { reportOf } from "../../theme/components/log/exports/report/report.js";
import { factSheet, sharingSlip } from "../../theme/components/log/exports/slips.js";
import { createImportEntry, rowsOfImported } from "../../theme/components/log/model/import-entry.js";
import {
  correctEntry,
  makesToLines,
  removeEntry,
  writeEntry,
} from "../../theme/components/log/model/writing.js";
import { shownWords } from "../../theme/components/log/words.js";
import { at, context, logOf, shape, typed, written } from "./log-shape.mjs";

const HOSTILE = `<img src=x onerror="alert(1)"></style></script><script>alert(1)</script>&lt;\0`;
const ALL = { chosen: null, isWithApart: false, isWithRemoved: false };
const MADE = written("2026-05-02T09:30:00Z");
const NEVER = /certified|verified|court-ready|tamper-?proof|backdated/i;

/** A whole log: what these functions added, in order. */
function wholeOf(...entries) {
  const lines = [];
  const { log, add } = logOf();
  const put = (what) => lines.push(...add(what).rows);
  return {
    log,
    lines,
    put,
    done: () => ({ lines, start: "a".repeat(64), head: "b".repeat(64), shape, made: MADE }),
    entries,
  };
}

async function writeAll(...all) {
  const whole = wholeOf();
  for (const one of all) whole.put(writeEntry(one, context));
  return whole;
}

const reportText = (handed, how = {}) =>
  reportFile(reportOf(handed, { isShort: false, isWithApart: false, cover: {}, code: "CODE", ...how }), {
    title: "Report",
    margins: { top: `Made "on" </style>`, bottom: "CODE" },
  });

test("what is not chosen, kept apart or removed is left out by its numbers", async () => {
  const whole = await writeAll(
    typed({ what: "First", witness_name: "Ana" }),
    typed({ what: "Second" }),
    typed({ what: "A safe place" }),
  );
  const [third, second, first] = whole.log.asWritten();
  whole.put(correctEntry(first, { fields: { what: "First, corrected" } }, context));
  whole.put(removeEntry(whole.log.get(third.id), context));
  const acts = whole.lines.map(({ line }) => JSON.parse(line).act);
  assert.deepEqual(acts, ["write", "apart", "write", "write", "correct", "remove"]);

  const all = chooseHanded(whole.done(), ALL);
  assert.deepEqual([...all.leftOut], [2, 4]); // the name of the witness, and what was removed
  assert.equal(all.left, 0);
  assert.equal(JSON.stringify(all.entries).includes("Ana"), false);
  assert.equal(JSON.stringify(all.entries).includes("A safe place"), false);

  const asked = chooseHanded(whole.done(), { chosen: null, isWithApart: true, isWithRemoved: true });
  assert.deepEqual([...asked.leftOut], []);

  const one = chooseHanded(whole.done(), { ...ALL, chosen: new Set([second.id]) });
  assert.deepEqual([...one.leftOut], [1, 2, 4, 5, 6]);
  assert.equal(one.left, 2);
});

test("words of removed entries are in the tables and the report where they are asked for", async () => {
  const rows = [{ when: "2026-05-01T08:00", account: "Hidden row" }];
  const whole = await writeAll(typed({ what: "Hidden words" }, { kind: "call", rows }));
  whole.put(removeEntry(whole.log.asWritten()[0], context));
  for (const isWithRemoved of [false, true]) {
    const handed = chooseHanded(whole.done(), { ...ALL, isWithRemoved });
    for (const text of [readerCsv(handed), exactCsv(handed), exportJsonl(handed), reportText(handed)])
      for (const words of ["Hidden words", "Hidden row"]) assert.equal(text.includes(words), isWithRemoved);
  }
});

test("lines of no entry, as of an import that was stopped, go out in a full copy alone, and are counted", async () => {
  const whole = await writeAll(typed({ what: "First", witness_name: "Ana" }));
  const [, apart] = whole.lines;
  const other = { seq: 3, line: apart.line.replace('"of":"e-', '"of":"e-0').replace('"seq":2', '"seq":3') };
  const unknown = { seq: 4, line: other.line.replace('"act":"apart"', '"act":"later"') };
  const stopped = createImportEntry();
  const [rows] = makesToLines(
    stopped.rows([[{ when: "2026-05-01T08:00", exact_words: "Secret" }]], context),
    5,
  );
  const lines = { ...whole.done(), lines: [...whole.lines, other, unknown, rows] };
  const usual = chooseHanded(lines, ALL);
  assert.deepEqual([...usual.leftOut], [2, 3, 4, 5]);
  assert.match(
    htmlOf(part("div", {}, ...sharingSlip(usual, { code: "" }))),
    /3 lines of the log are left out/,
  );
  assert.deepEqual([...chooseHanded(lines, { ...ALL, isWithApart: true }).leftOut], [3, 4, 5]);
  const full = { ...ALL, isWithApart: true, isWithRemoved: true };
  const copy = chooseHanded(lines, full);
  assert.deepEqual([[...copy.leftOut], copy.leftOfNoEntry], [[], 0]);
  assert.deepEqual([...chooseHanded(lines, { ...full, chosen: new Set() }).leftOut], [1, 2, 3, 4, 5]);
});

test("what is kept apart is left out wherever it stands, and is on its own page where it is asked for", async () => {
  const whole = await writeAll(typed({ what: "First" }), typed({ what: "Second" }), typed({ what: "Third" }));
  const lines = [...whole.lines];
  for (const [place, name] of [`"Ana"`, `["Ana"]`].entries())
    // also of a wrong form
    lines[place] = {
      seq: place + 1,
      line: lines[place].line.replace('"what"', `"witness_name":${name},"what"`),
    };
  const usual = chooseHanded({ ...whole.done(), lines }, ALL);
  assert.deepEqual([...usual.leftOut], [1, 2]);
  assert.equal((exportJsonl(usual) + readerCsv(usual) + reportText(usual)).includes("Ana"), false);
  assert.match(reportText(usual), />First</);
  const asked = chooseHanded({ ...whole.done(), lines }, { ...ALL, isWithApart: true });
  assert.deepEqual([...asked.leftOut], []);
  const [before, page] = reportText(asked, { isWithApart: true }).split('class="report-page">Kept apart');
  assert.deepEqual([before.includes("Ana"), page.includes("Ana")], [false, true]);
  const calls = await writeAll(typed({}, { kind: "call", rows: [{ when: "2026-05-01", account: "Ana" }] }));
  const made = calls.lines.map(({ seq, line }) => ({
    seq,
    line: line.replace('"account"', '"witness_name"'),
  }));
  const handed = chooseHanded({ ...calls.done(), lines: made }, ALL);
  assert.deepEqual([...handed.leftOut], [2]);
  assert.equal(reportText(handed).includes("Ana"), false);
});

test("lines in memory get a start, and the same one when they are read again", async () => {
  const rows = { start: undefined, inMemory: () => ["one", "two"] };
  const read = await readWhole({ keeper: null, isKept: false, rows });
  assert.deepEqual(read.lines, [
    { seq: 1, line: "one" },
    { seq: 2, line: "two" },
  ]);
  assert.match(read.start, /^[0-9a-f]{64}$/);
  assert.deepEqual(await readWhole({ keeper: null, isKept: false, rows }), read);
});

test("of a kept log, later lines of another tab are not taken, and nothing where a part cannot be read", async () => {
  const keeperOf = (problems) => ({
    check: async () => ({ count: 2, head: "h", start: "s", problems }),
    read: async (onSlice) => {
      onSlice([
        { seq: 2, line: "two" },
        { seq: 3, line: "three" },
      ]);
      onSlice([{ seq: 1, line: "one" }]);
      return { problems: [] };
    },
  });
  const read = await readWhole({ keeper: keeperOf([]), isKept: true, rows: null });
  assert.deepEqual(read, {
    lines: [
      { seq: 1, line: "one" },
      { seq: 2, line: "two" },
    ],
    start: "s",
    head: "h",
  });
  const damaged = keeperOf([{ kind: "damaged", from: 1, to: 1 }]);
  assert.equal(await readWhole({ keeper: damaged, isKept: true, rows: null }), null);
});

test("B2.26: an export only reads", async () => {
  const asked = [];
  const keeper = new Proxy(
    {
      check: async () => ({ count: 0, head: null, start: null, problems: [] }),
      read: async () => ({ problems: [] }),
    },
    {
      get(target, name) {
        asked.push(name);
        return target[name];
      },
    },
  );
  await readWhole({ keeper, isKept: true, rows: null });
  assert.deepEqual(new Set(asked), new Set(["check", "read"]));
});

test("B1.9: nobody's words become markup, in the report, its cover or a slip", async () => {
  const fields = { what: HOSTILE, place: HOSTILE, items: HOSTILE };
  const whole = await writeAll(typed(fields, { rows: [{ when: "2026-05-01T08:00", account: HOSTILE }] }));
  whole.put(correctEntry(whole.log.asWritten()[0], { fields: { what: `${HOSTILE} again` } }, context));
  const handed = { ...chooseHanded(whole.done(), ALL), isWithApart: true };
  const cover = { name: HOSTILE, cases: HOSTILE, order: HOSTILE, prepared: HOSTILE };
  for (const text of [
    reportText(handed, { cover, isWithApart: true }),
    reportText(handed, { cover, isShort: true }),
    htmlOf(part("div", {}, ...sharingSlip(handed, { code: HOSTILE }))),
    htmlOf(
      part("div", {}, ...factSheet(handed, { code: "", program: HOSTILE, browser: HOSTILE, checker: "" })),
    ),
  ]) {
    assert.equal(/<(?:img|script)/i.test(text), false);
    assert.equal(text.match(/<\/style/gi)?.length ?? 0, text.includes("<style>") ? 1 : 0);
    assert.equal(text.includes("\0"), false);
  }
  assert.equal(htmlOf(ownPart(`"'<>&`)), '<span translate="no" dir="auto">&#34;&#39;&#60;&#62;&#38;</span>');
});

test("the edges of the report's pages turn for a language that is read from the right", () => {
  const how = { top: "Top", bottom: "Bottom", before: "Page ", between: " of ", inFile: true };
  const edges = (rules) => rules.match(/@(?:top|bottom)-\w+/g);
  assert.deepEqual(edges(allRules(how)), ["@top-right", "@bottom-left", "@bottom-right"]);
  const turned = ["@top-left", "@bottom-right", "@bottom-left"];
  assert.deepEqual(edges(allRules({ ...how, direction: "rtl" })), turned);
});

test("a long text that stands in pieces is one row", async () => {
  const [day, text] = ["2026-05-01T08:00", "x".repeat(20_000)];
  const given = {
    wall: day,
    what: "message",
    direction: "in",
    result: "",
    number: "",
    name: "Ana",
    text,
    length: "",
  };
  const rows = rowsOfImported({ ...given, at: 2 });
  const importing = createImportEntry();
  const whole = wholeOf();
  whole.put({ makes: importing.rows([rows], context) });
  const file = { name: "a", sha256: "", bytes: 1, format: "", encoding: "", zone: "", rows: 1, skipped: 0 };
  whole.put({ makes: [importing.entry({ kind: "message", when: at("2026-05-01"), file }, context)] });
  const handed = chooseHanded(whole.done(), ALL);
  assert.ok(rows.length > 1 && reportText(handed).includes(text));
  assert.match(reportText(handed), /<caption>Friday 1 May 2026: 1 row</);
  assert.match(shownWords(handed.entries[0], shape), /^1 row\b/);
});

test("no name of a column in a row stops an export", async () => {
  const row = { when: "2026-05-01T08:00", account: "0" };
  const whole = await writeAll(typed({}, { kind: "call", rows: [row] }));
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    const lines = whole.lines.map(({ seq, line }) => ({ seq, line: line.replace('"account"', `"${name}"`) }));
    const handed = chooseHanded({ ...whole.done(), lines }, ALL);
    assert.deepEqual(Object.keys(handed.entries[0].rows[0]), ["when"]);
    assert.match(reportText(handed), /1 row</);
    assert.ok(exactCsv(handed).includes("rows,call,1,"));
    assert.match(
      reportText({ ...handed, entries: [{ ...handed.entries[0], rows: [{ [name]: "x" }] }] }),
      />x</,
    );
  }
});

test("B1.11: the report as a file asks for nothing, and its policy allows nothing", async () => {
  const handed = chooseHanded((await writeAll(typed({ what: "A blue car" }))).done(), ALL);
  const text = reportText(handed);
  assert.match(
    text,
    /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;; base-uri/,
  );
  assert.equal(/\s(?:src|href|srcset|action)=|url\(|@import|<link|<script/i.test(text), false);
  assert.match(text, /A blue car/);
  assert.equal(NEVER.test(text), false);
});

test("B1.3: what was written later on the same day says how much later, and no more", async () => {
  const later = { ...context, written: written("2026-05-01T16:00:00Z") };
  const whole = wholeOf();
  whole.put(writeEntry(typed({ what: "At nine" }, { when: at("2026-05-01", "10:00") }), later));
  const text = reportText(chooseHanded(whole.done(), ALL));
  assert.match(text, /Written 7 hours later\./);
  assert.equal(NEVER.test(text), false);
});

test("corrections are struck through, removed entries named, and what is left out counted", async () => {
  const whole = await writeAll(
    typed({ what: "A red car" }),
    typed({ what: "Not for others" }),
    typed({ what: "Third" }),
  );
  const [third, second, first] = whole.log.asWritten();
  whole.put(correctEntry(first, { fields: { what: "A blue car" } }, context));
  whole.put(removeEntry(second, context));
  const chosen = new Set([first.id, second.id]);
  const text = reportText(chooseHanded(whole.done(), { ...ALL, chosen }));
  assert.match(text, /<del[^>]*>A red car<\/del>/);
  assert.match(text, /Entry 2<\/h3><p>Removed by the writer, Friday 1 May 2026/);
  assert.match(text, /1 more entry is left out\./);
  assert.equal(/Not for others|Third/.test(text), false);
  assert.ok(third);
});

test("the facts of the cover are those that the reader chose; names of witnesses have a page of their own", async () => {
  const whole = await writeAll(typed({ what: "At the gate", witness: "A.", witness_name: "Ana Example" }));
  const asked = chooseHanded(whole.done(), { ...ALL, isWithApart: true });
  const text = reportText(asked, { isWithApart: true, cover: { cases: "CR 17", name: " " } });
  assert.match(text, /<th scope="row">Case or report numbers<\/th><td><span[^>]*>CR 17</);
  assert.equal(text.includes(">Prepared by<"), false);
  const [before, page] = text.split('class="report-page">Kept apart');
  assert.equal(before.includes("Ana Example"), false);
  assert.match(page, /Ana Example/);
  assert.equal(reportText(asked).includes("Ana Example"), false);
});

test("§ C: pattern, entries, evidence, in this order; months without anything are there, each number with its entries", async () => {
  const rows = [{ when: "2026-01-31T23:59" }, { when: "2026-02-01T00:01" }];
  const whole = await writeAll(
    typed({ what: "Calls" }, { kind: "call", when: at("2026-01-31"), rows }),
    typed({ what: "At home", count: "5", items: "7" }, { when: at("2026-04-02", "10:00") }),
  );
  const { times, months, weeks } = countPattern(whole.log.newestFirst());
  assert.equal(times, 7);
  const counts = months.map(({ month, times: count, entries }) => [month, count, [...entries]]);
  const [calls, home] = whole.log
    .newestFirst()
    .map(({ number }) => number)
    .reverse();
  assert.deepEqual(counts, [
    ["2026-01", 1, [calls]],
    ["2026-02", 1, [calls]],
    ["2026-03", 0, []],
    ["2026-04", 5, [home]],
  ]);
  assert.deepEqual(
    weeks.slice(0, 2).map(({ week, times: count }) => [week, count]),
    [
      ["2026-01-26", 2],
      ["2026-02-02", 0],
    ],
  );
  const text = reportText(chooseHanded(whole.done(), ALL));
  const order = ["How this was made", "How often, and what", "The entries", "Evidence that entries name"];
  const places = order.map((heading) => text.indexOf(`>${heading}`));
  assert.deepEqual(
    [...places].sort((one, other) => one - other),
    places,
  );
  assert.match(text, /<caption>Saturday 31 January 2026: 1 row<\/caption>/);
  assert.match(text, /<caption>Sunday 1 February 2026: 1 row<\/caption>/);
});

test("the short report names how many entries did not fit, and keeps the first, the worst and the latest", async () => {
  const all = Array.from({ length: 500 }, (_, index) =>
    typed({ what: `Number ${index} ${"long words ".repeat(30)}`, ...(index === 100 && { worst: ["yes"] }) }),
  );
  const text = reportText(chooseHanded((await writeAll(...all)).done(), ALL), { isShort: true });
  assert.match(text, /\d+ entries do not fit here/);
  for (const number of [0, 100, 499]) assert.match(text, new RegExp(`>Number ${number} `));
  assert.equal(/>Number 200 /.test(text), false);
});

test("slips and facts about a file promise nothing", async () => {
  const handed = {
    ...chooseHanded((await writeAll(typed({ what: "Secret words" }))).done(), ALL),
    isWithApart: false,
  };
  const slip = htmlOf(part("div", {}, ...sharingSlip(handed, { code: "CODE" })));
  const facts = htmlOf(
    part("div", {}, ...factSheet(handed, { code: "CODE", program: "P", browser: "B", checker: "C" })),
  );
  for (const text of [slip, facts]) {
    assert.equal(NEVER.test(text), false);
    assert.equal(text.includes("Secret words"), false);
    assert.match(text, /CODE/);
  }
  assert.match(facts, /A hash is a long number made from a text\./);
  const withApart = htmlOf(part("div", {}, ...sharingSlip({ ...handed, isWithApart: true }, { code: "" })));
  assert.match(withApart, /Names of witnesses, where evidence is, and who had it, are in it\./);
  assert.match(slip, /Type this code there\. It must say “Whole and unchanged”, and that the code fits:/);
  assert.equal(facts.match(/<ol>.*?<\/ol>/)[0].match(/<li>/g).length, 8);
});

test("facts about a file name each file that was brought in", async () => {
  const whole = await writeAll(typed({ what: "Typed" }));
  const file = { name: "calls.csv", sha256: "c".repeat(64), bytes: 123, format: "CSV", encoding: "utf-8" };
  const about = {
    kind: "call",
    when: at("2026-05-01"),
    file: { ...file, zone: "UTC", rows: 17, skipped: 0 },
  };
  whole.put({ makes: [createImportEntry().entry(about, context)] });
  const handed = chooseHanded(whole.done(), ALL);
  const facts = factSheet(handed, { code: "", program: "", browser: "", checker: "" });
  const text = htmlOf(part("div", {}, ...facts)).replaceAll(/<[^>]*>/g, "|");
  assert.ok(text.includes(`|2||calls.csv||123||${file.sha256}||17|`), text);
  assert.match(text, /or brings in a file of calls or messages there/);
  assert.match(reportText(handed), /An entry from a file names that file/);
});

test("where the part with passphrases did not arrive, locking a file says so", async () => {
  const said = [];
  const area = { addEventListener() {}, querySelector() {} };
  const parts = { lines: { given: () => ({ keeper: {} }) }, say: (text) => said.push(text), button: null };
  assert.equal(await startLocking(area, parts).lock([]), null);
  assert.match(said.join(), /^Files cannot be locked just now\./);
});

test("the first and the last day of all can be counted", async () => {
  const whole = await writeAll(
    typed({ what: "First" }, { when: at("0001-01-01", "10:00") }),
    typed({ what: "Last" }, { when: at("9999-12-31", "10:00") }),
  );
  const { months, weeks } = countPattern(whole.log.newestFirst());
  assert.deepEqual(
    months.map(({ month }) => month),
    ["0001-01", "9999-12"],
  );
  assert.equal(weeks.length, 2);
});
