// Messages between tabs: only those that tabs send, and the same one only so often.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = {
  currentScript: { src: "https://example.org/guide/assets/plan.js" },
  documentElement: { dataset: {} },
};
globalThis.location = new URL("https://example.org/guide/");
const channels = [];
globalThis.BroadcastChannel = class extends EventTarget {
  constructor(name) {
    super();
    channels.push([name, this]);
  }
};
const { CHANGED, openTabs, WIPED } = await import("../../theme/components/vault/tabs.js");

function open() {
  const heard = [];
  openTabs((message) => heard.push(message));
  const [, channel] = channels.at(-1);
  const send = (data) => channel.dispatchEvent(Object.assign(new Event("message"), { data }));
  return { heard, send };
}

test("what no tab of a guide tells is not heard, whoever sends it", () => {
  const { heard, send } = open();
  for (const odd of ["wipe", "", null, { toString: () => WIPED }, [WIPED], "constructor"]) send(odd);
  send(WIPED);
  assert.deepEqual(heard, [WIPED]);
});

test("the same word many times is heard once, and once more after a moment", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { heard, send } = open();
  for (let i = 0; i < 100; i++) send(CHANGED);
  assert.deepEqual(heard, [CHANGED]);
  t.mock.timers.tick(100);
  assert.deepEqual(heard, [CHANGED, CHANGED]);
  t.mock.timers.tick(1000);
  assert.deepEqual(heard, [CHANGED, CHANGED]);
});
