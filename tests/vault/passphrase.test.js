import assert from "node:assert/strict";
import { test } from "node:test";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import words from "@zxcvbn-ts/language-common/dist/diceware.json.mjs";
import { leftOutWords } from "../../theme/components/vault/passphrase/left-out-words.js";
import { rate } from "../../theme/components/vault/passphrase/strength.js";
import { pickWords } from "../../theme/components/vault/passphrase/words.js";
import { REASONS } from "../../theme/components/vault/strings.js";

const list = words.filter((word) => !leftOutWords.has(word));

test("five words of the list give more than 64 bits", () => {
  assert.ok(5 * Math.log2(list.length) > 64);
  assert.equal(new Set(list).size, list.length);
  const picked = pickWords(list);
  assert.equal(picked.length, 5);
  for (const word of picked) assert.match(word, /^[a-z]{3,9}$/);
});

test("every word left out stands in the list", () => {
  for (const word of leftOutWords) assert.ok(words.includes(word), word);
});

test("every word is as likely as any other", (t) => {
  // Each number that 16 bits can be, once.
  let next = 0;
  t.mock.method(crypto, "getRandomValues", (array) => {
    if (next === 65536) throw new Error("enough");
    array[0] = next++;
    return array;
  });
  const counts = new Map();
  const counting = new Proxy(list, {
    get(target, name) {
      if (name !== "length") counts.set(name, (counts.get(name) ?? 0) + 1);
      return target[name];
    },
  });
  assert.throws(() => {
    for (;;) pickWords(counting);
  }, /enough/);
  assert.equal(counts.size, list.length);
  assert.deepEqual([...new Set(counts.values())], [Math.floor(65536 / list.length)]);
});

test("picked words pass the rating", () => {
  for (let i = 0; i < 200; i++) assert.equal(rate(pickWords(list).join(" "), []).ok, true);
});

for (const [text, reason] of [
  ["", "short"],
  ["xK9#m", "short"],
  ["password", "common"],
  ["P@ssw0rd12", "common"],
  ["Summer2024!", "short"],
  ["born in 1989", "dates"],
  ["14.07.1989", "dates"],
  ["emily14071989", "dates"],
  ["jennifer", "common"],
  ["Rosalinda x7", "names"],
  ["aaaaaaaaaaaaaaaaaaaaaaa", "repeated"],
  ["qwertyuiop", "common"],
  ["rtyhgfvbnm;", "keys"],
  ["lmnopqrstuv", "keys"],
  ["refrigerator", "guessable"],
  ["unbelievablehorses", "guessable"],
  // What programs that guess try early, and the estimator's lists lack.
  ["+44 7700 900123", "number"],
  ["07700900123 x204", "number"],
  ["31415926535897932384", "number"],
  ["4929 1234 5678 9012", "number"],
  ["jane.doe@example.org", "address"],
  ["https://www.example.org/about", "address"],
  ["12 Oak Street Springfield", "address"],
  ["12 acacia avenue london", "address"],
  ["221b Baker St, London NW1", "address"],
  ["Hauptstraße 17 Berlin", "address"],
  ["йцукенгшщзхъ", "keys"],
  ["фывапролджэ123", "keys"],
  ["شسيبلاتنمكط", "keys"],
  ["aoeuidhtnspyfgcrl", "keys"],
  ["ασδφγηξκλασδφ", "keys"],
  ["i will always love you", "familiar"],
  ["I will always love you!!", "familiar"],
  ["twinkle twinkle little star", "familiar"],
  ["Our Father, who art in heaven", "familiar"],
  ["may the force be with you", "familiar"],
  ["MayTheForceBeWithYou", "familiar"],
  ["tobeornottobethatisthequestion", "familiar"],
  ["lorem ipsum dolor sit amet", "familiar"],
  ["correct horse battery staple", "familiar"],
  ["expectopatronum", "familiar"],
  ["supercalifragilisticexpialidocious", "familiar"],
  ["one two three four five six", "familiar"],
  ["monday tuesday wednesday thursday", "familiar"],
  ["red orange yellow green blue", "familiar"],
  ["alpha bravo charlie delta echo", "familiar"],
  ["luna bella max rocky", "familiar"],
  ["Manchester United 1999", "familiar"],
  ["ich liebe dich", "familiar"],
  ["Passwort2024!sicher", "familiar"],
  ["contraseñasegura", "familiar"],
  ["я тебя люблю", "familiar"],
  ["I don't know what to do", "guessable"],
  ["he was the only one for me", "guessable"],
  ["моя собака спит", "guessable"],
]) {
  test(`“${text}” is refused: ${reason}`, () => assert.deepEqual(rate(text, []), { ok: false, reason }));
}

for (const text of [
  "murky pebble lantern goose",
  "don't touch blue suitcase under stairs",
  "purple radiator whispers at dawn to cheese",
  "Sieben nasse Schnecken fahren Tretboot",
  "семь мокрых улиток едут на катере",
  "青い傘を三本持って走る猫と電車",
  "vK9#mQ2xL0ahT",
  "Ein ganz anderes Lied 7",
]) {
  test(`“${text}” is accepted`, () => assert.deepEqual(rate(text, []), { ok: true, reason: null }));
}

test("words that the person may know count for nothing", () => {
  const text = "Wolverhampton Biscuit";
  assert.equal(rate(text, []).ok, true);
  assert.deepEqual(rate(text, ["Wolverhampton", "Biscuit"]), { ok: false, reason: "known" });
});

test("every reason has its sentence", () => {
  for (const sentence of Object.values(REASONS))
    assert.match(sentence, /^(This|These|Many) .*\. You can .*\.$/);
});

test("of a very long passphrase no more is rated than of one of some lines", (t) => {
  const check = t.mock.method(ZxcvbnFactory.prototype, "check");
  for (const text of ["pebble lantern ", "aB3$"]) {
    const [some, many] = [100, 20_000].map((times) => rate(text.repeat(times), []));
    assert.deepEqual(many, some);
  }
  const lengths = check.mock.calls.map(({ arguments: [rated] }) => rated.length);
  assert.deepEqual(lengths, [128, 128, 128, 128]);
});
