// What was written before a kept log was opened goes into it, and is nowhere lost on its way.
import assert from "node:assert/strict";
import test from "node:test";
import { createLines } from "../../theme/components/log/lines.js";
import { createEntries } from "../../theme/components/log/model/entries.js";
import {
  correctEntry,
  makesToLines,
  removeEntry,
  writeEntry,
} from "../../theme/components/log/model/writing.js";
import { KnownError, STORAGE_FULL, STORAGE_SILENT } from "../../theme/components/vault/protocol.js";
import { createLineStorage, openTab } from "./fake-lines.mjs";
import { context, shape, typed } from "./log-shape.mjs";

const lineOf = (what) => writeEntry(typed({ what }), context).makes;

/** A page with a log, and a device that keeps one; `failing` names what of it rejects. */
function start({ onChange = () => {} } = {}) {
  const log = createEntries(shape);
  const troubles = [];
  const onTrouble = ({ kind }, waits) => troubles.push([kind, waits]);
  const lines = createLines({ log, shape, onChange, onProblems() {}, onTrouble });
  const { store } = openTab(createLineStorage());
  const failing = {};
  const work =
    (name) =>
    async (...given) => {
      if (failing[name]) throw new KnownError(failing[name]);
      return store[name](...given);
    };
  const keeper = { state: "off", add: work("add"), read: work("read"), check: work("check") };
  keeper.saveTyped = async () => {};
  lines.forKeeping.attach(keeper);
  const to = (state) => {
    keeper.state = state;
    return lines.forKeeping.onState(state);
  };
  /** As keeping does it: the page is cleared before it is told. */
  const lock = () => {
    keeper.state = "locked";
    lines.clear();
    return to("locked");
  };
  const said = () => log.asWritten().map(({ fields }) => fields.what);
  const stored = async () => {
    const all = createEntries(shape);
    await store.read((rows) => all.add(rows));
    return all.asWritten().map(({ fields }) => fields.what);
  };
  return { log, lines, store, failing, keeper, to, lock, said, stored, troubles };
}

/** A page on which one entry was written while a log of one entry is kept and locked. */
async function startLocked(options) {
  const page = start(options);
  await page.store.add(lineOf("kept"));
  await page.to("off");
  await page.lines.add(lineOf("before"));
  await page.to("locked");
  return page;
}

test("what was written before it was opened is in the log, and in the page once", async () => {
  const { to, said, stored, troubles } = await startLocked();
  await to("unlocked");

  assert.deepEqual(said(), ["before", "kept"]);
  assert.deepEqual(await stored(), ["before", "kept"]);
  assert.deepEqual(troubles, []);
});

for (const [name, kind] of [
  ["add", STORAGE_FULL],
  ["read", STORAGE_SILENT],
])
  test(`where ${name} fails, it stays in the page, is called not kept, and goes in with the next entry`, async () => {
    const { log, lines, failing, to, said, stored, troubles } = await startLocked();
    failing[name] = kind;
    await to("unlocked");

    assert.deepEqual(troubles, [[kind, "open"]]);
    assert.ok(said().includes("before"));
    const entry = log.asWritten().find(({ fields }) => fields.what === "before");
    assert.equal(lines.isKept(entry), false);
    const waits = lines.forKeeping.waiting().map((line) => JSON.parse(line));
    assert.deepEqual(
      waits.map(({ seq, fields }) => [seq, fields.what]),
      [[name === "add" ? 2 : 1, "before"]],
    );
    await assert.rejects(lines.add(lineOf("next")), { kind });
    assert.deepEqual(said(), name === "add" ? ["before", "kept"] : ["before"]);
    delete failing[name];
    await lines.add(lineOf("next"));
    assert.deepEqual(said(), ["next", "before", "kept"]);
    assert.deepEqual(await stored(), ["next", "before", "kept"]);
    assert.ok(log.asWritten().every(lines.isKept));
    assert.deepEqual(lines.forKeeping.waiting(), []);
  });

test("where it locks before it is stored, it is not on the page, and goes in when the log is opened again", async () => {
  const { lines, to, lock, said, stored, troubles } = await startLocked();
  const opening = to("unlocked");
  await lock();
  await opening;

  assert.deepEqual(said(), []);
  assert.equal(lines.size(), 0);
  assert.equal(troubles.at(-1)[1], "locked");
  await to("unlocked");
  assert.deepEqual(said(), ["before", "kept"]);
  assert.deepEqual(await stored(), ["before", "kept"]);
});

test("where storage is gone, it is in the page's memory again", async () => {
  const { lines, failing, to, said } = await startLocked();
  failing.add = STORAGE_FULL;
  await to("unlocked");
  await to("off");

  assert.deepEqual(said(), ["before", "kept"]);
  assert.equal(lines.forKeeping.inMemory().length, 2);
});

test("where all is deleted, nothing of it comes back", async () => {
  const { lines, failing, to, said } = await startLocked();
  failing.add = STORAGE_FULL;
  await to("unlocked");
  lines.clear();
  await to("off");

  assert.deepEqual(said(), []);
  assert.deepEqual(lines.forKeeping.inMemory(), []);
});

test("a correction and a removal that are written while keeping begins are kept", async () => {
  const { log, lines, store, keeper, to } = start();
  await to("off");
  await lines.add(lineOf("one"));
  await lines.add(lineOf("two"));
  const texts = lines.forKeeping.inMemory();
  const [two, one] = log.asWritten();
  await lines.add(correctEntry(one, { fields: { what: "one, corrected" } }, context).makes);
  await lines.add(removeEntry(two, context).makes);
  await store.add(texts.map((text) => () => text));
  const opening = to("unlocked");
  lines.forKeeping.onKept();
  await opening;

  assert.equal(keeper.state, "unlocked");
  const seen = log
    .asWritten()
    .map(({ fields, removed, versions }) => [fields.what, Boolean(removed), versions.length]);
  assert.deepEqual(seen, [
    ["two", true, 2],
    ["one, corrected", false, 2],
  ]);
});

test("what is kept again after a line was lost can be read", async () => {
  const { lines, to, keeper } = start();
  const all = makesToLines([..."abcd"].flatMap(lineOf), 1);
  keeper.read = async (onSlice) => {
    onSlice(all.filter(({ seq }) => seq !== 2));
    return { count: 3, problems: [] };
  };
  await to("unlocked");
  await to("off");
  const again = createEntries(shape);
  again.add(lines.forKeeping.inMemory().map((line, at) => ({ seq: at + 1, line })));

  assert.deepEqual(again.unreadable, []);
  assert.deepEqual(
    again.asWritten().map(({ fields }) => fields.what),
    ["d", "c", "a"],
  );
});

test("an entry that is kept and cannot be shown is kept", async ({ mock }) => {
  let isBroken = false;
  const onChange = () => {
    if (isBroken) throw new RangeError("shown wrongly");
  };
  const { lines, to, stored } = start({ onChange });
  await to("unlocked");
  isBroken = true;
  const faults = [];
  const { setTimeout } = globalThis;
  const timer = mock.method(globalThis, "setTimeout", (work, ...rest) =>
    rest.length ? setTimeout(work, ...rest) : faults.push(work),
  );
  const rows = await lines.add(lineOf("kept"));
  timer.mock.restore();

  assert.equal(rows.length, 1);
  assert.deepEqual(await stored(), ["kept"]);
  assert.equal(faults.length, 1);
  assert.throws(faults[0], { message: "a fault of this page: RangeError" });
});

test("what is added as the log locks is not in memory behind the lock", async () => {
  const { lines, lock, to } = start();
  await to("unlocked");
  const adding = lines.add(lineOf("late"));
  const locking = lock();

  await assert.rejects(adding, { kind: "not-unlocked" });
  await locking;
  assert.equal(lines.size(), 0);
});

test("codes of a file fit after it was opened where nothing was written, whether that is kept or not", async () => {
  const other = start();
  await other.to("unlocked");
  for (const what of ["one", "two"]) await other.lines.add(lineOf(what));
  const { head, start: begin } = await other.store.check();
  const texts = [...other.lines.forKeeping.inMemory()];

  const kept = start();
  await kept.to("unlocked");
  await kept.lines.forKeeping.incoming(texts, begin).add();
  assert.equal((await kept.store.check()).head, head);

  const page = start();
  await page.to("off");
  await page.lines.forKeeping.incoming(texts, begin).add();
  assert.deepEqual([page.lines.forKeeping.inMemory(), page.lines.forKeeping.start()], [texts, begin]);
  page.lines.clear();
  assert.equal(page.lines.forKeeping.start(), undefined);
});

test("a log whose storage is gone can be kept again with its codes, and a file takes none from a page", async () => {
  const page = start();
  await page.store.add(lineOf("one"));
  await page.to("unlocked");
  const { start: begin } = await page.store.check();
  await page.to("off"); // gone: the page still has the entries
  assert.equal(page.lines.forKeeping.start(), begin);

  const written = start();
  await written.to("off");
  await written.lines.add(lineOf("mine"));
  await written.lines.forKeeping.incoming(page.lines.forKeeping.inMemory(), begin).add();
  assert.equal(written.lines.forKeeping.start(), undefined);
  assert.deepEqual(written.said(), ["one", "mine"]);
});

/** An open log; `saveTyped` is what storing the draft does. Returns in which order what was stored. */
async function addTyped(saveTyped, how) {
  const { lines, keeper, to } = start();
  await to("unlocked");
  const order = [];
  const { add } = keeper;
  keeper.saveTyped = async () => order.push("draft") && saveTyped();
  keeper.add = async (...given) => order.push("line") && add(...given);
  await lines.add(lineOf("typed"), how);
  return order;
}

test("what is typed is stored before the line that has it, so that a kill right after that leaves no second copy", async () => {
  assert.deepEqual(await addTyped(async () => {}, { isTyped: true }), ["draft", "line"]);
  assert.deepEqual(await addTyped(async () => {}), ["line"]);
});

test("a draft that cannot be stored, or gets no answer, keeps no line out", async (given) => {
  const full = () => Promise.reject(new KnownError(STORAGE_FULL));
  assert.deepEqual(await addTyped(full, { isTyped: true }), ["draft", "line"]);
  given.mock.timers.enable({ apis: ["setTimeout"] });
  const adding = addTyped(() => new Promise(() => {}), { isTyped: true });
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  given.mock.timers.tick(1000);
  assert.deepEqual(await adding, ["draft", "line"]);
});
