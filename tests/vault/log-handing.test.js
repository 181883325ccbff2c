// What is handed on in which form, and what stays of it: with a page that only counts what is asked of it.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { startChoice } from "../../theme/components/log/exports/choice.js";
import { createHanding } from "../../theme/components/log/exports/handing.js";
import { chooseHanded } from "../../theme/components/log/exports/handed.js";
import { witnessCode } from "../../theme/components/log/model/witness-code.js";
import { createLog, MADE } from "./log-export.mjs";
import { removeEntry, writeEntry, writeItem } from "../../theme/components/log/model/writing.js";
import { at, logWith, shape, typed, withItems, written } from "./log-shape.mjs";

const HOW = { chosen: null, isWithApart: true, isWithRemoved: true, separator: ",", cover: {} };
const LATER = 1000; // milliseconds; what waits longer keeps no test waiting
let saved;

/** An element that takes all that is put into it. */
function elementOf(localName) {
  const known = {};
  const one = Object.assign(new EventTarget(), {
    ...{ localName, dataset: {}, children: [], textContent: "", value: "bag" },
    setAttribute() {},
    append: (...more) => one.children.push(...more),
    replaceChildren: (...more) => (one.children = more),
    querySelector: (wanted) => (known[wanted] ??= elementOf("div")),
    querySelectorAll: () => [],
    closest: () => one,
    click: () => saved.push(one.download),
  });
  return one;
}

beforeEach((t) => {
  saved = [];
  const documentElement = { dataset: {} };
  globalThis.document = Object.assign(new EventTarget(), { createElement: elementOf, documentElement });
  globalThis.addEventListener ??= () => {};
  globalThis.navigator ??= { userAgent: "a browser" };
  const { setTimeout } = globalThis;
  t.mock.method(globalThis, "setTimeout", (run, wait) => {
    const timer = setTimeout(run, wait);
    return wait > LATER ? timer.unref() : timer;
  });
});

const wordsOf = ({ textContent, children }) =>
  textContent + children.map((one) => (typeof one === "string" ? one : wordsOf(one))).join(" ");

/** The screen of a log, and what was asked of its keeper, printed and said. */
function screenOf(made) {
  const told = { asked: [], printed: "", said: [] };
  const keeper = new Proxy(
    {},
    { get: (_, name) => (told.asked.push(name), name === "sealFile" ? (_words, bytes) => bytes : undefined) },
  );
  const handing = createHanding(elementOf("div"), {
    ...{ view: elementOf("div"), shape, lines: { given: () => ({ keeper }) }, say() {}, go() {} },
    printing: { printAs: (_, make) => (told.printed = wordsOf({ textContent: "", children: make() })) },
    carried: { checker: "# check\n", schema: "{}\n" },
  });
  const hand = (form) => {
    const handed = { ...chooseHanded({ ...made.handed(), made: MADE }, HOW), isWithApart: true };
    const tell = (text) => told.said.push(text);
    return handing.hand(form, {
      near: elementOf("li"),
      tell,
      handed,
      how: HOW,
      signal: new AbortController().signal,
    });
  };
  return { hand, told };
}

test("B1.10: a ZIP file of all is no copy of the log: nothing is asked of what keeps it", async () => {
  const made = createLog();
  made.write({ what: "A knock" });
  const { hand, told } = screenOf(made);
  for (const form of ["bag", "portal", "jsonl", "csv", "csv-exact", "report-file"]) await hand(form);
  const files = [
    "log.zip",
    "log-report.html",
    "log.zip",
    "log.jsonl",
    "log.csv",
    "log-exact.csv",
    "report.html",
  ];
  assert.deepEqual(saved, files);
  assert.deepEqual(told.asked, []);
});

test("the papers that go with a file have the code and the hashes of the file that was saved last", async () => {
  const made = createLog();
  made.write({ what: "A knock" });
  const { hand, told } = screenOf(made);
  const codeOf = ({ head, lines }) => witnessCode(head, lines.length, "2026-01-01").groups.join("-");
  await hand("slip");
  assert.match(told.said.at(-1), /No file was saved yet\. Save it before you write anything more/);
  await hand("bag");
  const then = made.handed();
  made.write({ what: "Another knock" });
  const now = made.handed();
  for (const form of ["slip", "facts"]) {
    await hand(form);
    assert.ok(told.printed.includes(codeOf(then)), form);
    assert.ok(!told.printed.includes(codeOf(now)), form);
    assert.doesNotMatch(told.said.at(-1), /No file was saved/);
  }
  assert.ok(told.printed.includes(then.head) && told.printed.includes("Lines in the log: 1."));
  await hand("csv"); // no check can be made of it
  await hand("facts");
  assert.ok(told.printed.includes(then.head));
  await hand("jsonl");
  await hand("facts");
  assert.ok(told.printed.includes(now.head));
});

test("the choices say how many lines belong to no entry, and whether they go in", () => {
  const made = createLog();
  made.write({ what: "A knock" });
  made.log.add([{ seq: 2, line: made.lines[0].line.replace('"write"', '"later"') }]);
  const area = elementOf("div");
  let isWithApart = false;
  const first = { isFound: () => false };
  const choice = startChoice(area, { log: made.log, first, isWithApart: () => isWithApart });
  const words = () => (choice.show(), area.querySelector(".log-handed-count").textContent);
  assert.equal(
    words(),
    "1 entry goes in. 1 line of the log is left out, because it belongs to no entry that is shown.",
  );
  isWithApart = area.querySelector(".log-with-removed").checked = true;
  assert.equal(words(), "1 entry goes in. 1 line of the log that belongs to no entry goes in, too.");
});

test("the choices list each item with a tick, say why one has none, and forget all of it on locking", () => {
  const context = { shape: withItems, written: written("2026-05-01T08:00:00Z") };
  const { log, add } = logWith(withItems);
  add(writeEntry(typed({ what: "At the door", items: "2" }), context));
  for (const [item, thing] of [
    ["1", "File that was brought in: calls.csv"],
    ["2", "Photo"],
    ["3", "Copy of a file of item 2, without the place"],
    ["4", "By mistake"],
  ])
    add(writeItem({ when: at("2026-05-01"), fields: { item, thing } }, context));
  add(removeEntry(log.itemByNumber("4"), context));
  const area = elementOf("div");
  const choice = startChoice(area, { log, first: { isFound: () => false }, isWithApart: () => false });
  const fold = area.querySelector(".log-handed-items");
  const rows = () => fold.querySelector("ul").children.map(({ children: [label] }) => label);
  const shown = () =>
    fold
      .querySelector("ul")
      .children.map((row) => [row.children[0].children[0].checked, wordsOf(row).trim()]);
  choice.show();
  const [imported, photo, copy] = shown();
  assert.equal(shown().length, 3); // the removed one only where that is asked for
  assert.deepEqual([imported[0], photo[0], copy[0]], [false, true, true]);
  assert.match(
    imported[1],
    /Item 1: File that was .* It holds all that was in the file, also what you left out\./,
  );
  assert.match(copy[1], /Item 2 still holds the place\. Untick that one/);
  const words = () => area.querySelector(".log-handed-count").textContent;
  assert.match(words(), /2 items of the evidence list\. 1 item of the evidence list is left out\.$/);
  const box = rows()[1].children[0];
  box.checked = false;
  fold.dispatchEvent(Object.defineProperty(new Event("change"), "target", { value: box }));
  assert.match(words(), /1 item of the evidence list\. 2 items of the evidence list are left out\.$/);
  assert.equal(rows()[1].children[0], box); // it keeps its focus
  assert.deepEqual([...choice.how().ticks.values()], [false]);
  area.querySelector(".log-with-removed").checked = true;
  choice.show();
  assert.match(shown()[3][1], /By mistake\s+You removed it\./);
  choice.clear();
  assert.deepEqual([choice.how().ticks.size, rows().length, fold.hidden], [0, 0, true]);
});
