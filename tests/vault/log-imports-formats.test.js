// What the formats of single programs are made of, where a case of tests/cases/log-imports cannot show it.
import assert from "node:assert/strict";
import test from "node:test";
import { piecesOf, textOfHtml } from "../../theme/components/log/imports/formats/html.js";
import { NotJson, RecordScanner } from "../../theme/components/log/imports/formats/json-records.js";
import { mended } from "../../theme/components/log/imports/formats/letters.js";
import { instantOfMail, readMailDate } from "../../theme/components/log/imports/formats/mail-dates.js";
import { messagesOf } from "../../theme/components/log/imports/formats/mail-messages.js";
import { askShownZone, askZone } from "../../theme/components/log/imports/questions.js";
import { sourceOfBytes } from "../../theme/components/log/imports/sources.js";
import { importCases, readAll } from "./log-import-cases.mjs";

/** Cut a text or bytes into pieces of one size. */
function* cut(whole, size) {
  for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
}

/** Return a text as a source. */
const sourceOfText = (name, text) => sourceOfBytes(name, new TextEncoder().encode(text));

/** Return the records of a text that arrives in pieces. */
function records(text, size, isRecord) {
  const scanner = new RecordScanner(isRecord);
  return [...[...cut(text, size)].flatMap((piece) => scanner.feed(piece)), ...scanner.end()];
}

test("A: records of JSON are the same however the file is cut", () => {
  const json = {
    ...{ name: 'a "name" \\ [1]{', id: 5, none: null, "key \u00e9\\": true },
    list: [{ text: 'x]"}\\', inside: { list: [[1], {}] } }, "text", -1.5e3, null, [], {}],
    after: { list: [{ no: 1 }] },
  };
  const wanted = (path) =>
    path[0] !== "after" && (path[0] === "list" ? path.length === 2 : path.length === 1);
  for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2)])
    for (const size of [1, 2, 3, 7, 64, text.length])
      assert.deepEqual(
        records(text, size, wanted).map(({ path, value }) => [path.join("/"), value]),
        [
          ...[
            ["name", json.name],
            ["id", 5],
            ["none", null],
            ["key \u00e9\\", true],
          ],
          ...json.list.map((value, at) => [`list/${at}`, value]),
        ],
        `pieces of ${size}`,
      );
});

test("A: a record that is broken or cut short costs itself alone", () => {
  const wanted = (path) => path.length === 1;
  assert.deepEqual(records('[{"a":1},{"a":tru},{"a":2}', 5, wanted), [
    { path: [0], value: { a: 1 } },
    { path: [1], problem: "broken", text: '{"a":tru}' },
    { path: [2], value: { a: 2 } },
  ]);
  assert.deepEqual(records('["one","tw', 4, wanted), [
    { path: [0], value: "one" },
    { path: [1], problem: "broken", text: '"tw' },
  ]);
  assert.deepEqual(
    records(`["${"x".repeat(17 * 1024 * 1024)}",2]`, 65_536, wanted).map(({ path, problem }) => [
      path,
      problem,
    ]),
    [
      [[0], "long"],
      [[1], undefined],
    ],
  );
  assert.throws(() => records("[".repeat(40), 9, () => false), NotJson);
});

test("A7: only letters that an export broke are mended", () => {
  assert.deepEqual(mended("caf\u00c3\u00a9 \u00f0\u009f\u0098\u00a0"), {
    text: "café 😠",
    is: "mended",
    count: 2,
  });
  for (const text of ["café", "", "plain", "£5", "ÿ", "œuvre"])
    assert.deepEqual(mended(text), { text, is: "right", count: 0 });
  assert.equal(mended("\u2019 \u00f0\u009f\u0098\u00a0").is, "not-mended");
  assert.equal(mended("\u00c3\u00a9\u00ff").is, "not-mended");
});

test("A9: a date of a mail is read as it stands, whatever the device's zone", () => {
  const read = (header) => Object.values(readMailDate(header) ?? {}).join(" ");
  assert.equal(read("Sun, 25 Oct 2026 01:30:00 +0000"), "2026-10-25T01:30:00 +00:00");
  assert.equal(read("25 Oct 26 1:30 -0730 (here (or not))"), "2026-10-25T01:30:00 -07:30");
  assert.equal(read("Sunday, 25 October 1998 23:59:60 PST"), "1998-10-25T23:59:59 -08:00");
  assert.equal(read("Sun, 25-Oct-2026 01:30:00 GMT"), "2026-10-25T01:30:00 +00:00");
  assert.equal(read("Sun, 25 Oct 2026 01:30:00"), "2026-10-25T01:30:00 ");
  assert.equal(read("Sun, 25 Oct 2026 01:30:00 BST"), "2026-10-25T01:30:00 ");
  for (const header of ["", "2026-10-25", "10/25/2026 01:30", "25 Foo 2026 01:30:00 +0000", "yesterday"])
    assert.equal(readMailDate(header), null, header);
  assert.equal(instantOfMail("Sun, 25 Oct 2026 01:30:00 +0100"), Date.UTC(2026, 9, 25, 0, 30));
  assert.ok(Number.isNaN(instantOfMail("Sun, 25 Oct 2026 01:30:00")));
});

test("A9: mails are the same however the bytes of their file are cut", async () => {
  const box = [
    "From a@example.org Sun Oct 25 01:30:00 2026\r\nDate: x\r\nFrom: a\r\n\r\n>From one\r\n\r\n",
    "From now on\r\nNote: I watch you.\r\n\r\nFrom b\r\nplain\r\n",
    "From - Sun Oct 25 01:30:00 2026\nX-Mozilla-Status: 1\nDate: y\n\nFrom Monday 10:30\nto Friday\n",
    "From nobody",
  ].join("");
  const latin = new TextDecoder("latin1");
  for (const size of [1, 2, 5, 13, 64, 1000]) {
    const messages = [];
    const bytes = () => cut(new TextEncoder().encode(box), size);
    for await (const message of messagesOf({ bytes })) messages.push(latin.decode(message.bytes));
    assert.deepEqual(
      messages,
      [
        "Date: x\r\nFrom: a\r\n\r\nFrom one\r\n\r\nFrom now on\r\nNote: I watch you.\r\n\r\nFrom b\r\nplain\r\n",
        "X-Mozilla-Status: 1\nDate: y\n\nFrom Monday 10:30\nto Friday\nFrom nobody",
      ],
      `pieces of ${size}`,
    );
  }
});

test("A8: nothing of a page but its words is text", () => {
  const html =
    "<!-- a --><!DOCTYPE html><head><title>t</title></head><p class='x>y' a=\"1>2\">A &lt;b&gt; &amp; &#128064; &#55357; &unknown; 5 < 6</p>" +
    "<script>alert('<p>')</script><style>p{}</style>one<br/>two<img src=x onerror=alert(1)>";
  assert.equal(textOfHtml(html), "A <b> & 👀 \ufffd &unknown; 5 < 6\none\ntwo");
  assert.deepEqual([...piecesOf("<a href='&quot;x' HREF=y>z")][0].tag, {
    ...{ name: "a", isEnd: false },
    attributes: Object.assign(Object.create(null), { href: '"x' }),
  });
});

test("A9: a page that is made to be slow is read soon", () => {
  const start = performance.now();
  for (const text of ['<a "', "<a '\"' ", "<", "<!--", "&#", "<a b="])
    textOfHtml(text.repeat(50_000).slice(0, 250_000));
  assert.ok(performance.now() - start < 5000);
});

test("A: a long line of a message in WhatsApp keeps its beginning, and what stands before it", async () => {
  const chat = `25/10/2026, 01:30 - Sam: first\n${"x".repeat(140_000)}\n26/10/2026, 01:31 - Sam: next\n`;
  const { rows } = await readAll(sourceOfText("chat.txt", chat), { zone: "Europe/London", me: "" });
  assert.deepEqual(
    rows.map(({ text }) => text.slice(0, 8)),
    ["first\nxx", "next"],
  );
  assert.ok(rows[0].text.length > 30_000 && rows[0].notes.includes("cut"), "its end is said to be cut");
});

test("A: a file of Telegram in which one time is not exact asks where the phone was", async () => {
  const asked = async (name) => {
    const { source } = importCases().find((one) => one.name === name);
    return (await readAll(source, {})).outcome.questions.find(({ id }) => id === "zone").asks;
  };
  assert.equal(await asked("a5-some-messages-have-no-exact-time"), askZone().asks);
  assert.equal(await asked("a5-the-exact-time-goes-before-the-local-one"), askShownZone().asks);
});

test("A: neither a price nor an account number is guessed to be a time", async () => {
  const guess = async (list) => {
    const { outcome } = await readAll(sourceOfText("list.csv", list), {});
    return JSON.parse(outcome.questions.find(({ id }) => id === "columns").value);
  };
  assert.deepEqual(await guess("Date,Number,Cost\n25/10/2026,+15550100,0.15\n"), ["when", "number", ""]);
  assert.deepEqual(await guess("Number,Date,Text\n1632960001,25/10/2026 03:30,come out\n"), [
    "number",
    "when",
    "text",
  ]);
});

test("A: a text of SMS Backup & Restore is measured by its letters, not by how they are written", async () => {
  const sms = (body) =>
    `<smses count="1"><sms address="+15550100" date="1792891800000" type="1" body="${body}" /></smses>`;
  const read = async (body) => {
    const { rows } = await readAll(sourceOfText("sms.xml", sms(body)), { zone: "Europe/London" });
    return rows[0];
  };
  const whole = await read(`${"&#128064;".repeat(8000)}END`);
  assert.deepEqual([whole.text.length, whole.text.slice(-3), whole.notes], [16_003, "END", undefined]);
  const long = await read(`${"&#55357;&#56384;".repeat(40_000)}END`);
  assert.ok(long.notes.includes("cut"), "what is too long is said to be cut");
  assert.equal(long.text.replaceAll("\u{1f440}", ""), "");
});
