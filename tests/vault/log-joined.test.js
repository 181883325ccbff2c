// Versions of an item that two tabs, or two devices, have written without knowing of each other: files and rows of both stay.
import assert from "node:assert/strict";
import test from "node:test";
import { createItemChanges } from "../../theme/components/log/evidence/item-change.js";
import { createEntries } from "../../theme/components/log/model/entries.js";
import { missingLines } from "../../theme/components/log/model/incoming.js";
import { filesOf, keptFileText } from "../../theme/components/log/model/kept-files.js";
import {
  correctEntry,
  makesToLines,
  readEntryAgain,
  writeItem,
} from "../../theme/components/log/model/writing.js";
import { at, withItems as shape, written } from "./log-shape.mjs";

const contextOf = (day) => ({ shape, written: written(`2026-05-${day}T10:00:00Z`) });
const file = (id) =>
  keptFileText({ file: id, bytes: 3, sha256: "a".repeat(64), dated: "", name: `${id}.jpg` });
const files = (...ids) => ({ fields: { kept: ids.map(file) } });
const logOf = (lines) => {
  const log = createEntries(shape);
  log.add(lines.map((line, index) => ({ seq: index + 1, line })));
  assert.deepEqual(log.unreadable, []);
  return log;
};
const itemIn = (lines) => logOf(lines).items()[0];
const added = (lines, { makes, problems = [] }) => {
  assert.deepEqual(problems, []);
  return [...lines, ...makesToLines(makes, lines.length + 1).map(({ line }) => line)];
};
const correct = (lines, more, day) => added(lines, correctEntry(itemIn(lines), more, contextOf(day)));
const taken = (lines, copy) => added(lines, { makes: missingLines(copy, lines, shape).makes });
const idsIn = (lines) =>
  filesOf(itemIn(lines))
    .map((one) => one.file)
    .sort();
const changesIn = (lines) =>
  logOf(lines)
    .changesOf(itemIn(lines))
    .flatMap(({ changes }) => changes.map(({ before, after }) => [before, after]));

const ITEM = added([], writeItem({ when: at("2026-05-01"), ...files("f1", "f2") }, contextOf("01")));

test("files that two devices add to an item are both there, whichever takes in the other's log", () => {
  const [one, other] = [
    correct(ITEM, files("f1", "f2", "a"), "02"),
    correct(ITEM, files("f1", "f2", "b"), "03"),
  ];
  for (const both of [taken(one, other), taken(other, one)]) {
    assert.deepEqual(idsIn(both), ["a", "b", "f1", "f2"]);
    assert.deepEqual(idsIn(correct(both, { fields: { thing: "a phone" } }, "04")), ["a", "b", "f1", "f2"]);
    const names = changesIn(both).map((change) => change.map((text) => text.match(/\w+(?=\.jpg)/g) ?? []));
    // Each version added its own file, and none took the other's off.
    assert.deepEqual(
      names.map(([off]) => off),
      [[], []],
    );
    assert.deepEqual(names.map(([, on]) => on).sort(), [["a"], ["b"]]);
  }
});

test("a file that is taken off while another is added is gone, and the other one is there", () => {
  const seen = itemIn(ITEM);
  const [more, less] = [files("f1", "f2", "f3"), files("f2")].map((fields) =>
    correctEntry(seen, fields, contextOf("02")),
  );
  assert.deepEqual(idsIn(added(added(ITEM, more), less)), ["f2", "f3"]);
  assert.deepEqual(idsIn(added(added(ITEM, less), more)), ["f2", "f3"]);
});

test("what the other side added can be taken off, and stays off", () => {
  const one = added(ITEM, readEntryAgain(itemIn(ITEM), contextOf("02")));
  const [a, b] = [correct(one, files("f1", "f2", "a"), "02"), correct(one, files("f1", "f2", "b"), "03")];
  const both = taken(a, b);
  for (const gone of ["a", "b", "f1"]) {
    const left = ["a", "b", "f1", "f2"].filter((id) => id !== gone);
    const without = correct(both, files(...left), "04");
    assert.deepEqual(idsIn(without), left);
    assert.deepEqual(idsIn(taken(without, correct(b, { fields: { thing: "x" } }, "05"))), left);
    assert.deepEqual(idsIn(correct(without, files(...left, gone), "06")), ["a", "b", "f1", "f2"]);
  }
});

test("what goes on from a version that is lost is taken as it is", () => {
  const lost = correct(ITEM, files("f2"), "02");
  const [, , last] = correct(lost, files("f2", "f3"), "03");
  const log = createEntries(shape);
  log.add([1, 3].map((seq) => ({ seq, line: [ITEM[0], "", last][seq - 1] })));
  assert.deepEqual(
    filesOf(log.items()[0]).map((one) => one.file),
    ["f2", "f3"],
  );
});

const row = (to, more = {}) => ({ from: "me", to, ...more });
const WITH_ROW = added(
  [],
  writeItem({ when: at("2026-05-01"), fields: { item: "7" }, rows: [row("Kim")] }, contextOf("01")),
);
const toIn = (lines) =>
  itemIn(lines)
    .rows.map(({ to }) => to)
    .sort();

test("a row that one device adds stays where another corrects a row", () => {
  const adds = correct(WITH_ROW, { rows: [row("Kim"), row("lab")] }, "03");
  const corrects = correct(WITH_ROW, { rows: [row("Kim B.")] }, "04");
  for (const both of [taken(adds, corrects), taken(corrects, adds)]) {
    assert.deepEqual(toIn(both), ["Kim B.", "lab"]);
    assert.ok(changesIn(both).every(([, after]) => after.includes("lab")));
    assert.equal(logOf(both).find({ words: "lab" }).length, 0); // items are in no search for what happened
    const same = itemIn(both).rows;
    assert.equal(correct(both, { rows: same }, "05").length, both.length); // nothing is written twice
    assert.deepEqual(toIn(correct(both, { rows: [...same, row("police")] }, "05")), [
      "Kim B.",
      "lab",
      "police",
    ]);
    for (const gone of ["Kim B.", "lab"]) {
      const rows = same.filter(({ to }) => to !== gone);
      assert.deepEqual(itemIn(correct(both, { rows }, "05")).rows, rows);
    }
  }
});

test("rows that two devices add are both there, also the first ones, and one that both add is there once", () => {
  const none = added([], writeItem({ when: at("2026-05-01"), fields: { item: "7" } }, contextOf("01")));
  const firsts = [correct(none, { rows: [row("Kim")] }, "02"), correct(none, { rows: [row("lab")] }, "03")];
  assert.deepEqual(toIn(taken(...firsts)), ["Kim", "lab"]);
  const same = [row("Kim"), row("lab")].map((one) => correct(WITH_ROW, { rows: [row("Kim B."), one] }, "03"));
  assert.deepEqual(toIn(taken(same[0], correct(WITH_ROW, { rows: [row("Kim B."), row("Kim")] }, "04"))), [
    "Kim",
    "Kim B.",
  ]);
  const further = ["lab", "police"].map((to) => correct(WITH_ROW, { rows: [row("Kim"), row(to)] }, "03"));
  const both = taken(...further);
  assert.deepEqual(toIn(both), ["Kim", "lab", "police"]);
  for (const gone of ["lab", "police"]) {
    const rows = itemIn(both).rows.filter(({ to }) => to !== gone);
    assert.deepEqual(itemIn(correct(both, { rows }, "05")).rows, rows);
  }
});

test("files that are added and taken off at once in one tab are each written on what the one before left", async () => {
  let lines = ITEM;
  const correctItem = async (item, typed) => {
    await null;
    lines = added(lines, correctEntry(item, typed, contextOf("02")));
    return itemIn(lines);
  };
  const change = createItemChanges({ log: { get: (id) => logOf(lines).get(id) }, correct: correctItem });
  const { id } = itemIn(lines);
  const all = [
    change(id, (texts) => [...texts, file("f3")]),
    change(id, () => {
      throw new Error("a fault of ours");
    }),
    change(id, (texts) => texts.filter((text) => text !== file("f1"))),
    change("i-other", (texts) => texts),
  ];
  const results = await Promise.allSettled(all);
  assert.deepEqual(
    results.map(({ value = "failed" }) => value),
    [true, "failed", true, false],
  );
  assert.deepEqual(itemIn(lines).fields.kept, [file("f2"), file("f3")]);
  assert.deepEqual(JSON.parse(lines.at(-1)).fields.kept, [file("f2"), file("f3")]);
});
