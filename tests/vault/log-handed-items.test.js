// Evidence that is handed on: which items and files go in, and where they stand in each form.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkLog } from "../../theme/components/log/check/model/check.js";
import { chooseHanded } from "../../theme/components/log/exports/handed.js";
import { makeFiles } from "../../theme/components/log/exports/forms.js";
import { itemsToOffer } from "../../theme/components/log/exports/handed-items.js";
import { itemsListed } from "../../theme/components/log/exports/items-listed.js";
import { startLocking } from "../../theme/components/log/exports/locked-file.js";
import { bagFiles } from "../../theme/components/log/exports/model/bag.js";
import { exactCsv, readerCsv } from "../../theme/components/log/exports/model/csv.js";
import { exportJsonl } from "../../theme/components/log/exports/model/jsonl.js";
import { readMe } from "../../theme/components/log/exports/model/read-me.js";
import { portalFiles } from "../../theme/components/log/exports/model/portal.js";
import { readPictures } from "../../theme/components/log/exports/pictures.js";
import { brokenWords, createReading, tooLarge } from "../../theme/components/log/exports/reading.js";
import { placeOfPicture, reportFile, withPictures } from "../../theme/components/log/exports/report/file.js";
import { reportOf } from "../../theme/components/log/exports/report/report.js";
import { sourceOfBytes } from "../../theme/components/log/imports/sources.js";
import { headAfterLines, hexOf, startOf } from "../../theme/components/log/model/chain.js";
import { keptFileText } from "../../theme/components/log/model/kept-files.js";
import {
  correctEntry,
  removeEntry,
  writeEntry,
  writeItem,
} from "../../theme/components/log/model/writing.js";
import { KnownError } from "../../theme/components/common/known-error.js";
import { BESIDE, bytesOf, sha256Of, zipOf } from "./log-export.mjs";
import { exif, jpeg, LONDON, TAKEN } from "./made-pictures.mjs";
import { at, context as anyContext, logWith, typed, withItems as shape, written } from "./log-shape.mjs";

const ALL = { chosen: null, isWithApart: false, isWithRemoved: false };
const MADE = written("2026-05-02T09:30:00Z");
const context = { ...anyContext, shape };
const TEXTS = { "f-1": "not quite a picture", "f-2": "hello\r\n", "f-3": "of a removed item" };
const NAMES = { "f-1": "Türe <b>.JPG", "f-2": "=voice.amr", "f-3": "gone.png" };
const kept = (file) => ({
  ...{ file, bytes: bytesOf(TEXTS[file]).length, sha256: sha256Of(bytesOf(TEXTS[file])) },
  ...{ dated: file === "f-1" ? "2026-04-30" : "", name: NAMES[file] },
});

/** A log with two entries, an item with files that changed hands, one that is still needed, and one that was removed. */
function logOfItems(readFile = async (id) => ({ stream: new Blob([TEXTS[id]]).stream() })) {
  const { log, add } = logWith(shape);
  const lines = [];
  const put = (what) => lines.push(...add(what).rows);
  put(writeEntry(typed({ what: "At the door", items: "7" }), context));
  put(writeEntry(typed({ what: "At work", items: "B 2, 12" }), context));
  const fields = {
    item: "7",
    thing: "Photo of the door",
    have: "have",
    place: "Hall",
    evidence_place: "With Ana",
  };
  const files = ["f-1", "f-2"].map((file) => keptFileText(kept(file)));
  const rows = [
    { when: "2026-05-01T12:00", from: "Me", to: "PC Example", changed: "no", hash_before: "a".repeat(64) },
  ];
  put(writeItem({ when: at("2026-04-30", "21:15"), fields: { ...fields, kept: files }, rows }, context));
  put(
    writeItem(
      { when: at("2026-05-01"), fields: { item: "B 2", thing: "Video", have: "needed", holder: "The shop" } },
      context,
    ),
  );
  put(
    writeItem(
      {
        when: at("2026-05-01"),
        fields: { item: "12", thing: "By mistake", kept: [keptFileText(kept("f-3"))] },
      },
      context,
    ),
  );
  put(removeEntry(log.itemByNumber("12"), context));
  put(correctEntry(log.itemByNumber("7"), { fields: { thing: "Photo of the back door" } }, context));
  const start = startOf(new Uint8Array(32));
  const head = headAfterLines(
    start,
    lines.map(({ line }) => line),
  );
  const whole = { lines, start: hexOf(start), head: hexOf(head), shape, made: MADE, readFile };
  return { log, whole, handed: (how = ALL) => chooseHanded(whole, how) };
}

const reportText = (handed, how = {}) =>
  reportFile(reportOf(handed, { isShort: false, isWithApart: false, cover: {}, code: "CODE", ...how }), {
    title: "Report",
    margins: { top: "", bottom: "" },
  });
const plain = (html) => html.replaceAll(/<[^>]*>/g, "|").replaceAll(/\|+/g, "|");
const actsOf = (handed) =>
  handed.lines.flatMap(({ seq, line }) => (handed.leftOut.has(seq) ? [JSON.parse(line).act] : []));

test("all items go in with their files, but not what is kept apart or removed, unless it is asked for", () => {
  const { handed } = logOfItems();
  const usual = handed();
  assert.deepEqual([usual.items.length, usual.itemsLeft, usual.leftOfNoEntry], [3, 0, 0]);
  assert.deepEqual(
    usual.files.map(({ item, name, wall, dated }) => [item, name, wall, dated]),
    [
      ["7", NAMES["f-1"], undefined, "2026-04-30"],
      ["7", NAMES["f-2"], undefined, ""],
    ],
  );
  // Where it lies, who had it, who may have it, and what the removed one said.
  assert.deepEqual(actsOf(usual), ["apart", "rows", "apart", "write"]);
  for (const text of [exportJsonl(usual), readerCsv(usual), exactCsv(usual), reportText(usual)])
    for (const words of ["With Ana", "PC Example", "The shop", "By mistake", "gone.png"])
      assert.ok(!text.includes(words), words);
  const removed = handed({ ...ALL, isWithRemoved: true });
  assert.deepEqual([removed.files.length, actsOf(removed)], [3, ["apart", "rows", "apart"]]);
  assert.match(plain(reportText(removed)), /\|Item 12: \|By mistake\|Removed by the writer/);
});

test("with chosen entries, only the items that these name go in, and the others are counted", () => {
  const { log, handed } = logOfItems();
  const [second, first] = log.asWritten();
  const one = handed({ ...ALL, chosen: new Set([first.id]) });
  assert.deepEqual(
    [one.items.map(({ fields }) => fields.item), one.files.length, one.itemsLeft],
    [["7"], 2, 2],
  );
  const other = handed({ ...ALL, chosen: new Set([second.id]) });
  assert.deepEqual([other.items.map(({ fields }) => fields.item), other.files.length], [["B 2"], 0]); // 12 is removed
  const text = reportText(other);
  assert.match(text, /2 items of the evidence list are left out\./);
  for (const hidden of ["back door", NAMES["f-2"], "PC Example"])
    for (const form of [text, exportJsonl(other), exactCsv(other)]) assert.ok(!form.includes(hidden), hidden);
});

/** A log of items by their numbers, each with what it is. */
function logOfThings(things, ...entries) {
  const line = shape.fields.items;
  const ofImport = { ...shape, fields: { ...shape.fields, file: line, file_sha256: line } };
  const own = { ...context, shape: ofImport };
  const { log, add } = logWith(ofImport);
  const lines = [];
  const put = (what) => lines.push(...add(what).rows);
  for (const one of entries) put(writeEntry(typed(one), own));
  for (const [item, fields] of Object.entries(things))
    put(writeItem({ when: at("2026-05-01"), fields: { item, ...fields } }, own));
  const whole = { lines, start: "a".repeat(64), head: "b".repeat(64), shape: ofImport, made: MADE };
  return { log, put, handed: (how) => chooseHanded(whole, { ...ALL, ...how }) };
}
const numbersOf = ({ items }) => items.map(({ fields }) => fields.item);
const heldBy = (file) => ({ kept: [keptFileText(kept(file))] });

test("a number or a word in a sentence hands no item on: only a text that is a list of items names them", () => {
  const things = Object.fromEntries(
    ["2", "3", "4", "5", "10", "30", "A", "B 2", "1-3"].map((one) => [one, {}]),
  );
  const { log } = logOfThings(things);
  const named = (items) => itemsListed({ fields: { items } }, log.items()).map(({ fields }) => fields.item);
  for (const text of [
    ...["2 photos on my phone", "10:30", "9.5.2026", "found 10-12 March", "a photo", "v1.5", "10-12", "3, 9"],
    ...["", "5-3", "1–3", "item 2"],
  ])
    assert.deepEqual(named(text), [], text);
  for (const [text, wanted] of [
    ["2", "2"],
    ["2, 3; 10 and a", "2 3 10 A"],
    ["2 3&30", "2 3 30"],
    ["3 – 5, B 2", "3 4 5 B 2"],
    ["1-3", "1-3"],
  ])
    assert.equal(named(text).join(" "), wanted, text);
});

test("the file of an import goes along only where it is ticked; a copy says which item still holds the place", () => {
  const about = { file: "calls.csv", file_sha256: kept("f-2").sha256 };
  const things = {
    1: { thing: "Photo", ...heldBy("f-1") },
    2: { thing: "Calls", ...heldBy("f-2") },
    3: { thing: "File that was brought in: stopped.csv" },
    4: { thing: "Copy of a file of item 1, without the place" },
  };
  const { log, put, handed } = logOfThings(things, { what: "Calls", items: "1, 2", ...about });
  const [entry] = log.asWritten();
  put(removeEntry(entry, context)); // also where the import was removed
  assert.deepEqual(numbersOf(handed()), ["1", "4"]);
  assert.equal(handed().itemsLeft, 2);
  for (const words of [kept("f-2").sha256, "stopped.csv"])
    assert.ok(!exportJsonl(handed()).includes(words), words);
  const [photo, calls] = log.items();
  const ticks = new Map([
    [photo.id, false],
    [calls.id, true],
  ]);
  assert.deepEqual(numbersOf(handed({ ticks })), ["2", "4"]);
  assert.deepEqual(numbersOf(handed({ ticks, chosen: new Set() })), ["2"]);
  assert.ok(!exportJsonl(handed({ ticks })).includes("Photo"));
  assert.deepEqual(
    itemsToOffer(log, null).map(({ isOfImport, copyOf }) => [isOfImport, copyOf]),
    [
      [false, ""],
      [true, ""],
      [true, ""],
      [false, "1"],
    ],
  );
});

test("files that were taken off go in with what was removed, are marked, and else no copy is whole", async () => {
  const { log, put, handed } = logOfThings({ 1: heldBy("f-1") });
  put(correctEntry(log.itemByNumber("1"), { fields: { kept: [keptFileText(kept("f-2"))] } }, context));
  const usual = handed({ isWithApart: true });
  assert.deepEqual([usual.files.length, usual.filesLeft, usual.leftOut.size], [1, 1, 0]);
  assert.match(reportText(usual), /1 file that was taken off an item, or removed with it, is left out\./);
  const all = handed({ isWithApart: true, isWithRemoved: true });
  assert.deepEqual(
    all.files.map(({ name, isTakenOff }) => [name, isTakenOff]),
    [
      [NAMES["f-1"], true],
      [NAMES["f-2"], false],
    ],
  );
  assert.match(plain(reportText(all)), /\|The writer took it off this item\.\|/);
  const made = async (one) => {
    for (const file of one.files)
      file.stream = () => new Blob([TEXTS[file.name === NAMES["f-1"] ? "f-1" : "f-2"]]).stream();
    const [zip] = await makeFiles("bag", one, { carried: BESIDE, separator: ",", report: () => ABOUT });
    return zip.isWhole;
  };
  assert.deepEqual([await made(usual), await made(all)], [false, true]);
});
const ABOUT = { parts: [], title: "", margins: { top: "", bottom: "" } };

test("the report strikes through a file that was taken off, and says when another was added", () => {
  const { log, put, handed } = logOfThings({ 1: { have: "needed", ...heldBy("f-1") } });
  const texts = ["f-1", "f-2"].map((file) => keptFileText(kept(file)));
  put(correctEntry(log.itemByNumber("1"), { fields: { kept: texts } }, context));
  const added = reportText(handed());
  assert.ok(!added.includes("<del>"));
  assert.match(plain(added), /\|Added on Friday 1 May 2026:\| \|=voice\.amr/);
  assert.doesNotMatch(plain(added), /\|When it was found:/); // nobody found what is still needed
  put(correctEntry(log.itemByNumber("1"), { fields: { kept: texts.slice(1) } }, context));
  const taken = plain(reportText(handed()).replaceAll("<del", "|struck:<del"));
  assert.match(taken, /\|Files, until Friday 1 May 2026:\| \|struck:\|Türe /);
  assert.doesNotMatch(taken, /struck:\|=voice/);
});

test("a line that removes, but has words, is left out with them", () => {
  const { whole } = logOfItems();
  const place = whole.lines.findIndex(({ line }) => JSON.parse(line).act === "remove");
  const line = JSON.parse(whole.lines[place].line);
  const words = { ...line, fields: { what: "Words of a hidden place" } };
  whole.lines[place] = { ...whole.lines[place], line: JSON.stringify(words) };
  const handed = chooseHanded(whole, ALL);
  for (const text of [exportJsonl(handed), readerCsv(handed), exactCsv(handed)])
    assert.ok(!text.includes("hidden place"));
  assert.ok(exportJsonl(chooseHanded(whole, { ...ALL, isWithRemoved: true })).includes("hidden place"));
});

test("the text for whoever opens it names what is not in it, and where the files are", async () => {
  const { handed } = logOfItems();
  const own = handed({ ...ALL, isWithApart: true, isWithRemoved: true });
  const text = readMe(own);
  assert.ok(text.includes("Nothing is left out of this copy.") && text.includes("- files/: "));
  assert.match(text, /files\.csv: .* An apostrophe/);
  own.broken.add(own.files[0]);
  assert.match(readMe(own), /The file “Türe <b>\.JPG” of item 7 is not in this copy/);
  assert.ok(!readMe(own).includes("Nothing is left out"));
  const beside = readMe(own, { isFilesBeside: true });
  assert.ok(!beside.includes("- files/: ") && beside.includes("lie beside this ZIP file"));
  const [, log] = await portalFiles(handed(), BESIDE);
  const bytes = Buffer.from(await new Response(log.stream()).arrayBuffer());
  assert.ok(bytes.includes("lie beside this ZIP file"));
});

test("the report lists evidence, what is still needed, each item with files and hands, and what it said before", () => {
  const handed = { ...logOfItems().handed({ ...ALL, isWithApart: true }), isWithApart: true };
  const html = reportText(handed, { isWithApart: true });
  const text = plain(html);
  assert.ok(!html.includes(NAMES["f-1"])); // its signs are written as text
  for (const words of [
    "|What there is|Item|What it is|Found, or written down|Who found it|Entries|7|Photo of the back door|",
    "Thursday 30 April 2026, 21:15\nHall|1|", // with the number of the entry that names it
    "|Still needed, or with somebody else|Item|What it is|Do you have it?|",
    "|B 2|Video|I still need it|",
    "|Item 7: |Photo of the back door|",
    "|Files|File|Bytes|Day that the device gave|SHA-256|",
    `|19|Thursday 30 April 2026|${kept("f-1").sha256}|`,
    "|Item 7: From hand to hand|When|Was it changed?|hash_before|",
    "|Friday 1 May 2026, 12:00|No|",
    "|What it is, until Friday 1 May 2026:| |Photo of the door|",
    "|Entry 8: an item that was removed|Removed by the writer, Friday 1 May 2026|",
  ])
    assert.ok(text.includes(words), words);
  assert.ok(text.includes("2 items of the evidence list. 2 files belong to them."));
  const [before, page] = text.split("Kept apart: witnesses");
  for (const words of ["With Ana", "The shop", "PC Example"]) assert.ok(!before.includes(words), words);
  for (const words of [
    "|Item 7|Where it is now|With Ana|",
    "|Item B 2|Who has it|The shop|",
    "|Friday 1 May 2026, 12:00|Me|PC Example|No|",
  ])
    assert.ok(page.includes(words), words);
  for (const table of [exactCsv(handed), readerCsv(handed)]) assert.ok(table.includes("PC Example"));
  const plainOnes = plain(reportText(logOfItems().handed()));
  assert.ok(plainOnes.includes("|Friday 1 May 2026, 12:00|No|"));
  assert.match(plainOnes, /Names of witnesses, where evidence is, and who had it, are left out\./);
  const short = plain(reportText(handed, { isShort: true }));
  assert.ok(short.includes("|B 2|Video|") && !short.includes(kept("f-1").sha256));
});

test("both tables have items as rows of their kind, and a file a line", () => {
  const handed = logOfItems().handed();
  const exact = exactCsv(handed);
  assert.ok(exact.includes(`${keptFileText(kept("f-1"))}\n${keptFileText(kept("f-2"))}`));
  assert.match(exact, /,1,write,item,/);
  const reader = readerCsv(handed);
  assert.match(reader, /New,Evidence item,/);
  assert.ok(reader.includes(`\n'=voice.amr, ${kept("f-2").bytes} bytes, SHA-256 ${kept("f-2").sha256}`));
});

test("files are in the bag and beside the portal's, read when they are needed, one after the other", async () => {
  const opened = [];
  let isOpen = false;
  const { handed } = logOfItems(async (id) => {
    assert.equal(isOpen, false);
    opened.push(id);
    isOpen = true;
    const ends = new TransformStream({ flush: () => void (isOpen = false) });
    return { stream: new Blob([TEXTS[id]]).stream().pipeThrough(ends) };
  });
  const own = handed();
  assert.deepEqual(opened, []);
  const said = [];
  const reading = createReading(own, {
    tell: (text) => said.push(text),
    signal: new AbortController().signal,
  });
  const bytes = await zipOf(await bagFiles(own, BESIDE, reading));
  assert.deepEqual(opened, ["f-1", "f-2", "f-1", "f-2"]); // once for the lists, once for the ZIP
  assert.deepEqual(said, ["Reading the files: 70 %"]);
  const checked = await checkLog(sourceOfBytes("log.zip", bytes));
  assert.equal(checked.verdict, "whole");
  assert.equal(checked.sentences.filter((one) => one.startsWith("No line")).length, 0);
  const text = Buffer.from(bytes).toString("latin1");
  for (const name of ["data/files/0007-a.jpg", "data/files/0007-b.amr"]) assert.ok(text.includes(name), name);
  assert.ok(text.includes(`,7,'=voice.amr,`) && !text.includes(TEXTS["f-3"]));
  const portal = await portalFiles(handed(), BESIDE);
  const names = portal.map(({ path }) => path);
  assert.deepEqual(names.slice(2), [
    "item-07_ture-b.jpg", // the time at which an item was written is not the time of the picture
    "item-07_voice.amr",
  ]);
});

test("B2.21: a file that is damaged or gone is named, and the rest goes out; where none can be read, nothing does", async () => {
  const failing = (kind) =>
    logOfItems(async (id) => {
      if (id === "f-1") throw new KnownError(kind);
      return { stream: new Blob([TEXTS[id]]).stream() };
    }).handed();
  for (const kind of ["damaged", "attachment-gone"]) {
    const handed = failing(kind);
    const reading = createReading(handed, { tell() {}, signal: new AbortController().signal });
    const files = await bagFiles(handed, BESIDE, reading);
    assert.deepEqual(
      files.filter(({ stream }) => stream).map(({ path }) => path),
      ["data/files/0007-b.amr"],
    );
    assert.deepEqual(brokenWords(handed.broken), [
      "“Türe <b>.JPG” of item 7 is not on this device, or not whole any more, so it is not in there. All else is.",
    ]);
    const text = plain(reportText(handed));
    assert.ok(text.includes("|It is not on this device, or not whole any more, so it is not handed on.|"));
    assert.ok(text.includes("1 file belongs to them."));
  }
  for (const kind of ["no-files-worker", "not-unlocked"])
    await assert.rejects(bagFiles(failing(kind), BESIDE, { onBroken() {} }), { kind });
});

test("what is too large for one ZIP file, or to be locked at once, is told before it is tried", async () => {
  const [small, large, huge] = [1, 300, 3000].map((size) => ({ files: [{ bytes: size * 1024 * 1024 }] }));
  for (const handed of [small, large]) assert.equal(tooLarge("bag", "bag", handed), "");
  assert.match(tooLarge("age", "bag", large), /too large to be locked here/);
  const locked = []; // also a report with many pictures
  const area = { addEventListener() {}, querySelector: () => ({}) };
  const keeper = { newPassphrase: () => ({ offer() {}, read: () => assert.fail("it was tried") }) };
  const parts = { lines: { given: () => ({ keeper }) }, say: (text) => locked.push(text), button: null };
  const locking = startLocking({ ...area, open: true, addEventListener: (_, open) => open() }, parts);
  assert.equal(await locking.lock([{ name: "report.html", blob: { size: 300 * 1024 * 1024 } }]), null);
  assert.match(locked.at(-1), /too large to be locked here/);
  assert.match(tooLarge("bag", "bag", huge), /too large for one ZIP file/);
  for (const kind of ["csv", "portal"]) assert.equal(tooLarge(kind, kind, huge), "");
});

const PICTURE = Buffer.from("89504e470d0a1a0a00", "hex");
const pictureOf = (name, bytes, more = {}) => ({
  ...{ item: "7", id: "i-1", name, bytes: bytes.length, sha256: sha256Of(bytes) },
  stream: () => new Blob([bytes]).stream(),
  ...more,
});

test("pictures are read one after the other, known by how they begin, and only what is whole is shown", async () => {
  const film = Buffer.from("\0\0\0\x18ftypmp42", "latin1");
  const heic = Buffer.from("\0\0\0\x18ftypheic", "latin1");
  const files = [
    pictureOf("a.txt", PICTURE),
    pictureOf("film.jpg", film, { bytes: 5e9 }),
    pictureOf("b.heic", heic),
    pictureOf("large.png", PICTURE, { bytes: 65 * 1024 * 1024 }),
    pictureOf("changed.png", PICTURE, { sha256: "0".repeat(64) }),
    pictureOf("drawing.svg", Buffer.from("<svg/>")),
    pictureOf("gone.png", PICTURE, {
      stream: () => new ReadableStream({ start: (to) => to.error(new KnownError("attachment-gone")) }),
    }),
  ];
  const broken = [];
  const pictures = await readPictures(files, { onBroken: ({ name }) => broken.push(name) });
  assert.deepEqual(broken, ["changed.png", "gone.png"]);
  assert.deepEqual(
    [...pictures].map(([{ name }, { blob, note }]) => [name, blob?.type, note]),
    [
      ["a.txt", "image/png", ""],
      ["b.heic", undefined, "Few programs can show this picture, so it is not shown here."],
      ["large.png", undefined, "This picture is too large to be shown here."],
    ],
  );
  const fault = () => new ReadableStream({ start: (to) => to.error(new TypeError("ours")) });
  await assert.rejects(readPictures([pictureOf("x.png", PICTURE, { stream: fault })], {}), TypeError);
  const stopped = { signal: AbortSignal.abort(), onBroken() {} };
  await assert.rejects(readPictures([files[0]], stopped), { name: "AbortError" });
});

test("a photo in a report has nothing of what the camera wrote but how it is turned", async () => {
  for (const isLittle of [true, false]) {
    const tiff = exif({ isLittle, gps: LONDON, make: "Secret phone", taken: TAKEN });
    const list = Buffer.alloc(18); // a list of one entry, in front of the camera's own tags
    const put = (value, place, size = 2) =>
      isLittle ? list.writeUIntLE(value, place, size) : list.writeUIntBE(value, place, size);
    for (const [value, place, size] of [
      [1, 0],
      [0x0112, 2],
      [3, 4],
      [1, 6, 4],
      [6, 10],
    ])
      put(value, place, size);
    const turned = Buffer.concat([tiff, list]);
    if (isLittle) turned.writeUInt32LE(tiff.length, 4);
    else turned.writeUInt32BE(tiff.length, 4);
    for (const [camera, orientation] of [
      [turned, 6],
      [tiff, 1],
    ]) {
      const bytes = jpeg(camera);
      const file = pictureOf("a.jpg", bytes);
      const [{ blob }] = (await readPictures([file], {})).values();
      const shown = Buffer.from(await blob.arrayBuffer());
      assert.ok(!shown.includes("Secret phone") && shown.length < bytes.length);
      assert.equal(shown.subarray(6, 10).toString(), "Exif");
      assert.equal(shown[31], orientation);
      assert.equal(shown.indexOf(Buffer.from([0xff, 0xda])) > 38, true);
    }
  }
  const broken = pictureOf("b.jpg", Buffer.from([0xff, 0xd8, 0xff, 1, 2]));
  const [{ blob, note }] = (await readPictures([broken], {})).values();
  assert.equal(blob, null);
  assert.match(note, /cannot take out what the camera may have written/);
});

test("the report as a page holds its pictures as text, asks for nothing, and allows pictures only where it has some", async () => {
  const handed = logOfItems().handed();
  const hostile = 'x" src="picture:0"';
  const long = Buffer.concat([PICTURE, Buffer.alloc(50_000, 7)]);
  handed.files = [PICTURE, long].map((bytes) => pictureOf(hostile, bytes, { id: handed.items[0].id }));
  handed.items[0].fields.thing = hostile;
  const blobs = [];
  const pictures = new Map(
    handed.files.map((file, place) => {
      blobs.push(new Blob([[PICTURE, long][place]], { type: "image/png" }));
      return [file, { src: placeOfPicture(place), note: "" }];
    }),
  );
  const parts = reportOf(handed, { isShort: false, isWithApart: false, cover: {}, code: "", pictures });
  const about = { title: "", margins: { top: "", bottom: "" }, isWithPictures: true };
  const text = await (await withPictures(reportFile(parts, about), blobs)).text();
  assert.deepEqual(
    [...text.matchAll(/ src="([^"]*)"/g)].map(([, address]) => address),
    [PICTURE, long].map((bytes) => `data:image/png;base64,${bytes.toString("base64")}`),
  );
  assert.match(text, /style-src &#39;sha256-[\w+/=]+&#39;; img-src data:; base-uri/);
  assert.doesNotMatch(reportText(handed), /img-src|<img/);
});
