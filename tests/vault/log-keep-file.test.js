// Keeping a file as an item: it counts only where its bytes are there, and are those that were read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepFileAsItem } from "../../theme/components/log/evidence/keep-file.js";
import { filesOf, keptFileText, readKeptFile } from "../../theme/components/log/model/kept-files.js";
import { itemNumber } from "../../theme/components/log/model/items.js";
import { writeItem } from "../../theme/components/log/model/writing.js";
import {
  ATTACHMENT_GONE,
  DAMAGED,
  KnownError,
  UNREADABLE_FILE,
} from "../../theme/components/vault/protocol.js";
import { sha256Of } from "./log-export.mjs";
import { at, context as anyContext, logWith, withItems as shape, written } from "./log-shape.mjs";

const WORDS = "one call";
const HASH = sha256Of(Buffer.from(WORDS));

/** A log, and a vault of files that lie in a map. */
function world() {
  const { log, add } = logWith(shape);
  const files = new Map();
  let count = 0;
  const attachments = {
    async add(file) {
      const bytes = Buffer.from(await file.arrayBuffer());
      const id = `f-${(count += 1)}`;
      files.set(id, bytes);
      return { id, bytes: bytes.length, sha256: sha256Of(bytes) };
    },
    async read(id) {
      const bytes = files.get(id);
      if (!bytes) throw new KnownError(ATTACHMENT_GONE);
      const pull = (controller) => {
        if (bytes === DAMAGED) controller.error(new KnownError(DAMAGED));
        else {
          controller.enqueue(new Uint8Array(bytes));
          controller.close();
        }
      };
      return { bytes: bytes.length, stream: new ReadableStream({ pull }) };
    },
  };
  const lines = {
    given: () => ({ keeper: { attachments } }),
    add: async (makes) => add({ makes, problems: [] }),
  };
  const writtenNow = () => ({ ...anyContext, shape, written: written("2026-05-01T10:00:00Z") });
  return { log, add, files, parts: { log, lines, writtenNow } };
}

const keep = ({ parts }, text = WORDS, how = {}) =>
  keepFileAsItem(new File([text], "calls.xml"), { what: "A file", sha256: HASH, ...how }, parts);

test("the same file is kept once, as long as its bytes are there and whole", async () => {
  const here = world();
  assert.equal(await keep(here), "1");
  assert.equal(await keep(here), "1");
  assert.equal(here.files.size, 1);
  for (const lose of [(id) => here.files.set(id, DAMAGED), (id) => here.files.delete(id)]) {
    for (const id of here.files.keys()) lose(id);
    const before = here.log.items().length;
    const number = await keep(here);
    assert.equal(here.log.items().length, before + 1);
    const [file] = filesOf(here.log.items().find((item) => itemNumber(item) === number));
    assert.equal(here.files.get(file.file).toString(), WORDS);
  }
});

test("a file that changed since it was read is not kept as that file", async () => {
  const here = world();
  const isChanged = (error) => error instanceof KnownError && error.kind === UNREADABLE_FILE;
  await assert.rejects(keep(here, "another call"), isChanged);
  assert.equal(here.log.items().length, 0);
});

test("where the item cannot be written, that is told", async () => {
  const here = world();
  await assert.rejects(keep(here, WORDS, { what: "w".repeat(1100) }), RangeError);
  assert.equal(here.log.items().length, 0);
});

test("a name that turns letters around is shown with a sign", () => {
  const file = { file: "f-1", bytes: 8, sha256: HASH, dated: "", name: "a\u202egpj.exe" };
  assert.equal(readKeptFile(keptFileText(file)).name, "a\ufffdgpj.exe");
  assert.equal(readKeptFile(`f-1 8 ${HASH} - a\u202egpj.exe`).name, "a\ufffdgpj.exe");
  const here = world();
  const typed = { when: at("2026-05-01"), fields: { item: "\u202e7", thing: "x" } };
  here.add(writeItem(typed, { ...anyContext, shape }));
  assert.equal(itemNumber(here.log.items()[0]), "\ufffd7");
});
