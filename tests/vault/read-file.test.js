import assert from "node:assert/strict";
import { test } from "node:test";
import { readFile } from "../../theme/components/documents/keeping/read-file.js";
import { planFromData, planFromText } from "../../theme/components/plan/model/open-plan.js";
import { STRINGS } from "../../theme/components/plan/plan-strings.js";
import { shape } from "./plan-shape.mjs";

const PLAN = JSON.stringify({ kind: "plan", version: 1, notes: { "tell-someone": "Ask Aunt \u{1f9e1}" } });
const NOT_OURS = /^This is not a file that this page can open/;
const named = (bytes) => Object.assign(new Blob([bytes]), { name: "plan.json" });
const utf16 = (text) => new Uint8Array(Buffer.from(text, "utf16le"));
const swapped = (bytes) => new Uint8Array(Buffer.from(bytes).swap16());

test("text that begins with a mark of its encoding is read by it", async () => {
  const marked = utf16(`\ufeff${PLAN}`);
  for (const bytes of [marked, swapped(marked), `\ufeff${PLAN}`, PLAN]) {
    assert.deepEqual(await readFile(named(bytes), STRINGS), { text: PLAN });
  }
});

test("half a letter, half of a pair and a text without a mark are not guessed at", async () => {
  const cut = utf16(`\ufeff${PLAN}`).slice(0, -1);
  for (const bytes of [cut, utf16("\ufeff\ud83e{}"), new Uint8Array([0x7b, 0xff])]) {
    assert.match((await readFile(named(bytes), STRINGS)).problem, NOT_OURS);
  }
  const { text } = await readFile(named(utf16(PLAN)), STRINGS);
  assert.ok(planFromText(text, shape).problems);
});

test("lines that another program has broken its own way are lines", () => {
  const data = { kind: "plan", version: 1, notes: { "tell-someone": "a\r\nb\rc\n\r\nd" } };
  const parts = { people: [{ do: "x\r\ny" }] };
  const { plan } = planFromData({ ...data, parts }, shape);
  assert.deepEqual([plan.notes["tell-someone"], plan.parts.people[0].do], ["a\nb\nc\n\nd", "x\ny"]);
});

test("what an older guide can have left behind opens, and a file made to be heavy does not", () => {
  const old = (count, letters) => ({
    kind: "plan",
    version: 1,
    notes: Object.fromEntries(
      Array.from({ length: count }, (_, number) => [`old-${number}`, "x".repeat(letters)]),
    ),
  });
  assert.ok(planFromData(old(300, 500), shape).plan);
  for (const heavy of [old(837, 10_000), old(301, 1), old(30, 9_000)]) {
    assert.deepEqual(planFromData(heavy, shape).problems, [
      "This holds too many things that this version of the guide cannot show.",
    ]);
  }
});

test("a file of 16 MiB is looked at, and one byte more is not", async () => {
  const opened = [];
  const offer = (size) => {
    const slice = () => {
      opened.push(size);
      return new Blob(["age-encryption.org/v2\n"]);
    };
    return readFile({ size, name: "plan.age", slice }, STRINGS);
  };
  await offer(16 * 1024 * 1024);
  await offer(16 * 1024 * 1024 + 1);
  assert.deepEqual(opened, [16 * 1024 * 1024]);
});
