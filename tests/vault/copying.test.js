// Copying a text: where the browser refuses, it is shown to be copied by hand; a fault of ours is seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createCopying } from "../../theme/components/documents/take-away/copying.js";
import { withFaults } from "./faults.mjs";

const refuse = async () => {
  throw new DOMException("Blue door", "NotAllowedError");
};
const broken = async () => {
  throw new TypeError("Blue door");
};

/** Copy with a browser like this; return what is said and shown, and what developers see. */
async function copy(clipboard, say = null) {
  const said = [];
  const field = { value: "", focus() {}, select() {} };
  const place = { hidden: true, querySelector: () => field };
  Object.defineProperty(globalThis, "navigator", { value: { clipboard }, configurable: true });
  const { copy: copyText } = createCopying(
    { querySelector: () => place },
    say ?? ((text) => said.push(text)),
  );
  const { faults, result } = await withFaults(() => copyText("Blue door").catch((error) => error.name));
  return {
    said: said.length,
    shown: place.hidden ? "" : field.value,
    faults: faults.map(({ message }) => message),
    result,
  };
}

test("a text is copied, and the page says so", async () => {
  const done = await copy({ writeText: async () => {} });
  assert.deepEqual(done, { said: 1, shown: "", faults: [], result: undefined });
});

test("where pages have no clipboard, or may not write to it, the text is shown", async () => {
  const shown = { said: 0, shown: "Blue door", faults: [], result: undefined };
  assert.deepEqual(await copy(undefined), shown);
  assert.deepEqual(await copy({ writeText: refuse }), shown);
});

test("a fault of ours in copying is seen, without a word of the text", async () => {
  const { faults, shown } = await copy({ writeText: broken });
  assert.deepEqual([faults, shown], [["a fault of this page: TypeError"], "Blue door"]);
});

test("a fault of ours in saying so is not told as a browser that refuses", async () => {
  const done = await copy({ writeText: async () => {} }, () => {
    throw new TypeError("broken");
  });
  assert.deepEqual(done, { said: 0, shown: "", faults: [], result: "TypeError" });
});
