// A file of a kept guide that is saved: one that did not arrive is told as that, and a fault of ours never is.
import assert from "node:assert/strict";
import { test } from "node:test";

const page = Object.assign(new EventTarget(), {
  currentScript: { src: "https://example.org/assets/offline.js" },
  documentElement: { dataset: {} },
});
globalThis.document = page;
const { startDownloads } = await import("../../theme/components/offline/downloads.js");
const { NO_FILE } = await import("../../theme/components/offline/strings.js");
startDownloads();

/** Press a link; return what is said next to it, and the fault that is seen. */
async function press({ answer, saving }) {
  const said = { textContent: "", matches: () => true };
  const link = { href: "https://example.org/sheets/log.pdf", download: "log.pdf", nextElementSibling: said };
  page.createElement = saving;
  globalThis.fetch = answer;
  const click = new Event("click", { cancelable: true });
  Object.defineProperty(click, "target", { value: { closest: () => link } });
  Object.assign(click, { button: 0 });
  let fault = null;
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.once("unhandledRejection", (seen) => (fault = seen));
  page.dispatchEvent(click);
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
  return { said: said.textContent.trim(), fault };
}

const arrived = async () => new Response("a file", { headers: { "Content-Type": "application/pdf" } });
const broken = () => {
  throw new RangeError("broken");
};

test("a file that did not arrive is told as that", async () => {
  const gone = async () => new Response("", { status: 404 });
  for (const answer of [gone, () => Promise.reject(new TypeError("Failed to fetch"))])
    assert.deepEqual(await press({ answer, saving: broken }), { said: NO_FILE, fault: null });
});

test("a fault of ours in saving it is seen, and not told as a file that did not arrive", async () => {
  const { said, fault } = await press({ answer: arrived, saving: broken });
  assert.equal(said, "");
  assert.ok(fault instanceof RangeError);
});
