// The parts that all formats of an import share, where a case of tests/cases/log-imports cannot show it.
import assert from "node:assert/strict";
import test from "node:test";
import { MOST_BYTES } from "../../theme/components/log/imports/bounds.js";
import { csvRows } from "../../theme/components/log/imports/csv.js";
import { createDecoder } from "../../theme/components/log/imports/decoding.js";
import { createOrderProof } from "../../theme/components/log/imports/orders.js";
import { readImport } from "../../theme/components/log/imports/read-import.js";
import { sourceOfBytes, sourceOfFile, sourceOfText } from "../../theme/components/log/imports/sources.js";
import { readStamp } from "../../theme/components/log/imports/stamps.js";
import { TagReader } from "../../theme/components/log/imports/tags.js";
import { createZoneClock } from "../../theme/components/log/imports/zone-clock.js";
import { instantIn, instantsOf } from "../../theme/components/log/model/zones.js";
import { readAll } from "./log-import-cases.mjs";

const LONDON = { zone: "Europe/London" };
const QUIET = { onRows() {}, onSkipped() {} };
const sms = (count, more = "") =>
  Array.from(
    { length: count },
    (_none, at) =>
      `<sms address="+15550100" date="${1700000000000 + at * 60000}" type="1" body="${at}" ${more}/>`,
  ).join("");

/** Cut a text or bytes into pieces of one size. */
function* cut(whole, size) {
  for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
}

test("A: text is the same however its bytes are cut, and no byte is dropped", () => {
  const utf8 = Buffer.concat([
    Buffer.from("\ufeffcafé 👀 €"),
    Buffer.from([0xff, 0xe2, 0x82]),
    Buffer.from("end é"),
    Buffer.from([0xf0, 0x9f]),
  ]);
  const expected = "café 👀 €ÿâ‚end éðŸ";
  const wide = Buffer.from("\ufeffcafé 👀 €", "utf16le");
  for (const [bytes, text] of [
    [utf8, expected],
    [wide, "café 👀 €"],
    [Buffer.from(wide).swap16(), "café 👀 €"],
    [Buffer.from("caf\xe9 \x80 d\xfcrfte", "latin1"), "café € dürfte"],
  ])
    for (const size of [1, 2, 3, 5, 1000]) {
      const decoder = createDecoder(new Uint8Array(bytes));
      let read = "";
      for (const piece of cut(new Uint8Array(bytes), size)) read += decoder.text(piece);
      assert.equal(read + decoder.end(), text, `${decoder.encoding}, ${size}`);
      if (bytes === utf8) assert.equal(decoder.broken, 5);
    }
});

test("A1: tags are the same however the text is cut", () => {
  const text = `<?xml version="1.0"?><!-- a > b --><smses count='2'><sms body="a > 'b' &#55357;&#56384; &lt;sms/>" data="xxxx" empty=""\n type=1 date = "3"/><part/>text</smses>`;
  const read = (size) => {
    const told = [];
    const reader = new TagReader(
      {
        open: ({ name, attributes, mended }) => told.push([name, { ...attributes }, mended]),
        close: (name) => told.push(name),
      },
      { ignored: ["data"] },
    );
    for (const piece of cut(text, size)) reader.add(piece);
    return { told, isCut: reader.end() };
  };
  assert.deepEqual(read(1000), {
    told: [
      ["smses", { count: "2" }, 0],
      ["sms", { body: "a > 'b' 👀 <sms/>", empty: "", date: "3" }, 1],
      "sms",
      ["part", {}, 0],
      "part",
      "smses",
    ],
    isCut: false,
  });
  for (const size of [1, 2, 3, 7, 20]) assert.deepEqual(read(size), read(1000), String(size));
});

test("A16: rows are the same however the text is cut", async () => {
  const text = 'a,"b ""c""\r\nd",e\r\n"open,1\n2, "sp" ,3\r4,"x "y" z",\n';
  const read = async (size) =>
    Array.fromAsync?.(csvRows(cut(text, size), ",")) ?? rowsOf(csvRows(cut(text, size), ","));
  const whole = await read(1000);
  assert.deepEqual(whole[0], { at: 1, cells: ["a", 'b "c"\r\nd', "e"] });
  for (const size of [1, 2, 3, 7]) assert.deepEqual(await read(size), whole, String(size));
});

/** @param {AsyncIterable<unknown>} rows */
async function rowsOf(rows) {
  const all = [];
  for await (const row of rows) all.push(row);
  return all;
}

test("A1: what is attached to a message is passed over, and never held", async () => {
  const data = "A".repeat(1024 * 1024);
  let given = 0;
  const head = new TextEncoder().encode(
    `<smses count="1"><mms date="1792891800000" msg_box="1"><parts><part ct="image/jpeg" cl="a.jpg" data="`,
  );
  const tail = new TextEncoder().encode(`"/></parts></mms></smses>`);
  const chunk = new TextEncoder().encode(data);
  const source = {
    name: "sms.xml",
    size: head.length + 200 * chunk.length + tail.length,
    slice: async () => head,
    stream: () => {
      given = 0;
      return new ReadableStream({
        pull(controller) {
          given += 1;
          if (given === 1) controller.enqueue(head);
          else if (given <= 201) controller.enqueue(chunk);
          else {
            controller.enqueue(tail);
            controller.close();
          }
        },
      });
    },
  };
  const before = process.memoryUsage().rss;
  const { outcome, rows } = await readAll(source, LONDON);
  assert.deepEqual([outcome.rows, rows[0].files], [1, ["a.jpg"]]);
  assert.ok(process.memoryUsage().rss - before < 150e6, "200 MB were read");
});

test("A: more than 1 GB and more than 200,000 rows are refused, and nothing is read of what is too large", async () => {
  const large = {
    ...sourceOfText("x", "a.xml"),
    size: MOST_BYTES + 1,
    stream: () => assert.fail("it was read"),
  };
  assert.match((await readImport(large, {}, QUIET)).refused, /larger than 1 GB/);

  const many = sourceOfText(`<smses>${sms(1)}${"<sms/>".repeat(200_000)}</smses>`, "a.xml");
  const outcome = await readImport(many, LONDON, QUIET);
  assert.match(outcome.refused, /more than 200,000 rows/);
  assert.deepEqual([outcome.rows, outcome.skipped], [1, 199_999]);
});

test("B6.50: a ZIP of more than 2,000 files is refused before a file in it is looked at", async () => {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(2_001, 8);
  end.writeUInt16LE(2_001, 10);
  const { refused } = await readImport(sourceOfBytes("a.zip", new Uint8Array(end)), {}, QUIET);
  assert.match(refused, /more than 2,000 files/);
});

test("reading stops when it is called off", async () => {
  const control = new AbortController();
  const source = sourceOfText(`<smses>${sms(20_000)}</smses>`, "a.xml");
  const out = { ...QUIET, onRows: () => control.abort() };
  await assert.rejects(readImport(source, LONDON, out, control.signal), { name: "AbortError" });
  await assert.rejects(readImport(source, LONDON, QUIET, AbortSignal.abort()), { name: "AbortError" });
});

test("B8.57: a file that vanishes while it is read is refused with a sentence", async () => {
  const text = new TextEncoder().encode(`<smses>${sms(2_000)}`);
  let reads = 0;
  const source = {
    name: "a.xml",
    size: 2 * text.length,
    slice: async () => text,
    stream: () => {
      reads += 1;
      return new ReadableStream({
        start: (controller) => controller.enqueue(text),
        pull: (controller) => controller.error(new DOMException("gone", "NotReadableError")),
      });
    },
  };
  const { refused } = await readImport(source, LONDON, QUIET);
  assert.match(refused, /could not be read to its end/);
  assert.ok(reads > 1);
});

test("a File is read as its bytes are, and how far reading got is told", async () => {
  const text = `<smses>${sms(5_000)}</smses>`;
  const told = [];
  const file = new File([text], "sms.xml");
  const out = { ...QUIET, onProgress: (bytes) => told.push(bytes) };
  const outcome = await readImport(sourceOfFile(file), LONDON, out);
  assert.deepEqual([outcome.rows, told.at(-1)], [5_000, file.size]);
  assert.deepEqual(
    told,
    told.toSorted((one, other) => one - other),
  );
});

test("B4.43: the quick clock of a zone says what the exact one says", () => {
  for (const zone of [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "UTC",
  ]) {
    const clock = createZoneClock(zone);
    for (
      let instant = Date.UTC(2026, 0, 1);
      instant < Date.UTC(2027, 0, 1);
      instant += 11 * 3_600_000 + 1_234_000
    ) {
      const exact = instantIn(instant, zone);
      const { wall, offset, utc, mark } = clock.atInstant(instant);
      assert.deepEqual({ offset, utc }, { offset: exact.offset, utc: exact.utc });
      const { instants, isSkipped } = instantsOf(wall, zone);
      assert.equal(isSkipped, false);
      assert.equal(mark !== undefined, instants.length > 1, wall);
      const read = clock.atWall(wall);
      if (instants.length > 1) assert.deepEqual(read, { wall, zone, mark: "either" });
      else assert.deepEqual(read, { wall, ...instants[0], zone });
    }
  }
});

test("A4: only proof decides which number is the day", () => {
  const orders = (days, how) => {
    const proof = createOrderProof(how);
    for (const day of days) {
      const stamp = readStamp(day);
      proof.add(stamp.day, stamp.isEastern);
    }
    return proof.orders();
  };
  assert.deepEqual(orders(["2026-10-25", "25 Oct 2026"]), [], "they say it by themselves");
  assert.deepEqual(orders(["25/10/2026"]), ["dmy"]);
  assert.deepEqual(orders(["10/25/2026"]), ["mdy"]);
  assert.deepEqual(orders(["3/4/26", "4/4/26", "5/4/26"]), ["dmy", "mdy"]);
  assert.deepEqual(orders(["30/12/21", "13/1/22"]), ["dmy"]);
  assert.deepEqual(orders(["9/10/26", "10/9/26", "11/1/26"]), ["mdy"], "they go forward in one order alone");
  assert.deepEqual(orders(["1/3/26", "1/2/26", "2/1/26"]), ["dmy", "mdy"], "a chat does not go back");
  assert.deepEqual(orders(["3/1/2026", "2/1/2026", "1/2/2026"], { mayGoBack: true }), ["mdy"]);
  assert.deepEqual(orders(["5/5/2026"]), ["dmy", "mdy"], "the same day in both, and still not proved");
  assert.deepEqual(orders(["13/4/2026", "4/14/2026"]), ["dmy", "mdy"], "no order fits all of them");
});

test("A16: an answer about days that was given for another column does not go before proof", async () => {
  const text =
    "Noticed,Called,Number\n3/4/2026,13/4/2026 10:00,+15550100\n3/5/2026,14/4/2026 10:00,+15550100\n";
  const columns = JSON.stringify(["", "when", "number"]);
  const other = JSON.stringify(["when", "", "number"]);
  const source = sourceOfText(text, "list.csv");

  const asked = await readAll(source, { columns: other, zone: "Europe/London" });
  assert.deepEqual(
    asked.outcome.questions.map(({ id }) => id),
    ["columns", "order", "zone"],
  );
  const { rows } = await readAll(source, { columns, order: "mdy", zone: "Europe/London" });
  assert.deepEqual(
    rows.map(({ wall }) => wall),
    ["2026-04-13T10:00", "2026-04-14T10:00"],
  );
});

test("A16: a list with the same headings is known again", async () => {
  const remembered = async (text) =>
    (await readAll(sourceOfText(text, "a.csv"), {})).outcome.questions[0].remember;
  const one = await remembered("When,Number\n2026-04-13 10:00,+15550100\n");
  assert.equal(await remembered("when;number\n2027-01-01 00:00;07700900123\n"), one);
  assert.notEqual(await remembered("When,Name\n2026-04-13 10:00,Sam\n"), one);
  assert.equal(await remembered("2026-04-13 10:00,+15550100\n2026-04-13 10:00,+15550100\n"), undefined);
});
