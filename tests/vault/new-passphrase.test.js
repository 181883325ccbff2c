// Choosing a passphrase: workers that give no answer are told as that, and a fault of ours never is.
import assert from "node:assert/strict";
import test from "node:test";
import { KnownError, OURS } from "../../theme/components/common/known-error.js";
import { createNewPassphrase } from "../../theme/components/documents/keeping/panels/new-passphrase.js";
import { NO_RATING, NO_WORDS } from "../../theme/components/documents/keeping/strings.js";
import { NO_WORKER } from "../../theme/components/vault/protocol.js";
import { SENTENCES } from "../../theme/components/vault/strings.js";
import { withFaults } from "./faults.mjs";

globalThis.matchMedia = () => ({ matches: false });
const anElement = (more) => ({
  value: "",
  textContent: "",
  addEventListener() {},
  removeAttribute() {},
  setAttribute() {},
  focus() {},
  replaceChildren() {},
  classList: { toggle() {} },
  ...more,
});

/** The part of a panel in which a passphrase is chosen: the words made for the reader, or own ones, which are `typed`. */
function open(passphrases, typed) {
  const said = [];
  const show = anElement();
  const fields = [anElement({ value: typed }), anElement()];
  const found = {
    ".made-words": [anElement()],
    "[data-passphrase]": fields,
    ".unveil input": [show],
    "[type=radio]": [anElement(), anElement({ checked: Boolean(typed) })],
    "[data-way]": [],
  };
  const element = anElement({
    querySelector: (css) => found[css]?.[0] ?? anElement(),
    querySelectorAll: (css) => found[css],
  });
  const view = {
    querySelector: () => ({ content: { cloneNode: () => ({ firstElementChild: element }) } }),
  };
  const say = (text) => said.push(text);
  const known = () => [];
  return { said, ...createNewPassphrase(view, anElement(), { passphrases, known, say, button: null }) };
}

const failing = (error) => ({ generate: () => Promise.reject(error), rate: () => Promise.reject(error) });
const WAYS = [
  ["words that did not come up", (panel) => panel.offer(), "", NO_WORDS],
  ["a passphrase that was not rated", (panel) => panel.read(), "my own words", NO_RATING],
];

for (const [name, work, typed, sentence] of WAYS) {
  test(`told as that: ${name}`, async () => {
    const panel = open(failing(new KnownError(NO_WORKER)), typed);
    const { faults } = await withFaults(() => work(panel));
    assert.deepEqual([panel.said.at(-1), faults], [sentence, []]);
  });

  test(`told as a fault of ours, where it was one: ${name}`, async () => {
    const panel = open(failing(new TypeError(typed)), typed);
    const { result, faults } = await withFaults(() => work(panel));
    assert.ok(!result);
    assert.equal(panel.said.at(-1), SENTENCES[OURS]);
    assert.deepEqual(
      faults.map(({ message }) => message),
      ["a fault of this page: TypeError"],
    );
  });
}
