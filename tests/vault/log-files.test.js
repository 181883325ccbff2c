// Files of an item: what is said of them, and that nothing of one is given away before all of it was compared.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { reasonNotAdded, sameAs } from "../../theme/components/log/evidence/files/adding.js";
import { copyName, copyOf } from "../../theme/components/log/evidence/files/copy.js";
import { openWhole } from "../../theme/components/log/evidence/files/opened.js";
import { deviceSays, grouped, sizeWords } from "../../theme/components/log/evidence/files/words.js";
import { SENTENCES_OF_ADDING } from "../../theme/components/vault/attachments/strings.js";
import { DAMAGED, KnownError, STORAGE_FULL, UNREADABLE_FILE } from "../../theme/components/vault/protocol.js";
import { exif, jpeg, LONDON, TAKEN } from "./made-pictures.mjs";

const PIECES = [[1, 2, 3], [4], [5, 6]];
const WHOLE = Uint8Array.from(PIECES.flat());
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
const kept = { file: "id", bytes: 6, sha256: hashOf(WHOLE), dated: "2026-11-30", name: "a.jpg" };

/** What gives these pieces, and then ends or fails. */
function attachmentsOf(pieces, error = null) {
  const left = pieces.map((piece) => Uint8Array.from(piece));
  const pull = (controller) => {
    if (left.length) controller.enqueue(left.shift());
    else if (error) controller.error(error);
    else controller.close();
  };
  return { read: async () => ({ bytes: 6, stream: new ReadableStream({ pull }, { highWaterMark: 0 }) }) };
}
const open = (attachments, signal = new AbortController().signal) => openWhole(attachments, kept, signal);

test("B3.28: a kept file comes back as the very bytes whose SHA-256 its line has", async () => {
  const blob = await open(attachmentsOf(PIECES));
  assert.deepEqual(new Uint8Array(await blob.arrayBuffer()), WHOLE);
});

test("of a file that is cut, changed, longer or given up, nothing is given away", async () => {
  const isDamaged = { kind: DAMAGED };
  await assert.rejects(open(attachmentsOf(PIECES.slice(0, 2))), isDamaged);
  await assert.rejects(open(attachmentsOf([[1, 2, 3], [4], [5, 7]])), isDamaged);
  await assert.rejects(open(attachmentsOf([...PIECES, [7]])), isDamaged);
  await assert.rejects(open(attachmentsOf(PIECES, new KnownError(DAMAGED))), isDamaged);
  const given = new AbortController();
  given.abort();
  await assert.rejects(open(attachmentsOf(PIECES), given.signal), { name: "AbortError" });
});

test("the same file is known by its bytes, whatever it is called", async () => {
  assert.equal(await sameAs(new File([WHOLE], "b.png"), [{ ...kept, sha256: "0" }, kept]), kept);
  assert.equal(await sameAs(new File([Uint8Array.of(1, 2, 3, 4, 5, 7)], "a.jpg"), [kept]), null);
  const unread = { size: 7, slice: assert.fail }; // no other is as large
  assert.equal(await sameAs(unread, [kept]), null);
});

test("B8.57: a file that goes away is told as that, and a full disk as that", () => {
  const gone = new DOMException("gone", "NotReadableError");
  assert.equal(reasonNotAdded(gone), SENTENCES_OF_ADDING[UNREADABLE_FILE]);
  assert.equal(reasonNotAdded(new KnownError(STORAGE_FULL)), SENTENCES_OF_ADDING[STORAGE_FULL]);
});

test("B3.29: what the device says of a file is its own date, as its clock shows it, and one line of name", () => {
  const lastModified = new Date(2026, 9, 25, 23, 59).getTime();
  assert.deepEqual(deviceSays(new File([], "a\nb\u0000 \ud800.jpg", { lastModified })), {
    name: "a b\ufffd \ufffd.jpg",
    dated: "2026-10-25",
  });
  assert.equal(deviceSays(new File([], "x", { lastModified: 0 })).dated, "");
  assert.equal(deviceSays(new File([], "x", { lastModified: 8.64e15 })).dated, "");
  assert.equal(deviceSays(new File([], " ")).name, "File without a name");
});

test("a size is short, and a SHA-256 can be read aloud", () => {
  const sizes = [0, 1, 999, 1000, 1500, 12_345_678, 2_000_000_000];
  assert.deepEqual(sizes.map(sizeWords), [
    "0 bytes",
    "1 byte",
    "999 bytes",
    "1\u00a0kB",
    "1.5\u00a0kB",
    "12\u00a0MB",
    "2\u00a0GB",
  ]);
  assert.match(grouped(kept.sha256), /^([\da-f]{4} ){15}[\da-f]{4}$/);
});

test("B3.31: a copy without place says so in its name, and is another file", async () => {
  const picture = new Blob([jpeg(exif({ taken: TAKEN, gps: LONDON }))]);
  const copy = await copyOf(picture, copyName("At the door.JPG"));
  assert.equal(copy.name, "At the door, copy without place.JPG");
  assert.ok(copy.size < picture.size);
  assert.equal(await copyOf(new Blob([WHOLE]), "a"), null);
});

test("only a file that cannot be read is told as one: another error of the browser is a fault of ours", (t) => {
  const thrown = t.mock.method(globalThis, "setTimeout", () => 0); // where developers see a fault
  const moved = reasonNotAdded(new DOMException("", "NotReadableError"));
  assert.equal(thrown.mock.callCount(), 0);
  assert.notEqual(reasonNotAdded(new DOMException("", "DataCloneError")), moved);
  assert.equal(thrown.mock.callCount(), 1);
});
