// What a file of a log holds, and what is said of one that is opened.
import assert from "node:assert/strict";
import test from "node:test";
import {
  contentOf,
  noFile,
  offerLines,
  willBeTooLong,
} from "../../theme/components/documents/keeping/lines-of-file.js";
import { OURS } from "../../theme/components/common/known-error.js";
import { createIncoming } from "../../theme/components/log/incoming.js";
import { createLines } from "../../theme/components/log/lines.js";
import { createEntries } from "../../theme/components/log/model/entries.js";
import { keptFileText } from "../../theme/components/log/model/kept-files.js";
import {
  correctEntry,
  makesToLines,
  writeEntry,
  writeItem,
} from "../../theme/components/log/model/writing.js";
import { createRows } from "../../theme/components/log/rows.js";
import { LONGEST_WITH_LINES, TOO_LARGE } from "../../theme/components/vault/protocol.js";
import { SENTENCES } from "../../theme/components/vault/strings.js";
import { createLineStorage, make, openTab } from "./fake-lines.mjs";
import { context, shape, typed, withItems } from "./log-shape.mjs";

const documentOf = (more) => ({ kind: "log", backup: () => ({ draft: null }), ...more });

const NONE_WAIT = { waiting: () => [] };

test("a file holds all lines in their order, and what their chain begins with", async () => {
  const { store } = openTab(createLineStorage());
  for (const word of ["one", "two"]) await store.add([make(word)]);
  const { start } = await store.check();
  const { content, isWhole } = await contentOf(documentOf({ lines: NONE_WAIT }), {
    state: "unlocked",
    ...store,
  });
  assert.deepEqual(
    content.lines.map((line) => JSON.parse(line).word),
    ["one", "two"],
  );
  assert.deepEqual([content.kind, content.start, isWhole], ["log", start, true]);
});

test("a file without lines that cannot be read is not taken for a copy of the whole log", async () => {
  const storage = createLineStorage();
  const { store } = openTab(storage);
  for (const word of ["one", "two", "three"]) await store.add([make(word)]);
  storage.damage("tail 2-2");
  const { content, isWhole } = await contentOf(documentOf({ lines: NONE_WAIT }), {
    state: "unlocked",
    ...store,
  });
  assert.deepEqual([content.lines.length, isWhole], [2, false]);
});

test("what waits to be kept is in the file too, after what is kept", async () => {
  const { store } = openTab(createLineStorage());
  await store.add([make("kept")]);
  const lines = { waiting: () => ["waits"] };
  const { content, isWhole } = await contentOf(documentOf({ lines }), { state: "unlocked", ...store });
  assert.deepEqual([JSON.parse(content.lines[0]).word, content.lines[1], isWhole], ["kept", "waits", true]);
});

test("a log that is too long for a file is told as that, and a plan as what it is", () => {
  assert.equal(
    noFile(documentOf({ lines: NONE_WAIT }), TOO_LARGE),
    "This is longer than one file can be, so no file was made. What you kept stays where it is. You can print it. " +
      "Or you can save it as a locked ZIP file under “Hand it on”, which this guide cannot open again.",
  );
  assert.equal(noFile(documentOf(), TOO_LARGE), SENTENCES[TOO_LARGE]);
  assert.equal(noFile(documentOf({ lines: NONE_WAIT }), OURS), SENTENCES[OURS]);
});

test("that a log will be too long for a file is known before one is made", () => {
  const rows = createRows({ log: { add() {}, newestFirst() {} }, shape });
  const own = documentOf({ lines: { ...NONE_WAIT, characters: rows.characters } });
  rows.take([{ seq: 1, line: "x".repeat(LONGEST_WITH_LINES) }]);
  assert.equal(willBeTooLong(own), false);
  rows.take([{ seq: 2, line: "x" }]);
  assert.equal(willBeTooLong(own), true);
  assert.equal(willBeTooLong(documentOf()), false); // a plan has no lines
});

test("what is not kept goes into a file as it is on the page", async () => {
  const lines = { inMemory: () => ["a line"], start: () => undefined };
  const { content, isWhole } = await contentOf(documentOf({ lines }), { state: "locked" });
  assert.deepEqual(content, { kind: "log", data: { draft: null }, lines: ["a line"] });
  assert.ok(isWhole);
});

test("a file of which nothing can be read is not taken for one that says the same", () => {
  const own = makesToLines(writeEntry(typed({ what: "one" }), context).makes, 1).map(({ line }) => line);
  const incoming = createIncoming({ shape, known: () => own, getKept: () => null, add: assert.fail });
  const said = [];
  const offered = documentOf({
    ...{ strings: { fileIsSame: "the same" }, lines: { incoming }, isSame: () => true },
    ...{ read: () => ({}), empty: () => ({}), restore: () => ({ data: {} }), added: () => ({ data: {} }) },
  });
  for (const lines of [own, [...own, "x", "y"]])
    offerLines(null, {
      document: offered,
      content: { kind: "log", lines },
      tell: (text) => said.push(text),
    });
  assert.deepEqual(said, [
    "the same",
    "2 parts of the file cannot be read. They are not added. Nothing was changed.",
  ]);
});

test("a copy says how many files of evidence it does not hold, and so does what takes one in", async () => {
  const start = () => {
    const log = createEntries(withItems);
    const lines = createLines({ log, shape: withItems, onChange() {}, onProblems() {}, onTrouble() {} });
    return { log, lines, of: lines.forKeeping };
  };
  const given = { ...context, shape: withItems };
  const file = (id) => keptFileText({ file: id, bytes: 3, sha256: "a".repeat(64), dated: "", name: "a.jpg" });
  const one = start();
  await one.lines.add(writeEntry(typed({ what: "one" }), given).makes);
  assert.equal(one.of.leftOut(), "");
  const { when } = typed();
  await one.lines.add(writeItem({ when, fields: { kept: [file("f1"), file("f2")] } }, given).makes);
  const HAND_ON = "press “Save it as one ZIP file” under “Hand it on”.";
  const TWO = `Your log has 2 files of evidence. A locked copy does not hold them. To save them too, ${HAND_ON}`;
  assert.equal(one.of.leftOut(), TWO);
  await one.lines.add(correctEntry(one.log.items()[0], { fields: { kept: [file("f1")] } }, given).makes);
  assert.equal(one.of.leftOut(), TWO); // what was taken off is on the device still, and is not in a copy
  const other = start();
  const added = await other.of.incoming(one.of.inMemory()).add();
  assert.equal(
    added.slice(added.indexOf("2 files")),
    "2 files of evidence were not in it: a locked copy does not hold files.",
  );
  const again = start();
  await again.lines.add(writeItem({ when, fields: { kept: [file("f3")] } }, given).makes);
  assert.match(
    again.of.leftOut(),
    /^Your log has 1 file of evidence. A locked copy does not hold it. To save it/,
  );
});
