// The charts are a script of their own: one that did not arrive is told as that, and a fault of ours never is.
import assert from "node:assert/strict";
import test from "node:test";
import { NOT_LOADED, NOT_MADE } from "../../theme/components/log/pictures/words.js";
import { withFaults } from "./faults.mjs";

const ENTRIES = ["e-1"];
let arrive = () => {}; // what the script does when it has arrived; null where it does not
globalThis.document = Object.assign(new EventTarget(), {
  documentElement: { dataset: {} },
  currentScript: { src: "https://example.org/assets/log.js" },
  createElement: () => ({ remove() {} }),
  head: {
    append: (script) =>
      setTimeout(() => {
        arrive?.();
        script[arrive ? "onload" : "onerror"]();
      }),
  },
});
const { picturesOnRequest } = await import("../../theme/components/log/pictures/on-request.js");
const pass = (start) => () => document.dispatchEvent(new CustomEvent("guide:pictures", { detail: start }));

function open() {
  const said = { textContent: "" };
  return { said, ...picturesOnRequest({ querySelector: () => said }, { entries: () => ENTRIES }) };
}

test("where the script did not arrive that is said, and the next opening tries again", async () => {
  const page = open();
  arrive = null;
  const { faults } = await withFaults(page.show);
  assert.deepEqual([page.said.textContent, faults], [NOT_LOADED, []]);

  const shown = [];
  arrive = pass((_area, { entries }) => ({ show: () => shown.push(entries()) }));
  await page.show();
  await page.show();
  assert.deepEqual(shown, [ENTRIES, ENTRIES]);
});

for (const [name, script] of [
  [
    "breaks as it is set up",
    pass(() => {
      throw new TypeError("Blue door");
    }),
  ],
  ["passes nothing", () => {}],
])
  test(`a script that ${name} is a fault of ours, and is seen without its words`, async () => {
    const page = open();
    arrive = script;
    const { faults } = await withFaults(page.show);
    assert.equal(page.said.textContent, NOT_MADE);
    assert.deepEqual(
      faults.map(({ message }) => message),
      ["a fault of this page: TypeError"],
    );
  });

test("after the reader has left, nothing is said and nothing is set up", async () => {
  const page = open();
  arrive = pass(() => assert.fail("set up"));
  const showing = page.show();
  page.stop();
  await showing;
  assert.equal(page.said.textContent, "");
});
