// Documents between the page and the vault: kept, changed, locked, opened, joined; no page and no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAutosave } from "../../theme/components/documents/keeping/autosave.js";
import { areSame } from "../../theme/components/documents/model/three-way.js";
import { openSession } from "../../theme/components/vault/session.js";
import { SINGLE_RECORD, singleRecord } from "../../theme/components/vault/stores/single-record.js";
import { bytes, createWorkerHandle, createStorage, seal, unseal } from "./fake-vault.mjs";

const joinLines = (base, mine, theirs) => [...theirs, ...mine.filter((one) => !base.includes(one))];

/** A document without a page: `type(line)` is what its reader does. */
function createDocument(kind) {
  let data = { kind, lines: [] };
  let heard = null;
  let isPending = false;
  const waiting = [];
  const empty = () => ({ kind, lines: [] });
  return {
    kind,
    empty,
    read: () => data,
    show: (other) => (data = other),
    isSame: areSame,
    open: (stored) => (stored?.kind === kind ? { data: stored } : { problems: [`no ${kind}`] }),
    join: (base, mine, theirs) => ({ ...theirs, lines: joinLines(base.lines, mine.lines, theirs.lines) }),
    type(line) {
      data = { ...data, lines: [...data.lines, line] };
      if (!heard) return;
      waiting.push(line);
      isPending = true;
      heard.onPending();
    },
    clear: () => (data = empty()),
    edits: {
      start: (_, listener) => (heard = listener),
      stop: () => (heard = null),
      isPending: () => isPending,
      shown: () => data,
      reread() {},
      count() {},
      note() {
        isPending = false;
        for (const line of waiting.splice(0))
          heard?.onEdit((other) => ({ ...other, lines: [...other.lines, line] }), 1);
      },
    },
  };
}

/** Keeping over a session, as `keeping.js` and the vault put them together. */
function createTab(...kinds) {
  const documents = kinds.map(createDocument);
  const told = { status: [], reminders: [], idle: [] };
  const tab = { documents, told, session: null };
  tab.autosave = createAutosave(documents, {
    update: (edit) => tab.session?.storeOf(SINGLE_RECORD).update(edit),
    onStatus: (isKept) => told.status.push(isKept),
    onReminder: (due) => told.reminders.push(due),
    onIdle: (minutes) => told.idle.push(minutes),
    sight: { read: () => tab.sight, show: (text) => (tab.sight = text) },
  });
  tab.begin = (storage) => {
    const { key, record } = storage.records;
    const stores = {
      [SINGLE_RECORD]: singleRecord({
        record,
        data: unseal(record),
        join: tab.autosave.forVault.join,
        storage,
      }),
    };
    tab.session = openSession({
      worker: createWorkerHandle(),
      key,
      recipient: "",
      startWorker: createWorkerHandle,
      stores,
    });
  };
  tab.keep = () => {
    const data = tab.autosave.dataOfPage();
    const storage = createStorage({ key: bytes("key"), record: seal(data) });
    tab.begin(storage);
    tab.autosave.start(data);
    return storage;
  };
  tab.lock = () => {
    tab.autosave.note();
    const left = tab.session.end({ again: true });
    tab.session = null;
    tab.autosave.stop();
    for (const one of documents) one.clear();
    return left;
  };
  tab.unlock = (storage) => {
    tab.begin(storage);
    return tab.autosave.open(tab.session.storeOf(SINGLE_RECORD).data());
  };
  return tab;
}

const storedIn = ({ records }) => unseal(records.record);
const linesOf = (tab) => tab.documents.map((one) => one.read().lines);

test("a plan alone is kept in the form of every version before", () => {
  const { autosave } = createTab("plan");
  assert.match(
    JSON.stringify(autosave.dataOfPage()),
    /^\{"plan":\{"kind":"plan","lines":\[\]\},"copy":\{"day":"\d{4}-\d\d-\d\d","changes":1\},"idle":5\}$/,
  );
});

test("keep, write, lock, open: all is there again, and nothing was on the page in between", async () => {
  const tab = createTab("plan", "log");
  tab.documents[0].type("before");
  const storage = tab.keep();
  tab.documents[0].type("after");
  tab.documents[1].type("entry");
  tab.autosave.note();
  await tab.session.store();
  assert.deepEqual(tab.lock(), []);
  assert.deepEqual(linesOf(tab), [[], []]);
  assert.deepEqual(tab.unlock(storage).before.get(tab.documents[0]), null);
  assert.deepEqual(linesOf(tab), [["before", "after"], ["entry"]]);
});

test("what was typed a moment before the lock is sealed with it", async () => {
  const tab = createTab("plan");
  const storage = tab.keep();
  tab.documents[0].type("last");
  const [left] = tab.lock();
  Object.assign(left, await left.sealed);
  await left.put();
  tab.unlock(storage);
  assert.deepEqual(linesOf(tab), [["last"]]);
});

test("an edit counts as a change, and leaves alone what this version does not know", async () => {
  const tab = createTab("plan");
  const storage = tab.keep();
  tab.lock();
  const stored = { ...storedIn(storage), moon: { phase: "full" }, idle: 15 };
  storage.records = { ...storage.records, record: seal(stored) };
  tab.unlock(storage);
  tab.documents[0].type("one");
  tab.autosave.note();
  await tab.session.store();
  const { plan, copy, ...rest } = storedIn(storage);
  assert.deepEqual(plan.lines, ["one"]);
  assert.equal(copy.changes, stored.copy.changes + 1);
  assert.deepEqual(rest, { moon: { phase: "full" }, idle: 15 });
  assert.deepEqual(tab.told.idle.slice(-1), [15]);
});

test("what was chosen for when the page is out of sight is kept with the rest, and is there after unlocking", async () => {
  const tab = createTab("plan");
  const storage = tab.keep();
  assert.equal("sight" in storedIn(storage), false);
  tab.sight = "hide";
  tab.autosave.noteSight();
  await tab.session.store();
  assert.equal(storedIn(storage).sight, "hide");
  tab.lock();

  const other = createTab("plan");
  other.unlock(storage);
  assert.equal(other.sight, "hide");
  other.lock();

  const chosen = createTab("plan");
  chosen.sight = "cover";
  chosen.unlock(storage);
  await chosen.session.store();
  assert.deepEqual([chosen.sight, storedIn(storage).sight], ["cover", "cover"]);

  for (const sight of ["cover later-word", "cover"]) {
    chosen.sight = sight; // what a newer version keeps, and what this one knows of it
    chosen.autosave.noteSight();
  }
  await chosen.session.store();
  assert.equal(storedIn(storage).sight, "cover later-word");
});

test("a document that was not kept yet is an empty one, and is kept from its first edit on", async () => {
  const storage = createTab("plan").keep();
  const tab = createTab("plan", "log");
  assert.equal(tab.unlock(storage).problems, undefined);
  tab.documents[1].type("entry");
  tab.autosave.note();
  await tab.session.store();
  assert.deepEqual(storedIn(storage).log, { kind: "log", lines: ["entry"] });
  assert.deepEqual(Object.keys(storedIn(storage)), ["plan", "copy", "idle", "log"]);
});

test("what holds no document at all is told, and changes nothing", () => {
  const storage = createTab("letter").keep();
  const { copy, idle } = storedIn(storage);
  storage.records = { ...storage.records, record: seal({ copy, idle }) };
  const tab = createTab("plan");
  tab.documents[0].type("mine");
  assert.deepEqual(tab.unlock(storage), { problems: ["no plan"] });
  assert.deepEqual(linesOf(tab), [["mine"]]);
});

test("a document is opened alone beside one that this page does not show, which stays as it is", async () => {
  const storage = createTab("letter").keep();
  const tab = createTab("plan");
  tab.documents[0].type("before");
  const { before } = tab.unlock(storage);
  assert.deepEqual([...before.values()], [{ kind: "plan", lines: ["before"] }]);
  tab.documents[0].type("after");
  tab.autosave.note();
  await tab.session.store();
  const { letter, plan } = storedIn(storage);
  assert.deepEqual([letter, plan.lines], [{ kind: "letter", lines: [] }, ["after"]]);
});

test("a document that comes later is shown as it is kept, and what the page had of it is told", async () => {
  const first = createTab("plan", "log");
  first.documents[1].type("kept");
  const storage = first.keep();
  const tab = createTab("plan");
  tab.unlock(storage);
  tab.documents[0].type("of the plan");
  const late = createDocument("log");
  late.type("written before");
  tab.documents.push(late);
  const { before } = tab.autosave.openLate(late);
  assert.deepEqual([...before.values()], [{ kind: "log", lines: ["written before"] }]);
  assert.deepEqual(linesOf(tab), [["of the plan"], ["kept"]]);
  assert.equal(tab.told.status.at(-1), false); // the plan still has something to pass on
  late.type("after");
  tab.autosave.note();
  await tab.session.store();
  const { plan, log } = storedIn(storage);
  assert.deepEqual([plan.lines, log.lines], [["of the plan"], ["kept", "after"]]);
});

test("a document that comes later and cannot be opened is told, and changes nothing", () => {
  const storage = createTab("plan").keep();
  storage.records = { ...storage.records, record: seal({ ...storedIn(storage), log: { kind: "newer" } }) };
  const tab = createTab("plan");
  tab.unlock(storage);
  const late = createDocument("log");
  late.type("mine");
  tab.documents.push(late);
  assert.deepEqual(tab.autosave.openLate(late), { problems: ["no log"] });
  assert.deepEqual(late.read().lines, ["mine"]);
});

test("what the page had before it was opened is told for each document", () => {
  const storage = createTab("plan", "log").keep();
  const tab = createTab("plan", "log");
  tab.documents[1].type("written before");
  const { before } = tab.unlock(storage);
  assert.deepEqual([...before.values()], [null, { kind: "log", lines: ["written before"] }]);
});

test("two tabs join each document, the count of changes, and the time until it locks", async () => {
  const [one, other] = [createTab("plan", "log"), createTab("plan", "log")];
  const storage = one.keep();
  other.unlock(storage);
  one.documents[0].type("mine");
  other.documents[0].type("theirs");
  other.documents[1].type("entry");
  other.autosave.setIdle(1);
  for (const tab of [other, one]) {
    tab.autosave.note();
    await tab.session.store();
  }
  const { plan, log, copy, idle } = storedIn(storage);
  assert.deepEqual([plan.lines, log.lines, copy.changes, idle], [["theirs", "mine"], ["entry"], 4, 1]);
  assert.deepEqual(one.autosave.hear(storedIn(storage)), one.documents);
});

test("it is not kept while anything waits to be given or stored", () => {
  const tab = createTab("plan");
  tab.keep();
  tab.documents[0].type("a");
  assert.equal(tab.told.status.at(-1), false);
  tab.autosave.note();
  tab.autosave.forVault.onStored(false);
  assert.equal(tab.told.status.at(-1), false);
  tab.autosave.forVault.onStored(true);
  assert.equal(tab.told.status.at(-1), true);
});

test("a saved copy starts the count anew; data put in are a change", async () => {
  const tab = createTab("plan");
  const storage = tab.keep();
  tab.autosave.copied(tab.documents[0]);
  await tab.session.store();
  assert.equal(storedIn(storage).copy.changes, 0);
  tab.autosave.put(tab.documents[0], { kind: "plan", lines: ["from a file"] });
  assert.deepEqual(linesOf(tab), [["from a file"]]);
});

test("after it was locked, no edit reaches the vault", () => {
  const tab = createTab("plan");
  tab.keep();
  tab.lock();
  tab.documents[0].type("not kept");
  assert.deepEqual(tab.autosave.hear({ plan: tab.documents[0].empty() }), []);
  assert.deepEqual(linesOf(tab), [["not kept"]]);
});

test("what another tab has made of it is checked like what was unlocked, and then held", () => {
  const tab = createTab("plan", "log");
  tab.keep();
  const newer = { plan: { kind: "plan", version: 9 }, log: { kind: "newer-log" } };
  assert.deepEqual(tab.autosave.problemsIn(newer), ["no log"]);
  assert.deepEqual(tab.autosave.problemsIn({ plan: { kind: "other" }, log: null }), ["no plan", "no log"]);
  assert.deepEqual(tab.autosave.problemsIn({ plan: tab.documents[0].empty() }), []);
});

test("after it was locked, nothing that another tab has made is looked at", () => {
  const tab = createTab("plan");
  tab.keep();
  tab.lock();
  assert.deepEqual(tab.autosave.problemsIn({ plan: { kind: "other" } }), []);
});
