import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeData, decodeFile, encodeData, encodeFile } from "../../theme/components/vault/padding.js";

const bytes = (text) => new TextEncoder().encode(text);
const nested = (depth) => JSON.parse("[".repeat(depth) + "]".repeat(depth));

function kindOf(work) {
  try {
    work();
    return "done";
  } catch (problem) {
    return problem.kind ?? assert.fail(problem);
  }
}

test("data comes back as it was", () => {
  const hostile = {
    markup: "<script>alert(1)</script></template>",
    direction: "\u202Eabc\u2066",
    zero: "a\0b",
    surrogates: "lone \uD800 and \uDC00, a pair \u{1F600}",
    quotes: '"\\"[{',
    ["__proto__"]: { ["constructor"]: 1 },
    numbers: [0, -1, 1e308, 5e-324, 0.1],
    empty: ["", [], {}, null, true, false],
  };
  assert.deepEqual(decodeData(encodeData(hostile)), JSON.parse(JSON.stringify(hostile)));
  assert.ok(Object.hasOwn(decodeData(encodeData(JSON.parse('{"__proto__": 1}'))), "__proto__"));
});

test("the length of what is encrypted goes in steps of 4 KiB, and it stays valid JSON", () => {
  for (const [length, padded] of [
    [0, 4096],
    [4094, 4096],
    [4095, 8192],
    [5000, 8192],
    [100_000, 102_400],
  ]) {
    const encoded = encodeData("a".repeat(length));
    assert.equal(encoded.length, padded);
    assert.equal(JSON.parse(new TextDecoder().decode(encoded)).length, length);
  }
});

test("no more can be written than can be read", () => {
  const longest = 8 * 1024 * 1024 - 2; // with its two quotes
  assert.equal(decodeData(encodeData("a".repeat(longest))).length, longest);
  assert.equal(
    kindOf(() => encodeData("a".repeat(longest + 1))),
    "too-large",
  );
  assert.equal(
    kindOf(() => decodeData(new Uint8Array(longest + 3).fill(0x20))),
    "too-large",
  );
  assert.deepEqual(decodeData(encodeData(nested(64))), nested(64));
  assert.equal(
    kindOf(() => encodeData(nested(65))),
    "too-large",
  );
  assert.equal(
    kindOf(() => decodeData(bytes("[".repeat(65)))),
    "too-large",
  );
});

test("a file with lines can hold a log of ten thousand entries, and any other file no more than a record", () => {
  const data = (length) => ({ kind: "log", lines: Array.from({ length }, () => "x".repeat(880)) });
  const made = encodeFile(data(10_000));
  assert.ok(made.length > 8 * 1024 * 1024);
  assert.equal(decodeFile(made).lines.length, 10_000);
  const lengths = [encodeFile(data(17_000)).length, encodeFile({ kind: "plan" }).length];
  assert.deepEqual([lengths[0] <= 15 * 1024 * 1024, lengths[1]], [true, 4096]);
  const other = { text: "x".repeat(8 * 1024 * 1024) };
  const refused = [
    () => encodeFile(data(18_000)),
    () => encodeFile(other),
    () => encodeFile(null),
    () => decodeFile(bytes(JSON.stringify(other))),
    () => decodeFile(bytes(JSON.stringify(data(18_000)))),
    () => encodeData(data(10_000)),
    () => decodeData(made),
  ].map(kindOf);
  assert.deepEqual(refused, [...Array(2).fill("too-large"), "done", ...Array(4).fill("too-large")]);
});

test("brackets in text do not count as depth", () => {
  const text = '["\\'.repeat(200);
  assert.equal(decodeData(encodeData([text]))[0], text);
});

test("what is not JSON in UTF-8 is not ours", () => {
  for (const content of [
    bytes(""),
    bytes("    "),
    bytes("{"),
    bytes("{}{}"),
    bytes("hello"),
    bytes("\0"),
    bytes("NaN"),
  ]) {
    assert.equal(
      kindOf(() => decodeData(content)),
      "not-our-file",
    );
  }
  assert.equal(
    kindOf(() => decodeData(new Uint8Array([0x22, 0xff, 0x22]))),
    "not-our-file",
  );
  assert.equal(
    kindOf(() => decodeData(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))),
    "not-our-file",
  ); // a surrogate
});
