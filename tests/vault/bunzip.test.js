// What Python packs with bzip2 is unpacked to the very bytes; what was damaged or cut is refused.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { bunzip } from "../../theme/components/single-file/bunzip.js";

const TEXTS = [
  "b''",
  "b'a'",
  "b'aaaa'",
  "b'aaaab' * 3 + b'a' * 3",
  "b'a' * 259 + b'b' * 255 + b'c' * 4 + b'd' * 5 + b'e' * 1000",
  "bytes(range(256)) * 40",
  "bytes(at * at * 7919 % 251 for at in range(30000))",
  "'Fenêtre – 窓 \\0 \\u2028'.encode() * 2000",
  "b''.join(b'line %d of a text\\n' % at for at in range(90000))", // more than one block
];
const PACK = `import base64, bz2, sys, zlib
for text in (${TEXTS.join(", ")},):
    print(base64.b64encode(bz2.compress(text, 9)).decode(), len(text), zlib.crc32(text))`;
const packed = execFileSync("python3", ["-c", PACK], { encoding: "utf-8" }).trim().split("\n");

function crcOf(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

for (const [index, line] of packed.entries()) {
  test(`what was packed is there again: ${TEXTS[index]}`, async () => {
    const [digits, length, crc] = line.split(" ");
    const bytes = new Uint8Array(await bunzip(Buffer.from(digits, "base64")).arrayBuffer());
    assert.deepEqual([bytes.length, crcOf(bytes)], [Number(length), Number(crc)]);
  });
}

test("a damaged or cut text is refused", () => {
  const bytes = Buffer.from(packed[7].split(" ")[0], "base64");
  for (let at = 10; at < bytes.length - 10; at += 97) {
    const changed = Uint8Array.from(bytes);
    changed[at] ^= 1 << (at % 8);
    assert.throws(() => bunzip(changed));
    assert.throws(() => bunzip(bytes.subarray(0, at)), RangeError);
  }
});
