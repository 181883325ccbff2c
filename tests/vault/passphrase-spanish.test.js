import assert from "node:assert/strict";
import { test } from "node:test";
import * as spanish from "../../languages/es/theme/components/vault/passphrase/dictionaries.js";
import { easyWords } from "../../languages/es/theme/components/vault/passphrase/easy-words.js";
import * as english from "../../theme/components/vault/passphrase/dictionaries.js";
import { createRating } from "../../theme/components/vault/passphrase/strength.js";
import { exact, spellings } from "../../theme/components/vault/passphrase/typed.js";
import { pickWords } from "../../theme/components/vault/passphrase/words.js";
import { leftOutWords } from "../../tools/left-out-words-es.js";

const rate = createRating(spanish);

test("six words of the list give more than 64 bits, as the sentences say", () => {
  const picked = pickWords(easyWords);
  assert.equal(picked.length, 6);
  for (const word of picked) assert.ok(easyWords.includes(word), word);
  assert.equal(new Set(easyWords).size, easyWords.length);
  assert.ok(picked.length * Math.log2(easyWords.length) > 64);
});

test("a shorter list gives more words", () => {
  assert.equal(pickWords(easyWords.slice(0, 1625)).length, 7);
  assert.equal(pickWords(easyWords.slice(0, 1024)).length, 7);
});

test("every word can be typed on any keyboard, and is none that is left out", () => {
  for (const word of easyWords) {
    assert.match(word, /^[a-z]{3,8}$/);
    assert.ok(!leftOutWords.has(word), word);
  }
});

test("no word of more than four letters is the beginning of another", () => {
  for (const word of easyWords.filter(({ length }) => length > 4))
    assert.deepEqual(
      easyWords.filter((other) => other.startsWith(word)),
      [word],
    );
});

test("words that frighten or shame are left out", () => {
  for (const word of ["abuso", "aborto", "acoso", "miedo", "muerte", "sangre", "culpa", "seguir", "sexo"]) {
    assert.ok(leftOutWords.has(word), word);
    assert.ok(!easyWords.includes(word), word);
  }
});

test("a passphrase opens as a phone writes it that corrects Spanish", () => {
  const set = "limon jardin cartel pueblo sierra camion";
  for (const typed of [
    "Limón jardín cartel pueblo sierra camión",
    "limo\u0301n jardi\u0301n cartel pueblo sierra camio\u0301n",
    "1. LIMÓN\n2. JARDÍN\n3. CARTEL\n4. PUEBLO\n5. SIERRA\n6. CAMIÓN",
  ])
    assert.ok(spellings(typed).includes(exact(set)), typed);
});

test("picked words pass the rating of either language", () => {
  for (const rateIn of [rate, createRating(english)])
    for (let i = 0; i < 100; i++) {
      const picked = pickWords(easyWords).join(" ");
      assert.equal(rateIn(picked, []).ok, true, picked);
    }
});

for (const [text, reason] of [
  ["contraseña", "familiar"],
  ["ferrocarriles", "guessable"],
  ["mantequilla 2024", "dates"],
  ["María del Carmen", "names"],
  ["nacida en 1989", "dates"],
  ["no sé qué hacer con él", "guessable"],
  ["no se que hacer con el", "guessable"],
  ["he was the only one for me", "guessable"],
  ["Padre nuestro que estás en los cielos", "familiar"],
  ["los pollitos dicen pío pío pío", "familiar"],
  ["¡Camarón que se duerme se lo lleva la corriente!", "familiar"],
  ["lunes martes miércoles jueves", "familiar"],
  ["rojo verde azul amarillo", "familiar"],
  ["uno dos tres cuatro cinco seis", "familiar"],
  ["Calle 5 de Mayo 123, Puebla", "address"],
  ["Av. Insurgentes Sur 1602", "address"],
  ["may the force be with you", "familiar"],
]) {
  test(`“${text}” is refused: ${reason}`, () => assert.deepEqual(rate(text, []), { ok: false, reason }));
}

for (const text of [
  "siete caracoles mojados reman hacia el volcán",
  "murky pebble lantern goose",
  "vK9#mQ2xL0ahT",
]) {
  test(`“${text}” is accepted`, () => assert.deepEqual(rate(text, []), { ok: true, reason: null }));
}
