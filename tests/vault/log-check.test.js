// The guide's own check of a copy of a log. `test_check_log.py` shows that tools/check_log.py says the same of many more copies.
import assert from "node:assert/strict";
import test from "node:test";
import { checkLog } from "../../theme/components/log/check/model/check.js";
import { exportJsonl } from "../../theme/components/log/exports/model/jsonl.js";
import { sourceOfBytes, sourceOfText } from "../../theme/components/log/imports/sources.js";
import { witnessCode } from "../../theme/components/log/model/witness-code.js";
import { bagOfLog, bytesOf, createLog, sha256Of, smallLog, zipOf } from "./log-export.mjs";

const NOT_PROVED = [
  "This cannot show whether things happened as the log tells them, or when.",
  "It also cannot show whether the log was written anew before its code was first given to somebody else.",
  "A code speaks for the lines in log.jsonl alone. It does not show that the report and tables say the same.",
];
const LEFT_OUT = "Lines that are left out of this copy: 2 of 9. What they say cannot be checked.";
const made = smallLog();
const handed = made.handed();
const jsonl = exportJsonl(handed);
const check = (text, against) => checkLog(sourceOfText(text, "log.jsonl"), against);

test("a whole log is whole, also with lines left out, and what that does not show is said", async () => {
  assert.deepEqual([...handed.leftOut], [2, 6]);
  const sentences = ["Whole and unchanged.", LEFT_OUT, ...NOT_PROVED];
  assert.deepEqual(await check(jsonl), { verdict: "whole", sentences });
  const all = exportJsonl({ ...handed, leftOut: new Set() });
  const none = exportJsonl({ ...handed, leftOut: new Set(handed.lines.map(({ seq }) => seq)) });
  for (const text of [all, none]) assert.equal((await check(text)).verdict, "whole");
  assert.equal((await check(exportJsonl(createLog().handed()))).verdict, "whole"); // a log without a line
});

test("B3.33: a change outranks everything, and no verdict is a waiting one", async () => {
  const changed = jsonl.replace("Many calls", "Some calls");
  const mailed = changed.replaceAll("\n", "\r\n");
  const cut = `${changed.trimEnd().split("\n").slice(0, -2).join("\n")}\n`;
  const code = witnessCode(handed.head, 99, "2026-11-30").text;
  for (const text of [changed, mailed, cut])
    for (const against of [{}, { code }, { code: "nonsense" }, { older: sourceOfText(jsonl, "older") }]) {
      const { verdict, at, sentences } = await check(text, against);
      assert.deepEqual([verdict, at], ["changed", 3]);
      assert.equal(sentences[0], "Changed at entry 3.");
      assert.deepEqual(sentences.slice(-3), NOT_PROVED);
      assert.doesNotMatch(sentences.join(" "), /pending|verified|certified|court-ready|tamper-proof/i);
    }
});

test("B3.35: what another version made is no changed log, and a locked file or another one is neither", async () => {
  const later = jsonl.replace(/^.*/, (first) => {
    const before = first.replace('"log":1', '"log":2').replace(/,"sum".*/, "");
    return `${before},"sum":"${sumOf(before)}"}`;
  });
  assert.equal((await check(later)).verdict, "unknown-version");
  assert.equal((await check(later.replace("London", "Lisbon"))).verdict, "changed");
  for (const text of ["", "Dear Sam", "age-encryption.org/v1\n", "{}", "[]\n"])
    assert.equal((await check(text)).verdict, "not-understood", text);
});

test("B7.52: lines are compared as they were written: no other form of the same JSON, no other form of a letter", async () => {
  const composed = createLog();
  composed.write({ what: "caf\u00e9 \u2028 1e-7" });
  const text = exportJsonl(composed.handed());
  assert.equal((await check(text)).verdict, "whole");
  for (const other of [
    text.replace("caf\u00e9", "cafe\u0301"),
    text.replace("\\\\u2028", "\u2028"),
    text.replace('"seq":1,', '"seq": 1,'),
  ]) {
    assert.notEqual(other, text);
    assert.equal((await check(other)).verdict, "changed");
  }
});

test("B7.53: a log that was cut is shorter than its first line, its bag, and each code say", async () => {
  const rows = jsonl.trimEnd().split("\n");
  const cut = `${rows.slice(0, 7).join("\n")}\n`;
  const said = await check(cut);
  assert.deepEqual([said.verdict, said.at], ["shorter", 7]);
  assert.equal(said.sentences[1], "The log ends at line 6. Its first line says that it goes up to line 9.");
  const short = { ...handed, lines: handed.lines.slice(0, 6), head: JSON.parse(rows[6]).head };
  const again = exportJsonl(short); // its first line was written anew
  assert.equal((await check(again)).verdict, "whole");
  const code = witnessCode(handed.head, 9, "2026-11-30");
  const against = await check(again, { code: code.text });
  assert.deepEqual([against.verdict, against.at], ["shorter", 7]);
  assert.equal(against.sentences[1], "The code was made at line 9. This copy ends at line 6.");
  assert.equal((await check(again, { code: code.groups.join(" ") })).verdict, "changed"); // it fits nowhere
  const lists = await bagOfLog(made, { ...short, files: [] });
  const info = (await bagOfLog(made, { files: [] })).find(({ path }) => path === "bag-info.txt");
  const bag = await zipOf(lists.map((file) => (file.path === "bag-info.txt" ? info : file)));
  assert.equal((await checkLog(sourceOfBytes("log.zip", bag))).verdict, "changed");
});

test("B7.54: line ends that mail changed are said to be that, in the log and in an export", async () => {
  const mailed = await check(jsonl.replaceAll("\n", "\r\n"));
  assert.deepEqual([mailed.verdict, mailed.sentences[0]], ["line-ends", "Line ends were changed."]);
  assert.equal((await check(jsonl.slice(0, -1))).verdict, "line-ends");
  const bag = (await bagOfLog(made)).map((file) => {
    if (!file.path.endsWith(".txt")) return file;
    const bytes = bytesOf(new TextDecoder().decode(file.bytes).replaceAll("\n", "\r\n"));
    return { ...file, bytes, size: bytes.length };
  });
  assert.equal((await checkLog(sourceOfBytes("log.zip", await zipOf(bag)))).verdict, "line-ends");
});

test("B7.55: of two copies, the older is the beginning of the newer, or it is said where they part", async () => {
  const older = { ...handed, lines: handed.lines.slice(0, 4), head: JSON.parse(jsonl.split("\n")[4]).head };
  const source = sourceOfText(exportJsonl(older), "older");
  const newer = await check(jsonl, { older: source });
  assert.equal(newer.verdict, "whole");
  assert.equal(newer.sentences[1], "All of the older copy is here, unchanged, up to line 4.");
  const turned = await check(exportJsonl(older), { older: sourceOfText(jsonl, "newer") });
  assert.equal(turned.verdict, "older");
  assert.equal(
    turned.sentences[1],
    "All of it is in the other copy. It ends at line 4; the other goes on to line 9.",
  );
  const other = createLog();
  other.lines.push(...handed.lines.slice(0, 2));
  other.write({ what: "Something else" });
  const apart = await check(jsonl, { older: sourceOfText(exportJsonl(other.handed()), "other") });
  assert.deepEqual([apart.verdict, apart.at], ["changed", 3]);
});

test("a code that was typed wrongly is no changed log", async () => {
  const { groups } = witnessCode(handed.head, 9, "2026-11-30");
  // One typo in about a thousand looks like another code: a log is made anew at each run, and its code with it.
  const typos = ["0000", "1111", "2222", "3333", "4444"].map((first) =>
    [first, ...groups.slice(1)].join("-"),
  );
  const checked = await Promise.all(typos.map((code) => check(jsonl, { code })));
  assert.ok(checked.filter(({ verdict }) => verdict === "not-understood").length >= 3);
  assert.equal((await check(jsonl, { code: `9, 30 Nov 2026, ${groups.join("-")}` })).verdict, "whole");
});

test("a ZIP file that the page cannot unpack is no changed one", async () => {
  const zipped = await zipOf(await bagOfLog(made));
  const bytes = new Uint8Array([...zipped.subarray(0, -103), 0, 0]); // no comment: another program packed it
  bytes[Buffer.from(bytes).indexOf("PK\x01\x02") + 10] = 12;
  const { verdict, sentences } = await checkLog(sourceOfBytes("log.zip", bytes));
  const what = "This page cannot unpack it. Unpack it, and choose the folder.";
  assert.deepEqual([verdict, sentences.slice(1, -3)], ["not-understood", [what]]);
});

test("a file that was moved, and a fault of ours, are not told as a change", async () => {
  for (const fault of [new DOMException("gone", "NotReadableError"), new TypeError("ours")]) {
    const moved = { name: "bag-info.txt", size: 1, bytes: () => failing(fault) };
    await assert.rejects(checkLog({ files: [moved] }), fault);
  }
});

test("what is too large to be held here is not told as a change, and not read", async () => {
  const what =
    "This copy is too large to be checked here. Use the program check_log.py, which is in each ZIP file of a log.";
  const size = 512 * 1024 * 1024 + 1;
  const never = () => failing(new TypeError("it was read"));
  const log = { name: "data/log.jsonl", size, bytes: never };
  const zipped = await zipOf(await bagOfLog(made));
  const stated = zipped.slice();
  const [at] = [Buffer.from(stated).lastIndexOf("data/log.jsonl") - 46];
  for (const place of [20, 24]) new DataView(stated.buffer).setUint32(at + place, size, true);
  const long = { ...sourceOfText(jsonl, "log.jsonl"), size };
  for (const source of [{ files: [log] }, sourceOfBytes("log.zip", stated), long]) {
    const { verdict, sentences } = await checkLog(source);
    assert.deepEqual([verdict, sentences.slice(1, -3)], ["not-understood", [what]]);
  }
  const video = { ...sourceOfText("\0\0 ftyp", "video.mp4"), size };
  assert.match((await checkLog(video)).sentences[1], /^This is not a log/);
  const files = { files: [{ name: "data/files/0007-a.mp4", size, bytes: never }] };
  assert.match((await checkLog(files)).sentences[1], /^This is not a copy/); // kept files are not held
});

// eslint-disable-next-line require-yield
async function* failing(fault) {
  throw fault;
}

test("a check can be called off", async () => {
  const signal = AbortSignal.abort();
  await assert.rejects(check(jsonl, { signal }), { name: "AbortError" });
  const bag = await zipOf(await bagOfLog(made));
  await assert.rejects(checkLog(sourceOfBytes("log.zip", bag), { signal }), { name: "AbortError" });
});

function sumOf(before) {
  return sha256Of(bytesOf(`log-export-1\n${before}`));
}
