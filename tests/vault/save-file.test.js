// A file to save: its address lives for a minute, and not beyond the moment in which the reader leaves.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { saveFile } from "../../theme/components/common/save-file.js";

let link, made;

beforeEach((t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  link = { click: () => (link.clicked = true) };
  globalThis.document = Object.assign(new EventTarget(), { createElement: () => link });
  made = new Set();
  t.mock.method(URL, "createObjectURL", () => {
    made.add("blob:1");
    return "blob:1";
  });
  t.mock.method(URL, "revokeObjectURL", (address) => made.delete(address));
});

test("it is dropped after a minute", (t) => {
  saveFile("text", "notes.txt", "text/plain");
  assert.deepEqual([link.clicked, link.download], [true, "notes.txt"]);
  t.mock.timers.tick(59_999);
  assert.equal(made.size, 1);
  t.mock.timers.tick(1);
  assert.equal(made.size, 0);
});

test("it is dropped when the reader leaves", () => {
  saveFile("text", "notes.txt", "text/plain");
  document.dispatchEvent(new Event("guide:leave"));
  assert.equal(made.size, 0);
});
