import assert from "node:assert/strict";
import { test } from "node:test";
import { Encrypter } from "age-encryption";
import { openWithPassphrase } from "../../theme/components/vault/age-files.js";
import { exact, spellings } from "../../theme/components/vault/passphrase/typed.js";

const WORDS = "murky pebble lantern goose violet";
const SIX = "murky pebble lantern goose violet anchor";
const OWN = "don't touch blue suitcase under stairs";

for (const [set, typed] of [
  [WORDS, "Murky pebble lantern goose violet"],
  [WORDS, "murky  pebble lantern goose violet"],
  [WORDS, "murky\u00a0pebble lantern goose violet"],
  [WORDS, "murky\u3000pebble lantern goose violet"],
  [WORDS, "murky-pebble-lantern-goose-violet"],
  [WORDS, "Murky Pebble Lantern Goose Violet. "],
  [WORDS, "MURKY PEBBLE LANTERN GOOSE VIOLET"],
  [WORDS, "\uff4d\uff55\uff52\uff4b\uff59 pebble lantern goose violet"],
  [WORDS, "murky pebble lantern goose violet\u200b"],
  [WORDS, "1. murky\n2. pebble\n3. lantern\n4. goose\n5. violet"],
  [WORDS, "\ufeffmurky, pebble, lantern, goose, violet"],
  [SIX, "Murky Pebble Lantern Goose Violet Anchor. "],
  [SIX, "1. murky\n2. pebble\n3. lantern\n4. goose\n5. violet\n6. anchor"],
  [OWN, "don\u2019t touch blue suitcase under stairs"],
  [OWN, "Don\u2019t touch blue suitcase under stairs. "],
  [OWN, "don`t touch  blue suitcase under stairs"],
  [OWN, "don't touch blue\u200b suitcase under\u00a0stairs"],
  ["don\u2019t touch blue suitcase", "don't touch blue suitcase"],
  ["\u201cblue\u201d suitcase", '"blue" suitcase'],
  ["blue \u2014 suitcase", "blue \u2014 suitcase"],
  ["blue - suitcase", "blue \u2013 suitcase"],
  ["wait... suitcase", "wait\u2026 suitcase"],
  ["caf\u00e9 suitcase", "cafe\u0301 suitcase "],
  ["blue suitcase", "blue \ud800suitcase"],
]) {
  test(`what was set as “${set}” opens as “${JSON.stringify(typed)}”`, () => {
    assert.ok(spellings(typed).includes(exact(set)), JSON.stringify(spellings(typed)));
  });
}

for (const [set, typed] of [
  [WORDS, "murky pebble lantern goose"],
  [WORDS, "murkypebble lantern goose violet"],
  [WORDS, "murky pebble lantern goose violets"],
  [WORDS, SIX],
  [SIX, WORDS],
  [OWN, "DON'T TOUCH BLUE SUITCASE UNDER STAIRS"],
  ["vK9#mQ2xL0ahT", "vk9#mq2xl0aht"],
]) {
  test(`what was set as “${set}” does not open as “${typed}”`, () =>
    assert.ok(!spellings(typed).includes(exact(set))));
}

test("what is typed plainly costs no more than one try", () => {
  for (const typed of [WORDS, "vK9#mQ2xL0ahT x", "correct horse battery staple"]) {
    assert.deepEqual(spellings(typed), [typed]);
  }
  for (const typed of [OWN, "Murky-Pebble Lantern \u201cGoose\u201d Violet.", ""]) {
    assert.ok(spellings(typed).length <= 5);
  }
});

test("what was typed is tried first, and as it stands", () => {
  assert.equal(spellings("  Ab\u00a0\u2019c ")[0], "Ab\u00a0\u2019c");
});

test("a file opens by another keyboard’s spelling, and stays shut to other words", async () => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(OWN);
  encrypter.setScryptWorkFactor(2);
  const file = await encrypter.encrypt("[]");
  const opened = await openWithPassphrase(file, "Don\u2019t touch blue suitcase  under stairs.");
  assert.equal(new TextDecoder().decode(opened), "[]");
  await assert.rejects(openWithPassphrase(file, "Don\u2019t touch the blue suitcase."), {
    kind: "wrong-passphrase",
  });
});
