import assert from "node:assert/strict";
import { test } from "node:test";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import words from "@zxcvbn-ts/language-common/dist/diceware.json.mjs";
import { easyWords } from "../../theme/components/vault/passphrase/easy-words.js";
import * as english from "../../theme/components/vault/passphrase/dictionaries.js";
import { createRating } from "../../theme/components/vault/passphrase/strength.js";
import { pickWords } from "../../theme/components/vault/passphrase/words.js";
import { REASONS } from "../../theme/components/vault/strings.js";
import { leftOutWords } from "../../tools/left-out-words.js";

const rate = createRating(english);

test("six words of the list give more than 64 bits", () => {
  const picked = pickWords(easyWords);
  assert.equal(picked.length, 6);
  for (const word of picked) assert.ok(easyWords.includes(word), word);
  assert.equal(new Set(easyWords).size, easyWords.length);
  assert.ok(picked.length * Math.log2(easyWords.length) > 64);
});

test("every word is short, one of the EFF's list, and not one that is left out", () => {
  for (const word of easyWords) {
    assert.match(word, /^[a-z]{3,8}$/);
    assert.ok(words.includes(word), word);
    assert.ok(!leftOutWords.has(word), word);
  }
});

test("no word is the beginning of another", () => {
  for (const word of easyWords)
    assert.deepEqual(
      easyWords.filter((other) => other.startsWith(word)),
      [word],
    );
});

test("no slip of the hand makes one word of the list of another", () => {
  const list = new Set(easyWords);
  for (const word of easyWords)
    assert.deepEqual(
      slipsOf(word).filter((slip) => slip !== word && list.has(slip)),
      [],
    );
});

/** All that a word becomes by a letter left out, put in or changed, or by two that change places. */
function slipsOf(word) {
  const slips = [];
  for (let at = 0; at <= word.length; at++) {
    const [before, letter, next, after] = [
      word.slice(0, at),
      word[at] ?? "",
      word[at + 1] ?? "",
      word.slice(at + 2),
    ];
    slips.push(before + next + after, before + next + letter + after);
    for (const other of "abcdefghijklmnopqrstuvwxyz")
      slips.push(before + other + next + after, before + other + letter + next + after);
  }
  return slips;
}

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
  const counting = new Proxy(easyWords, {
    get(target, name) {
      if (name !== "length") counts.set(name, (counts.get(name) ?? 0) + 1);
      return target[name];
    },
  });
  assert.throws(() => {
    for (;;) pickWords(counting);
  }, /enough/);
  assert.equal(counts.size, easyWords.length);
  assert.deepEqual([...new Set(counts.values())], [Math.floor(65536 / easyWords.length)]);
});

test("picked words pass the rating", () => {
  for (let i = 0; i < 200; i++) assert.equal(rate(pickWords(easyWords).join(" "), []).ok, true);
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
