// What is read of a picture: its time as the camera wrote it, its place on request, and nothing that breaks on a broken file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentsOf } from "../../theme/components/log/evidence/meta/jpeg.js";
import { kindOfFile } from "../../theme/components/log/evidence/meta/kind-of-file.js";
import { readMeta } from "../../theme/components/log/evidence/meta/read-meta.js";
import { withoutPlace } from "../../theme/components/log/evidence/meta/without-place.js";
import { exif, heic, jpeg, LONDON, png, segment, TAKEN } from "./made-pictures.mjs";

const RAW = TAKEN;
const WALL = "2026-10-25T01:30:05";
const NOTHING = { kind: "", taken: null, hasPlace: false, place: null, missing: true };
const makers = { jpeg, heic, png };
const readBytes = (bytes, how) => readMeta(new Blob([bytes]), how);

for (const [kind, make] of Object.entries(makers))
  for (const isLittle of [true, false])
    test(`${kind}, ${isLittle ? "little" : "big"} endian: the time as written, the place when it is asked for`, async () => {
      const picture = make(exif({ isLittle, taken: TAKEN, offsetTaken: "+01:00", gps: LONDON, make: "Cam" }));
      const taken = { raw: RAW, wall: WALL, offset: "+01:00" };
      assert.deepEqual(await readBytes(picture), {
        kind,
        taken,
        hasPlace: true,
        place: null,
        missing: false,
      });

      const { place } = await readBytes(picture, { withPlace: true });
      assert.equal(place.latitude.toFixed(6), "51.503428");
      assert.equal(place.longitude.toFixed(6), "-0.127500");
    });

test("a time without a zone gets none, and no other time stands in for it", async () => {
  const { taken } = await readBytes(jpeg(exif({ taken: TAKEN })));
  assert.deepEqual(taken, { raw: RAW, wall: WALL });
  const other = { changed: TAKEN, digitized: TAKEN, offset: "+02:00", offsetDigitized: "+02:00" };
  assert.equal((await readBytes(jpeg(exif(other)))).taken, null);
});

test("an offset stays as the camera wrote it, and what is none is left out", async () => {
  const offsetOf = async (offsetTaken) =>
    (await readBytes(jpeg(exif({ taken: TAKEN, offsetTaken })))).taken.offset;
  assert.equal(await offsetOf("-5:00"), "-5:00");
  assert.equal(await offsetOf("Z"), "Z");
  for (const none of ["", "   :  ", "+9:1", "summer", "+01:00<b>"])
    assert.equal(await offsetOf(none), undefined);
});

test("zeros and days that no calendar has are no time", async () => {
  const none = [
    "0000:00:00 00:00:00",
    "    :  :     :  :  ",
    "2026:02:30 01:00:00",
    "2026:10:25 24:00:00",
    "2026-10-25",
    "",
  ];
  for (const taken of none) assert.equal((await readBytes(jpeg(exif({ taken })))).taken, null, taken);
});

test("B3.37: a picture without such words is missing them, and nothing more", async () => {
  for (const [kind, make] of Object.entries(makers))
    assert.deepEqual(await readBytes(make(null)), { ...NOTHING, kind });
  assert.deepEqual(await readBytes(Buffer.from("%PDF-1.7")), NOTHING);
  assert.deepEqual(await readBytes(Buffer.alloc(0)), NOTHING);
});

test("a camera that did not know where it was wrote no place", async () => {
  const zero = [0, 1, 0, 1, 0, 1];
  const unknown = [0, 0, 0, 0, 0, 0];
  const far = [91, 1, 0, 1, 0, 1];
  const east = [4, [0, 1, 7, 1, 39, 1]];
  for (const north of [zero, unknown, far]) {
    const gps = [[1, "N"], [2, north], [3, "E"], north === zero ? [4, zero] : east];
    assert.equal((await readBytes(jpeg(exif({ gps })))).hasPlace, false);
  }
  assert.equal((await readBytes(jpeg(exif({ gps: LONDON.slice(0, 2) })))).hasPlace, false);
});

test("what a camera wrote is found at the end of a large picture", async () => {
  const { taken } = await readBytes(heic(exif({ taken: TAKEN }), { filler: 3_000_000, brand: "mif1" }));
  assert.equal(taken.raw, RAW);
});

test("thousands of broken pictures: no error, no wait, nothing but a time or a place", async () => {
  const tiff = exif({ taken: TAKEN, offsetTaken: "+01:00", gps: LONDON });
  const whole = Object.values(makers).map((make) => make(tiff));
  const random = randomFrom(5);
  const start = performance.now();
  for (let turn = 0; turn < 3000; turn++) {
    const bytes = Buffer.from(whole[turn % 3]);
    for (let left = 1 + random(6); left > 0; left--)
      bytes[random(bytes.length)] = [0, 255, 127, 128, random(256)][random(5)];
    const cut = random(4) ? bytes : bytes.subarray(0, random(bytes.length));
    const { kind, taken, hasPlace, missing } = await readBytes(cut);
    assert.ok(["", "jpeg", "heic", "png"].includes(kind));
    assert.ok(taken === null || taken.wall.length === 19);
    assert.equal(missing, !taken && !hasPlace);
    withoutPlace(new Uint8Array(cut));
  }
  assert.ok(performance.now() - start < 30_000); // one that hangs takes for ever
});

test("B3.31: a copy without place holds the same image, and nothing that was written beside it", async () => {
  const tiff = exif({ taken: TAKEN, gps: LONDON, make: "Cam" });
  const colours = segment(0xe2, Buffer.from("ICC_PROFILE\0\x01\x01rgb"));
  const others = [
    segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>")),
    segment(0xfe, Buffer.from("at home")),
  ];
  const mpf = segment(0xe2, Buffer.from("MPF\0second picture"));
  const picture = Buffer.concat([jpeg(tiff, [...others, mpf, colours]), Buffer.from("ftypmp4 with a place")]);
  const copy = Buffer.concat(withoutPlace(new Uint8Array(picture)));

  const plain = jpeg(null, [colours]);
  assert.deepEqual(copy, Buffer.concat([plain.subarray(0, 2), plain.subarray(20)])); // without what JFIF says
  assert.deepEqual(await readBytes(copy), { ...NOTHING, kind: "jpeg" });
});

test("B3.31: what only fills up, and what is no part of an image, does not go into a copy", async () => {
  const tiff = exif({ taken: TAKEN, gps: LONDON });
  const fill = Buffer.from([0xff]);
  const hidden = [0xf0, 0xfd, 0xc8, 0xde, 0xee].map((marker) => segment(marker, Buffer.from("a place")));
  const filled = [fill, segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff])), fill, ...hidden];
  const stored = segment(0xee, Buffer.from("Adobe\0\x64\0\0\0\0\x01"));
  const picture = new Uint8Array(jpeg(null, [...filled, stored]));
  assert.equal((await readBytes(picture)).hasPlace, true);
  const plain = jpeg(null, [stored]);
  const copy = Buffer.concat(withoutPlace(picture));
  assert.deepEqual(copy, Buffer.concat([plain.subarray(0, 2), plain.subarray(20)]));
  assert.equal(copy.includes("place"), false);
});

test("a picture of a million empty parts is not read for long", async (t) => {
  const reads = t.mock.method(DataView.prototype, "getUint32");
  const [png0, jpeg0] = [png(null).subarray(0, 33), Buffer.from([0xff, 0xd8])];
  const many = (head, part) => Buffer.concat([head, Buffer.alloc(8_000_000, part)]);
  const empty = Buffer.from([0, 0, 0, 0, 0x74, 0x45, 0x58, 0x74, 0, 0, 0, 0]);
  const box = Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]);
  const pictures = [
    many(png0, empty),
    many(jpeg0, Buffer.from([0xff, 0xc4, 0, 2])),
    many(jpeg0, Buffer.from([0xff])),
    many(heic(null).subarray(0, 24), box),
  ];
  for (const picture of pictures) {
    reads.mock.resetCalls();
    await readBytes(picture);
    assert.ok(reads.mock.callCount() <= 20_000, `${reads.mock.callCount()} looks`);
    assert.ok([...segmentsOf(picture)].length <= 2000);
    assert.equal(withoutPlace(new Uint8Array(picture)), null);
  }
});

test("a copy is made only where all parts of the picture can be told apart", () => {
  const whole = new Uint8Array(jpeg(exif({ gps: LONDON })));
  assert.equal(withoutPlace(whole.subarray(0, whole.length - 2)), null); // no end
  assert.equal(withoutPlace(whole.subarray(0, 30)), null);
  assert.equal(withoutPlace(new Uint8Array(png(null))), null);
  assert.equal(withoutPlace(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 0])), null);
});

test("a file is what it begins with, and a list of addresses or a drawing of text is nothing to show", () => {
  const asOf = (text) => kindOfFile(Buffer.from(text, "latin1"))?.type;
  const types = {
    "\0\0\0\x1cftypheic": "image/heic",
    "\0\0\0\x1cftypmif1": "image/heic",
    "\0\0\0\x1cftypavif": "image/avif",
    "\0\0\0\x1cftypM4A ": "audio/mp4",
    "\0\0\0\x1cftypisom": "video/mp4",
    "\0\0\0\x1cftypqt  ": "video/mp4",
    "RIFF\x10\0\0\0WEBPVP8 ": "image/webp",
    "RIFF\x10\0\0\0WAVEfmt ": "audio/wav",
    "\xff\xfb\x90\0": "audio/mpeg",
    "#!AMR\n": "audio/amr",
  };
  for (const [text, type] of Object.entries(types)) assert.equal(asOf(text), type, text);
  const none = [
    "#EXTM3U\n#EXTINF:1,\nhttps://example.org/1.ts",
    "<svg xmlns=",
    "<?xml ",
    "<!doctype html>",
    "%PDF-1.7",
    "RIFF",
    "",
    "GIF",
  ];
  for (const text of none) assert.equal(asOf(text), undefined, text);
});

function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
