// Items of the list of evidence: entries of a kind of their own, kept out of what tells what happened.
import assert from "node:assert/strict";
import test from "node:test";
import { createEntries } from "../../theme/components/log/model/entries.js";
import {
  entriesNaming,
  groupOfItem,
  itemNumber,
  itemsNamed,
  itemShape,
  nextItemNumber,
  sharedNumbers,
  takenNumber,
} from "../../theme/components/log/model/items.js";
import {
  filesOf,
  filesOfVersions,
  keptFileText,
  readKeptFile,
} from "../../theme/components/log/model/kept-files.js";
import {
  makesToLines,
  correctEntry,
  removeEntry,
  writeItem,
} from "../../theme/components/log/model/writing.js";
import { at, context as plain, logWith, shape as older, typed, withItems as shape } from "./log-shape.mjs";

const context = { ...plain, shape };
const FILE = {
  ...{ file: "0f8fad5b-d9cb-469f-a165-70867728950e", bytes: 2345, sha256: "ab".repeat(32) },
  ...{ dated: "2026-05-01", name: "IMG 1.jpg" },
};
const PHONE = { ...FILE, file: "7c9e6679-7425-40de-944b-e07fc1f90ae7", dated: "", name: "voice.amr" };
const ROW = {
  ...{ when: "2026-05-02T10:00", from: "Me", to: "PC Lee", where: "Station", why: "To be copied" },
  ...{ changed: "no", hash_before: "ab".repeat(32), hash_after: "ab".repeat(32) },
};
const FULL = {
  ...{ item: "7", have: "other", thing: "Letter,\ntwo pages", place: "Letter box", holder: "Police" },
  ...{ report_number: "12/345", evidence_place: "At Ana's", kept: [FILE, PHONE].map(keptFileText) },
};

const found = (fields = {}, more = {}) => ({ when: at("2026-05-01", "09:00"), fields, ...more });

function logOfItems(...items) {
  const made = logWith(shape);
  for (const item of items) assert.deepEqual(made.add(writeItem(item, context)).problems, []);
  return made;
}

/** The same lines, read again as they are stored. */
function readAgain(rows, own = shape) {
  const log = createEntries(own);
  log.add(rows);
  return log;
}

const said = ({ kind, when, fields, apart, rows }) => ({
  ...{ kind, when, rows, fields: { ...fields, ...apart?.line.fields } },
});

test("B3.32: an item with every field full is as it was typed, stored and read again, corrected with nothing, too", () => {
  const { add } = logWith(shape);
  const { rows, problems } = add(writeItem(found(FULL, { rows: [ROW, { to: "Court" }] }), context));
  assert.deepEqual(problems, []);
  const log = readAgain(rows);
  const [item] = log.items();
  assert.match(item.id, /^i-/);
  assert.deepEqual(said(item), {
    ...{ kind: "item", when: found().when, fields: FULL, rows: [ROW, { to: "Court" }] },
  });
  const again = correctEntry(item, found(FULL, { rows: [ROW, { to: "Court" }] }), context);
  assert.deepEqual(again, { makes: [], problems: [] });
  assert.deepEqual(filesOf(item), [FILE, PHONE]);
  assert.deepEqual(log.unreadable, []);
});

test("B3.32: an item with every field empty can be written, filled, and emptied again", () => {
  const empty = Object.fromEntries(Object.keys(itemShape(shape).fields).map((id) => [id, ""]));
  const { log, add } = logOfItems(found({ ...empty, kept: [] }, { rows: [] }));
  const item = () => log.items()[0];
  assert.deepEqual(said(item()), { kind: "item", when: found().when, fields: {}, rows: [] });
  assert.equal(itemNumber(item()), "1");

  add(correctEntry(item(), { fields: FULL, rows: [ROW] }, context));
  assert.deepEqual(said(item()).fields, FULL);
  const shown = log.changesOf(item()).flatMap(({ changes }) => changes);
  assert.ok(shown.some(({ label, after }) => label === "Where it was found" && after === "Letter box"));
  assert.ok(shown.some(({ after }) => after.startsWith(`IMG 1.jpg, 2345 bytes, SHA-256 ${FILE.sha256}\n`)));

  add(correctEntry(item(), { fields: { ...empty, kept: [] }, rows: [] }, context));
  assert.deepEqual(said(item()), { kind: "item", when: found().when, fields: {}, rows: [] });
  assert.deepEqual(filesOf(item()), []);
  assert.deepEqual(filesOfVersions(item()), [FILE, PHONE]);
});

test("items are in nothing that tells what happened, and by their numbers in a list of their own", () => {
  const { log, add } = logWith(shape, typed({ what: "A letter came", items: "2, 10" }));
  const stays = () => [
    ...[log.size, log.newestFirst().length, log.asWritten().length, log.find({}).length],
    ...[log.toFillIn().length, log.summary(), log.overview(), log.lastKinds(3), log.byNumber(2)],
  ];
  const before = stays();
  for (const item of ["10", "2", "B 2"]) add(writeItem(found({ item, worst: ["yes"] }), context));
  assert.deepEqual(stays(), before);
  assert.deepEqual(log.items().map(itemNumber), ["2", "10", "B 2"]);
  assert.equal(log.get(log.items()[0].id), log.items()[0]);
  assert.equal(log.itemByNumber(" b 2 "), log.items()[2]);
  assert.equal(log.itemByNumber("3"), null);
  assert.equal(nextItemNumber(log.items()), "11");
});

test("a removed item stays in the list with its day, and gives its number to no other", () => {
  const { log, add } = logOfItems(found({ item: "1" }), found({ item: "2" }));
  add(removeEntry(log.items()[1], context));
  assert.deepEqual(
    log.items().map(({ removed }) => Boolean(removed)),
    [false, true],
  );
  assert.equal(nextItemNumber(log.items()), "3");
  add(writeItem(found({ item: "2" }), context));
  assert.equal(log.itemByNumber("2").removed, null);
});

test("a number that an item ever had is offered to no other, however long it is", () => {
  const { log, add } = logOfItems(found({ item: "1" }), found({ item: "5" }));
  add(correctEntry(log.itemByNumber("5"), { fields: { item: "2" } }, context));
  assert.equal(nextItemNumber(log.items()), "6");
  add(writeItem(found({ item: "12345678" }), context));
  assert.equal(nextItemNumber(log.items()), "12345679");
});

test("a removed item is not put back where another has its number, and two with one number are told", () => {
  const { log, add } = logOfItems(found({ item: "7", thing: "old" }), found({ item: "B 2" }));
  const [old, other] = log.items();
  add(removeEntry(old, context));
  assert.equal(takenNumber(log, undefined, log.get(old.id)), "");
  add(writeItem(found({ item: "7", thing: "new" }), context));
  assert.equal(takenNumber(log, undefined, log.get(old.id)), "7");
  assert.equal(takenNumber(log, " 8 ", log.get(old.id)), "");
  assert.deepEqual(sharedNumbers(log.items()), []);
  assert.deepEqual(
    [takenNumber(log, "b 2"), takenNumber(log, "b 2", other), takenNumber(log, "")],
    ["b 2", "", ""],
  );
  add(writeItem(found({ item: "b 2" }), context)); // as another device, or another tab, writes it
  assert.deepEqual(sharedNumbers(log.items()), [{ number: "b 2", count: 2 }]);
  assert.equal(takenNumber(log, undefined, other), ""); // else nothing of the two could be corrected
});

test("an entry names items as people write their numbers, and an item knows who names it", () => {
  const { log, add } = logOfItems(...["1", "2", "3", "4", "12", "B 2"].map((item) => found({ item })));
  const named = (items) => itemsNamed({ fields: { items } }, log.items()).map(itemNumber);
  assert.deepEqual(named("2"), ["2"]);
  assert.deepEqual(named("#1, 3 and B 2."), ["1", "2", "3", "B 2"]);
  assert.deepEqual(named("2 – 4"), ["2", "3", "4"]);
  assert.deepEqual(named("1-999999"), []);
  assert.deepEqual([named(""), named("the letter"), named("122")], [[], [], []]);

  add(writeItem(found({ item: "20" }), context));
  const { log: other } = logWith(shape, typed({ items: "1" }), typed({ items: "1-3" }), typed({}));
  assert.equal(entriesNaming(log.itemByNumber("1"), other.newestFirst()).length, 2);
});

test("a new item and one whose choice nobody knows are among those that are there", () => {
  const groups = ["have", "needed", "other", "lost", undefined].map((have) =>
    groupOfItem({ fields: { have } }),
  );
  assert.deepEqual(groups, ["have", "needed", "other", "have", "have"]);
});

test("an older guide keeps all that an item says when it corrects one", () => {
  const { rows } = logWith(shape).add(writeItem(found(FULL, { rows: [ROW] }), context));
  const log = readAgain(rows, older);
  assert.deepEqual(log.unreadable, []);
  const [item] = log.items();
  const { makes, problems } = correctEntry(item, { fields: { place: "Gate" } }, plain);
  assert.deepEqual(problems, []);
  const again = readAgain([...rows, ...makesToLines(makes, rows.length + 1)]);
  const { fields, rows: custody } = said(again.items()[0]);
  assert.deepEqual([fields, custody], [{ ...FULL, place: "Gate" }, [ROW]]);
});

test("B3.29: what a line says of a file names its bytes, their SHA-256, the day of the device and its own name", () => {
  const text = keptFileText(FILE);
  assert.equal(text, `${FILE.file} 2345 ${FILE.sha256} 2026-05-01 IMG 1.jpg`);
  for (const file of [FILE, PHONE, { ...FILE, bytes: 0, name: "- 2 名前\u2028.txt" }])
    assert.deepEqual(readKeptFile(keptFileText(file)), file);
});

test("a name without letters, with line breaks or of any length stays one line", () => {
  const nameOf = (name) => readKeptFile(keptFileText({ ...FILE, name })).name;
  assert.deepEqual([nameOf(""), nameOf(" \n "), nameOf("a\r\nb\u0000.jpg")], ["?", "?", "a b\ufffd.jpg"]);
  assert.equal(nameOf("x".repeat(300) + ".jpeg").length, 200);
  assert.ok(nameOf("x".repeat(300) + ".jpeg").endsWith("x….jpeg"));
  assert.ok(nameOf("😠".repeat(300)).isWellFormed());
});

test("fifty files fit into one line, whatever letters their names have", () => {
  for (const letter of ["\u0080", "\u2028", "\u007f", "\u202e", "漢", "😀", '"', "\\"]) {
    const kept = Array.from({ length: 50 }, (_, number) =>
      keptFileText({ ...FILE, file: `${number}`.padStart(36, "0"), name: letter.repeat(300) }),
    );
    const { makes, problems } = writeItem(found({ kept }), context);
    assert.deepEqual([makes.length, problems], [1, []], letter);
  }
});

test("what is no file's text is none, and stays in its line", () => {
  for (const text of [
    "",
    "a",
    keptFileText(FILE).replace("2345", "-1"),
    keptFileText(FILE).replace("ab", "AB"),
  ])
    assert.equal(readKeptFile(text), null, text);
  const { log } = logOfItems(found({ kept: ["of a later guide"] }));
  assert.deepEqual([filesOf(log.items()[0]), log.items()[0].fields.kept], [[], ["of a later guide"]]);
});

test("an item has at most so many files and rows as it says, and says which is too many", () => {
  const many = (count) =>
    Array.from({ length: count }, (_, number) => keptFileText({ ...FILE, file: `${number}` }));
  const { problems } = writeItem(found({ kept: many(51) }), context);
  assert.deepEqual(problems, ["Files: there are more than 50 files."]);
  const rows = Array.from({ length: 201 }, () => ({ to: "Court" }));
  assert.deepEqual(writeItem(found({}, { rows }), context).problems, [
    "From hand to hand: there are more than 200 rows.",
  ]);
  const longest = many(50).map((text) => text + "名".repeat(190));
  assert.deepEqual(writeItem(found({ kept: longest }), context).problems, []);
});
