// Attachments with real keys and storage that is a map: the very bytes, what is stored of them, damage, and a file that changes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { generateIdentity, openWithIdentity, recipientOf } from "../../theme/components/vault/age-files.js";
import { addFile } from "../../theme/components/vault/attachments/adding.js";
import { decodeHead, encodeHead } from "../../theme/components/vault/attachments/head.js";
import { openValues } from "../../theme/components/vault/attachments/reading.js";
import { paddedSize } from "../../theme/components/vault/attachments/size.js";
import { KnownError } from "../../theme/components/vault/protocol.js";
import { createFileStorage } from "./fake-attachments.mjs";

const KIB = 1024;
const MIB = 1024 * KIB;
const BOUND = 65_536; // bytes: Chromium writes larger values as files of their own

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Bytes that differ from each other, and end as they do not begin. */
const content = (length) => Uint8Array.from({ length }, (_, index) => (index * 31) ^ (index >> 8));

/** Run a job to its end; return what it yielded and returned. */
async function run(job) {
  const yielded = [];
  for (;;) {
    const { done, value } = await job.next();
    if (done) return { yielded, returned: value };
    yielded.push(typeof value === "number" ? value : value.slice());
  }
}

async function add(bytes, storage = createFileStorage(), id = "one") {
  const { yielded, returned } = await run(addFile(id, new Blob([bytes]), storage));
  return { storage, head: returned, progress: yielded };
}

async function readBack(head, storage) {
  const { yielded } = await run(openValues(head, storage));
  return Buffer.concat(yielded);
}

const valuesOf = (storage) => [...storage.values.values()];

test("B3.28, B2.16: the very bytes come back, their hash is of what is stored, and every value is bytes alone", async () => {
  for (const size of [0, 1, 48 * KIB, 48 * KIB + 1, MIB, 4 * MIB + 1]) {
    const bytes = content(size);
    const { storage, head, progress } = await add(bytes);
    assert.deepEqual(
      [head.bytes, head.sha256, progress.at(-1) ?? size, head.values],
      [size, hashOf(bytes), size, storage.values.size],
    );
    assert.deepEqual(
      progress,
      progress.toSorted((one, other) => one - other),
    );
    const found = await readBack(head, storage);
    assert.equal(hashOf(found), head.sha256);
    assert.ok(found.equals(bytes));
    for (const value of valuesOf(storage)) {
      assert.equal(value.constructor, Uint8Array);
      assert.ok(value.length <= MIB);
      assert.equal(value.buffer.byteLength, value.length); // a part of a buffer would store all of it
    }
  }
});

test("what is stored says how long a file is in steps, and a small one is no file of its own", async () => {
  const stored = async (size) => {
    const { storage } = await add(content(size));
    return valuesOf(storage).map(({ length }) => length);
  };
  assert.deepEqual(await stored(0), await stored(4096));
  assert.notDeepEqual(await stored(4096), await stored(4097));
  const [largest, ...more] = await stored(48 * KIB);
  assert.ok(largest < BOUND && !more.length);
  assert.deepEqual(await stored(500_000), await stored(507_000));
});

test("padding adds an eighth at most, and never cuts", () => {
  let last = 0;
  for (let size = 1; size < 2 ** 40; size = Math.ceil(size * 1.01)) {
    const padded = paddedSize(size);
    assert.ok(padded >= size && padded >= last, String(size));
    assert.ok(size <= 48 * KIB ? padded - size < 4096 : padded <= size * 1.12, String(size));
    assert.equal(paddedSize(padded), padded);
    last = padded;
  }
});

test("B8.57: a file that changes or vanishes while it is read is not added", async () => {
  const fileOf = (size, pieces, error) => ({
    size,
    stream: () =>
      new ReadableStream({
        pull(controller) {
          if (pieces.length) controller.enqueue(pieces.shift());
          else if (error) controller.error(error);
          else controller.close();
        },
      }),
  });
  const gone = new DOMException("", "NotReadableError");
  for (const file of [
    fileOf(200_000, [content(100_000)], gone),
    fileOf(10, [], gone),
    fileOf(10, [content(9)]),
    fileOf(10, [content(10), content(1)]),
  ]) {
    await assert.rejects(run(addFile("one", file, createFileStorage())), { kind: "unreadable-file" });
  }
});

test("B2.15: storage that refuses any value says so, and the same file can be added later", async () => {
  for (const [size, refused] of [
    [10, 1],
    [4 * MIB, 2],
  ]) {
    const bytes = content(size);
    const storage = createFileStorage();
    storage.failAt = (step, number) => {
      if (step === "put" && number === refused) throw new KnownError("storage-full");
    };
    await assert.rejects(add(bytes, storage), { kind: "storage-full" });
    storage.failAt = () => {};
    await storage.drop(["one"]);
    const { head } = await add(bytes, storage);
    assert.equal(hashOf(await readBack(head, storage)), hashOf(bytes));
  }
});

test("what storage gives back changed, or not at all, was not kept", async () => {
  for (const change of [(value) => value.fill(1, 70_000, 70_001), () => null]) {
    const storage = createFileStorage();
    storage.onGet = change;
    await assert.rejects(add(content(200_000), storage), { kind: "storage-failed" });
  }
});

/** What 1 MiB is to a large file, 80,000 bytes are here. */
async function addInSmallValues(bytes, storage, id) {
  const { head } = await add(bytes, storage, id);
  const all = storage.values.get(`${id} 1`);
  const values = Math.ceil(all.length / 80_000);
  for (let number = 1; number <= values; number++)
    storage.values.set(`${id} ${number}`, all.slice((number - 1) * 80_000, number * 80_000));
  return { ...head, values };
}

test("B2.21: a value that is cut, changed, swapped or gone is found, and other files open", async () => {
  const storage = createFileStorage();
  const bytes = content(300_000);
  const head = await addInSmallValues(bytes, storage, "one");
  const other = await addInSmallValues(content(200_000), storage, "other");
  const untouched = new Map(storage.values);
  const swap = (first, second) => () => {
    const [one, two] = [first, second].map((name) => storage.values.get(name));
    storage.values.set(first, two).set(second, one);
  };
  const change = (name, how) => () => storage.values.set(name, how(storage.values.get(name)));
  function cutBetweenChunks() {
    const sealed = Buffer.concat([1, 2, 3, 4].map((number) => storage.values.get(`one ${number}`)));
    const header = sealed.indexOf("\n", sealed.indexOf("\n--- ") + 1) + 1 + 16;
    const whole = header + 4 * (64 * KIB + 16);
    storage.values.set("one 4", new Uint8Array(sealed.subarray(3 * 80_000, whole)));
  }
  const damages = {
    "a byte of the first": change("one 1", (value) => value.with(300, value[300] ^ 1)),
    "a byte of the last": change("one 4", (value) => value.with(300, value[300] ^ 1)),
    "the last cut": change("one 4", (value) => value.slice(0, -1)),
    "cut between two chunks": cutBetweenChunks,
    "one more byte": change("one 4", (value) => Uint8Array.from([...value, 0])),
    "the first gone": () => storage.values.delete("one 1"),
    "the last gone": () => storage.values.delete("one 4"),
    "two swapped": swap("one 2", "one 3"),
    "one of another file": swap("one 2", "other 2"),
    "all of another file": () => {
      for (const number of [1, 2]) swap(`one ${number}`, `other ${number}`)();
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    storage.values = new Map(untouched);
    damage();
    await assert.rejects(readBack(head, storage), { kind: "damaged" }, name);
    if (!name.includes("another")) assert.equal((await readBack(other, storage)).length, 200_000);
  }
  storage.values = untouched;
  assert.equal(hashOf(await readBack(head, storage)), hashOf(bytes));
});

test("a head is an age identity file of one length, and counts for its own id alone", async () => {
  const { storage, head } = await add(content(10));
  const file = encodeHead(head);
  assert.equal(file.length, 512);
  const lines = new TextDecoder().decode(file).split("\n");
  assert.deepEqual([lines[0][0], lines[1], lines.slice(2)], ["#", head.identity, [""]]);
  assert.equal((await openWithIdentity(storage.values.get("one 1"), lines[1])).length, 4096);
  assert.deepEqual(decodeHead(file, "one"), head);
  const largest = { ...head, id: crypto.randomUUID(), bytes: Number.MAX_SAFE_INTEGER, values: 2 ** 31 };
  assert.equal(encodeHead(largest).length, 512);
  assert.throws(() => decodeHead(file, "other"), { kind: "damaged" });
  const text = new TextDecoder().decode(file);
  for (const wrong of [
    "",
    "null",
    text.slice(0, 300),
    text.replace('"bytes":10', '"bytes":-1'),
    text.replace('"values":1', '"values":0'),
    text.replace(head.sha256, head.sha256.slice(1)),
    text.replace("AGE-SECRET-KEY-1", "AGE-SECRET-KEY-2"),
  ])
    assert.throws(() => decodeHead(new TextEncoder().encode(wrong), "one"), { kind: "damaged" }, wrong);
});

test("each file has a key of its own", async () => {
  const storage = createFileStorage();
  const { head } = await add(content(10), storage, "one");
  const { head: other } = await add(content(10), storage, "other");
  assert.notEqual(head.identity, other.identity);
  assert.notEqual(await recipientOf(await generateIdentity()), await recipientOf(head.identity));
});
