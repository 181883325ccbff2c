// Lines that are only ever added, with a worker that seals nothing: numbers, folds, two tabs, damage, a new key, a lock.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headAfterLines, hexOf, bytesOfHex, startOf } from "../../theme/components/log/model/chain.js";
import {
  CHECK_LINES,
  KnownError,
  OPEN_LINES,
  RESEAL_LINES,
  SEAL_LINES,
  STORAGE_FULL,
} from "../../theme/components/vault/protocol.js";
import { bytes } from "./fake-vault.mjs";
import { createLineStorage, make, openTab, readAll, sealFor } from "./fake-lines.mjs";

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const wordsOf = (from, to) => range(from, to).map((seq) => [seq, `word ${seq}`]);
const names = (storage) => [...storage.files.keys()].sort();

/** Add lines `word FROM` to `word TO`, one at a time. */
async function addEach(tab, from, to) {
  for (const seq of range(from, to)) await tab.store.add([make(`word ${seq}`)]);
}

async function filled(count) {
  const storage = createLineStorage();
  const tab = openTab(storage);
  await addEach(tab, 1, count);
  return { storage, tab };
}

test("each line gets the next number, and its leaf", async () => {
  const tab = openTab(createLineStorage());
  const first = await tab.store.add([make("a"), make("b")]);
  const [third] = await tab.store.add([make("c")]);
  assert.deepEqual(
    [...first, third].map(({ seq, line }) => [seq, line]),
    [
      [1, '{"v":1,"seq":1,"word":"a"}'],
      [2, '{"v":1,"seq":2,"word":"b"}'],
      [3, '{"v":1,"seq":3,"word":"c"}'],
    ],
  );
  assert.match(third.leaf, /^[0-9a-f]{64}$/);
});

test("the 33rd line folds the tail into a part, in the same transaction", async () => {
  const { storage, tab } = await filled(32);
  assert.deepEqual(
    names(storage),
    range(1, 32)
      .map((seq) => `tail ${seq}-${seq}`)
      .sort(),
  );
  await tab.store.add([make("word 33")]);
  assert.deepEqual(names(storage), ["parts 1-33"]);
  await addEach(tab, 34, 66);
  assert.deepEqual(names(storage), ["parts 1-66"]);
  assert.deepEqual((await readAll(tab)).words, wordsOf(1, 66));
  assert.deepEqual(storage.writes.at(-1).files, ["parts 1-66"]);
  assert.equal(storage.writes.at(-1).gone.length, 33);
});

test("a part that is full is left as it is, and the next one begins", async () => {
  const storage = createLineStorage();
  const tab = openTab(storage);
  const long = "x".repeat(20_000);
  for (let seq = 1; seq <= 34; seq++) await tab.store.add([make(long)]);
  assert.deepEqual(
    names(storage).filter((name) => name.startsWith("parts")),
    [
      "parts 1-3",
      "parts 10-12",
      "parts 13-15",
      "parts 16-18",
      "parts 19-21",
      "parts 22-24",
      "parts 25-27",
    ].concat(["parts 28-30", "parts 31-33", "parts 4-6", "parts 7-9"]),
  );
  for (const { file } of storage.files.values()) assert.ok(file.length < 65_536 - 300, String(file.length));
  assert.deepEqual((await tab.store.check()).problems, []);
});

test("many lines at once are one transaction, without a detour through the tail", async () => {
  const { storage, tab } = await filled(5);
  await tab.store.add(range(6, 1000).map((seq) => make(`word ${seq}`)));
  assert.equal(storage.writes.length, 6);
  assert.ok(names(storage).every((name) => name.startsWith("parts")));
  assert.deepEqual((await readAll(tab)).words, wordsOf(1, 1000));
});

test("the newest fifty come first, then the rest part by part", async () => {
  const storage = createLineStorage();
  const tab = openTab(storage);
  const padded = range(1, 3000).map((seq) => make(`word ${seq}`));
  await tab.store.add(padded);
  await addEach(tab, 3001, 3010);
  const { words, slices, count } = await readAll(tab);
  assert.deepEqual(words, wordsOf(1, 3010));
  assert.equal(count, 3010);
  assert.ok(slices.length > 1);
  assert.ok(slices[0] >= 50);
});

test("no question to the worker holds more than eight files, and none is left out between two", async () => {
  const storage = createLineStorage();
  const asked = [];
  const tab = openTab(storage, { onAsk: (action, data) => void asked.push([action, data]) });
  const long = "x".repeat(10_000);
  await tab.store.add(range(1, 200).map((seq) => make(`word ${seq} ${long}`)));
  assert.equal(storage.files.size, 34);
  const { words, problems } = await readAll(tab);
  assert.deepEqual(
    words,
    range(1, 200).map((seq) => [seq, `word ${seq} ${long}`]),
  );
  const { count } = await tab.store.check();
  assert.deepEqual([count, problems], [200, []]);
  const opened = asked.filter(([action]) => action === OPEN_LINES).map(([, files]) => files.length);
  assert.deepEqual(opened, [9, 8, 8, 8, 1]); // the first fifty lines at once, whatever they take
});

test("only newer lines are read where that is asked", async () => {
  const { tab } = await filled(70);
  assert.deepEqual((await readAll(tab, { after: 68 })).words, wordsOf(69, 70));
  assert.deepEqual(await readAll(tab, { after: 70 }), { count: 0, problems: [], words: [], slices: [] });
});

test("the head is the one that anybody can compute from the lines", async () => {
  const { tab } = await filled(70);
  const { count, start, head, problems } = await tab.store.check();
  const lines = wordsOf(1, 70).map(([seq, word]) => JSON.stringify({ v: 1, seq, word }));
  assert.equal(hexOf(headAfterLines(startOf(bytesOfHex(start)), lines)), head);
  assert.deepEqual([count, problems], [70, []]);
});

test("a fold of another tab between the look and the check leaves nothing missing", async () => {
  const { storage } = await filled(32);
  const other = openTab(storage);
  let left = 2;
  const tab = openTab(storage, {
    onAsk: async (action) => {
      if (action === CHECK_LINES && left-- > 0) await addEach(other, 33, 33);
    },
  });
  const { count, head, problems } = await tab.store.check();
  const now = await other.store.check();
  assert.deepEqual([count, problems], [34, []]);
  assert.equal(head, now.head);
});

test("a fold of another tab while all is read leaves nothing missing", async () => {
  const storage = createLineStorage();
  const other = openTab(storage);
  await other.store.add(range(1, 1200).map(() => make("x".repeat(900))));
  await addEach(other, 1201, 1232);
  const tab = openTab(storage, {
    onAsk: async (action) => {
      if (action === OPEN_LINES) await addEach(other, 1, 66); // two folds
    },
  });
  const { count, problems, slices } = await readAll(tab);
  assert.ok(slices.length > 2);
  assert.deepEqual([count, problems], [1232, []]);
});

test("what is gone for good is still named after the last look", async () => {
  const { storage, tab } = await filled(10);
  const { find } = storage;
  storage.find = async (choose) => {
    const found = await find(choose);
    return { ...found, files: found.files.filter(({ from }) => from !== 5) };
  };
  assert.deepEqual((await tab.store.check()).problems.slice(0, 1), [{ kind: "missing", from: 5, to: 5 }]);
});

test("lines of a copy that begin with its start have its head, and any other start is as good as none", async () => {
  const { tab } = await filled(40);
  const { start, head } = await tab.store.check();
  const rows = [];
  assert.equal((await tab.store.read((slice) => rows.unshift(...slice.reverse()))).start, start);
  const makes = rows.map(
    ({ line }) =>
      () =>
        line,
  );
  const again = openTab(createLineStorage());
  await again.store.add(makes, { start });
  assert.deepEqual(await again.store.check(), { count: 40, start, head, problems: [] });
  for (const wrong of ["x", start.slice(1), `${start}0`, start.toUpperCase(), 7, null]) {
    const other = openTab(createLineStorage());
    await other.store.add(makes, { start: wrong });
    const checked = await other.store.check();
    assert.deepEqual(checked.problems, []);
    assert.notEqual(checked.head, head);
  }
  const begun = openTab(createLineStorage());
  await begun.store.add([make("own")]);
  const { start: own } = await begun.store.check();
  await begun.store.add(makes, { start });
  assert.deepEqual([(await begun.store.check()).start, (await begun.store.check()).problems], [own, []]);
});

test("without a line there is no head", async () => {
  const tab = openTab(createLineStorage());
  assert.deepEqual(await tab.store.check(), { count: 0, start: null, head: null, problems: [] });
  assert.deepEqual(await readAll(tab), { count: 0, problems: [], words: [], slices: [] });
});

test("of two tabs none takes the other's number: the later one makes its line again", async () => {
  const storage = createLineStorage();
  const asked = [];
  let other;
  const one = openTab(storage, {
    onAsk: async (action) => {
      if (action !== SEAL_LINES || asked.length > 1) return;
      await other.store.add([make("other")]); // between the look and the writing
    },
  });
  other = openTab(storage);
  const [added] = await one.store.add([
    ({ seq }) => {
      asked.push(seq);
      return make("one")({ seq });
    },
  ]);
  assert.deepEqual([asked, added.seq], [[1, 2], 2]);
  assert.deepEqual((await readAll(one)).words, [
    [1, "other"],
    [2, "one"],
  ]);
  assert.deepEqual((await other.store.check()).problems, []);
});

test("300 lines of two tabs have 300 numbers, and one chain", async () => {
  const storage = createLineStorage();
  const tabs = [openTab(storage), openTab(storage)];
  await Promise.all(
    tabs.map(async (tab, name) => {
      for (let i = 0; i < 150; i++) await tab.store.add([make(`${name} ${i}`)]);
    }),
  );
  const { words, problems } = await readAll(tabs[0]);
  assert.deepEqual(
    words.map(([seq]) => seq),
    range(1, 300),
  );
  assert.deepEqual(
    words.filter(([, word]) => word.startsWith("1 ")).map(([, word]) => word),
    range(0, 149).map((i) => `1 ${i}`),
  );
  assert.deepEqual([problems, (await tabs[1].store.check()).problems], [[], []]);
});

test("B2.21: what does not open is named, and the rest opens and can be added to", async () => {
  const { storage, tab } = await filled(70); // parts 1-66, tail 67-70
  storage.damage("tail 68-68");
  const { words, problems } = await readAll(tab);
  assert.deepEqual(
    words,
    wordsOf(1, 70).filter(([seq]) => seq !== 68),
  );
  assert.deepEqual(problems, [{ kind: "damaged", from: 68, to: 68 }]);
  assert.deepEqual((await tab.store.check()).problems, problems);
  await addEach(tab, 71, 110); // over a fold
  assert.ok(storage.files.has("tail 68-68")); // nothing is deleted
  const again = openTab(storage);
  assert.deepEqual(
    (await readAll(again)).words,
    wordsOf(1, 110).filter(([seq]) => seq !== 68),
  );
  assert.deepEqual((await again.store.check()).problems, problems);
});

test("a damaged part takes no other with it, and the head stays what it was", async () => {
  const { storage, tab } = await filled(70);
  const { head } = await tab.store.check();
  storage.damage("parts 1-66");
  assert.deepEqual((await readAll(tab)).words, wordsOf(67, 70));
  const checked = await tab.store.check();
  assert.deepEqual(checked.problems, [{ kind: "damaged", from: 1, to: 66 }]);
  assert.deepEqual([checked.head, checked.count], [head, 4]);
  await addEach(tab, 71, 100);
  assert.deepEqual(names(storage).slice(0, 2), ["parts 1-66", "parts 67-99"]);
});

test("where the newest line is damaged, the next one has the next number", async () => {
  const { storage } = await filled(40);
  storage.damage("tail 40-40");
  const tab = openTab(storage);
  await addEach(tab, 41, 42);
  assert.deepEqual(
    (await readAll(tab)).words,
    wordsOf(1, 42).filter(([seq]) => seq !== 40),
  );
  assert.deepEqual((await tab.store.check()).problems, [{ kind: "damaged", from: 40, to: 40 }]);
});

test("where nothing opens, a line can still be added", async () => {
  const { storage } = await filled(2);
  storage.damage("tail 1-1");
  storage.damage("tail 2-2");
  const tab = openTab(storage);
  await addEach(tab, 3, 3);
  assert.deepEqual((await readAll(tab)).problems, [
    { kind: "damaged", from: 1, to: 1 },
    { kind: "damaged", from: 2, to: 2 },
  ]);
});

test("what is gone is named", async () => {
  const { storage, tab } = await filled(70);
  storage.files.delete("tail 67-67");
  storage.files.delete("tail 68-68");
  const missing = [{ kind: "missing", from: 67, to: 68 }];
  assert.deepEqual((await readAll(tab)).problems, missing);
  assert.deepEqual((await tab.store.check()).problems, missing);
  storage.files.delete("parts 1-66");
  assert.deepEqual((await readAll(tab)).problems, [{ kind: "missing", from: 1, to: 68 }]);
});

test("what was put elsewhere is named", async () => {
  const { storage, tab } = await filled(70);
  const [one, other] = ["tail 68-68", "tail 69-69"].map((name) => storage.files.get(name).file);
  storage.damage("tail 68-68", () => other);
  storage.damage("tail 69-69", () => one);
  const changed = [68, 69].map((seq) => ({ kind: "changed", from: seq, to: seq }));
  assert.deepEqual((await readAll(tab)).problems, changed);
  assert.deepEqual((await tab.store.check()).problems, changed);
});

test("a file that was put elsewhere stays in the tail, and no later line goes on from it", async () => {
  const { storage } = await filled(40);
  const { file } = storage.files.get("tail 34-34");
  storage.damage("tail 36-36", () => file);
  const changed = [{ kind: "changed", from: 36, to: 36 }];
  const tab = openTab(storage);
  await addEach(tab, 41, 66); // the last one folds
  assert.deepEqual((await openTab(storage).store.check()).problems, changed);
  await openTab(storage).store.add([make("word 67")]);
  assert.deepEqual((await tab.store.check()).problems, changed);
});

test("what somebody with the key has written anew is named by the chain", async () => {
  const { storage, tab } = await filled(70);
  const changeWord = (from, to) => (file) => bytes(new TextDecoder().decode(file).replace(from, to));
  storage.damage("parts 1-66", changeWord('"word 7"', '"mild 7"'));
  storage.damage("tail 69-69", changeWord('"word 69"', '"mild 69"'));
  assert.deepEqual((await tab.store.check()).problems, [
    { kind: "changed", from: 1, to: 66 },
    { kind: "changed", from: 69, to: 69 },
  ]);
});

test("B2.15: a full disk leaves all as it was, and the next try stores it once", async () => {
  const { storage, tab } = await filled(32);
  for (const before of [storage.files.size, 1]) {
    storage.failAt = (step) => {
      if (step === "put") throw new KnownError(STORAGE_FULL);
    };
    await assert.rejects(tab.store.add([make("next")]), { kind: "storage-full" });
    assert.equal(storage.files.size, before);
    storage.failAt = () => {};
    await tab.store.add([make("next")]);
  }
  assert.deepEqual((await readAll(tab)).words.slice(32), [
    [33, "next"],
    [34, "next"],
  ]);
  assert.deepEqual((await tab.store.check()).problems, []);
});

test("what was stored after it was said not to be is told once, and not stored twice unasked", async (t) => {
  const { storage, tab } = await filled(1);
  const { put } = storage;
  let goOn;
  storage.put = async (...asked) => {
    await new Promise((resolve) => (goOn = resolve));
    return put(...asked);
  };
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const first = tab.store.add([make("slow")]);
  while (!goOn) await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(10_001);
  await assert.rejects(first, { kind: "storage-silent" });
  storage.put = put;
  const second = tab.store.add([make("slow")]);
  await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(10_001);
  await assert.rejects(second, { kind: "storage-silent" }); // still under way
  goOn();
  await assert.rejects(tab.store.add([make("slow")]), { kind: "kept-late" });
  assert.deepEqual((await readAll(tab)).words, [
    [1, "word 1"],
    [2, "slow"],
  ]);
  await tab.store.add([make("more")]);
  assert.deepEqual((await readAll(tab)).words.slice(2), [[3, "more"]]);
});

test("what storage never stored is added with the next try", async (t) => {
  const { storage, tab } = await filled(1);
  const { put } = storage;
  let refuse;
  storage.put = () => new Promise((_, reject) => (refuse = reject));
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const first = tab.store.add([make("slow")]);
  while (!refuse) await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(10_001);
  await assert.rejects(first, { kind: "storage-silent" });
  refuse(new KnownError(STORAGE_FULL));
  storage.put = put;
  const [row] = await tab.store.add([make("slow")]);
  assert.equal(row.seq, 2);
});

test("what locks before a line is sealed stores nothing, and nothing is read after it", async () => {
  const storage = createLineStorage();
  for (const held of [SEAL_LINES, OPEN_LINES]) {
    const tab = openTab(storage, { onAsk: (action) => void (tab.isEnded ||= action === held) });
    await assert.rejects(held === SEAL_LINES ? tab.store.add([make("a")]) : readAll(tab), {
      kind: "not-unlocked",
    });
  }
  assert.equal(storage.files.size, 0);
});

test("a line that was stored when it locked is told as kept", async () => {
  const storage = createLineStorage();
  const tab = openTab(storage);
  storage.failAt = (step) => void (tab.isEnded ||= step === "put");
  assert.equal((await tab.store.add([make("a")])).length, 1);
  assert.equal(storage.files.size, 1);
});

test("another key in storage stores nothing", async () => {
  const { storage, tab } = await filled(2);
  storage.key = "new";
  await assert.rejects(tab.store.add([make("a")]), { kind: "passphrase-changed" });
  await assert.rejects(readAll(tab), { kind: "passphrase-changed" });
  assert.equal(storage.files.size, 2);
});

test("a line of more than 48 KiB, or with a break in it, is refused before anything is stored", async () => {
  const { storage, tab } = await filled(1);
  await assert.rejects(tab.store.add([() => "x".repeat(48 * 1024 + 1)]), { kind: "too-large" });
  await assert.rejects(tab.store.add([() => "one\ntwo"]), /a line has no break in it/);
  assert.equal(storage.files.size, 1);
  await tab.store.add([() => "x".repeat(48 * 1024)]);
  for (const { file } of storage.files.values()) assert.ok(file.length < 65_536 - 300);
});

/** Wait until this holds; work in the background has no promise. */
async function until(isSo) {
  for (let turns = 0; !isSo(); turns++) {
    assert.ok(turns < 10_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("after a new key every file is sealed for it, and the older key is dropped only then", async () => {
  const { storage, tab } = await filled(70);
  const { head } = await tab.store.check();
  Object.assign(storage, { key: "new", hasOlder: true });
  const next = openTab(storage, { key: "new", older: ["key"] });
  assert.deepEqual((await readAll(next)).words, wordsOf(1, 70)); // while it is under way
  await next.store.add([make("word 71")]);
  await until(() => !storage.hasOlder);
  const plain = openTab(storage, { key: "new" });
  assert.deepEqual((await readAll(plain)).words, wordsOf(1, 71));
  const checked = await plain.store.check();
  assert.deepEqual(checked.problems, []);
  assert.notEqual(checked.head, head); // one more line
});

test("what a change of the key leaves undone is done after the next unlocking", async () => {
  const { storage } = await filled(40);
  Object.assign(storage, { key: "new", hasOlder: true });
  let sealed = 0;
  const killed = openTab(storage, {
    key: "new",
    older: ["key"],
    onAsk: (action) => void (killed.isEnded ||= action === RESEAL_LINES && ++sealed === 4),
  });
  await until(() => sealed === 4);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(storage.hasOlder);
  const next = openTab(storage, { key: "new", older: ["key"] });
  await until(() => !storage.hasOlder);
  assert.deepEqual((await readAll(next)).words, wordsOf(1, 40));
});

test("B2.20: what opens attachments is sealed anew with the lines, and the older key stays until then", async () => {
  const { storage } = await filled(2);
  for (const id of ["one", "other"])
    storage.files.set(`files ${id}`, { place: "files", file: await sealFor("key")(bytes(id)) });
  Object.assign(storage, { key: "new", hasOlder: true });
  let sealed = 0;
  const killed = openTab(storage, {
    key: "new",
    older: ["key"],
    onAsk: (action) => void (killed.isEnded ||= action === RESEAL_LINES && ++sealed === 4),
  });
  await until(() => sealed === 4);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(storage.hasOlder);
  openTab(storage, { key: "new", older: ["key"] });
  await until(() => !storage.hasOlder);
  for (const id of ["one", "other"])
    assert.deepEqual(storage.files.get(`files ${id}`).file, await sealFor("new")(bytes(id)));
});

test("where a file opens with no key, the older key stays", async () => {
  const { storage } = await filled(40);
  storage.damage("tail 38-38");
  Object.assign(storage, { key: "new", hasOlder: true });
  let asked = 0;
  const tab = openTab(storage, {
    key: "new",
    older: ["key"],
    onAsk: (action) => void (asked += action === RESEAL_LINES),
  });
  await until(() => asked === storage.files.size);
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(storage.hasOlder);
  assert.deepEqual((await readAll(tab)).problems, [{ kind: "damaged", from: 38, to: 38 }]);
});
