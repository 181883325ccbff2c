// What a kept copy says about itself: of files that it does not hold, only those of its version may come from the network.
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = {
  baseURI: "https://example.org/",
  currentScript: { src: "https://example.org/assets/offline.js" },
  documentElement: { dataset: {} },
};
const { filesOf, markOf } = await import("../../theme/components/offline/manifest.js");

const LIST = {
  version: "0123456789abcdef",
  order: 1,
  guide: { files: [["index.html", 5, "first"]] },
  more: { files: [["assets/python/core.wasm", 7, "second"]] },
  online: { files: [["assets/python/slim.wasm", 3, "third"]] },
};

test("no choice holds what is for the network alone, and each knows its hash", () => {
  for (const choice of ["guide", "all"]) {
    assert.ok(!filesOf(LIST, choice).some(([path]) => path.includes("slim")));
    assert.equal(markOf(LIST, choice).kept["assets/python/slim.wasm"], undefined);
    assert.equal(markOf(LIST, choice).others["assets/python/slim.wasm"], "third");
  }
  assert.equal(markOf(LIST, "guide").others["assets/python/core.wasm"], "second");
  assert.equal(markOf(LIST, "all").kept["assets/python/core.wasm"], "second");
});
