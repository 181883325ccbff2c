import assert from "node:assert/strict";
import { test } from "node:test";
import * as spanish from "../../languages/es/theme/components/search/small-words.js";
import * as english from "../../theme/components/search/small-words.js";
import { fold, termsOf, wordsOf } from "../../theme/components/search/terms.js";

const LANGUAGES = { english, spanish };

test("accents and capitals make no difference, and a text keeps its length", () => {
  for (const [text, folded] of [
    ["Llama a la POLICÍA", "llama a la policia"],
    ["El año que viene, Begoña: ¿y el pingüino?", "el ano que viene, begona: ¿y el pinguino?"],
    ["Côte d’Ivoire, Åland", "cote d’ivoire, aland"],
  ]) {
    assert.equal(fold(text), folded);
    assert.equal(fold(text).length, text.length);
    assert.equal(fold(text.normalize("NFD")), folded);
  }
});

test("a text is cut into its words, with or without their apostrophes", () => {
  assert.deepEqual(wordsOf("¿Dónde está? I don’t know: 911, Ñandú"), [
    "donde",
    "esta",
    "i",
    "dont",
    "know",
    "911",
    "nandu",
  ]);
  assert.deepEqual(wordsOf(" – "), []);
});

test("small words count only where a reader types nothing else", () => {
  assert.deepEqual(termsOf("he is following me, following"), ["following"]);
  assert.deepEqual(termsOf("I am"), ["i", "am"]);
});

test("a language's module has what the English one has", () => {
  assert.deepEqual(Object.keys(spanish).sort(), Object.keys(english).sort());
});

for (const [name, { smallWords, stemOf }] of Object.entries(LANGUAGES)) {
  test(`the small words in ${name} are as a query has them`, () => {
    assert.ok(smallWords.size > 50);
    for (const word of smallWords) assert.deepEqual(wordsOf(word), [word]);
  });

  test(`short words and numbers in ${name} stay as they are`, () => {
    for (const word of ["911", "gps", "sos", "life360", "ex"]) assert.equal(stemOf(word), word);
  });
}

const SAME = {
  english: ["track tracks tracked tracking", "locks locked lock", "house houses"],
  spanish: [
    "golpe golpes golpear golpea golpeó golpean golpeando golpeándome golpeado",
    "policía policías Policia",
    "abogado abogada abogados abogadas",
    "rastreador rastreadores",
    "llave llaves",
    "amenaza amenazas amenazó amenazar amenazado amenazaron amenazaba",
    "grabar grabación grabaciones grabó",
    "ubicación ubicaciones ubicar",
    "sigue siguen siguió siguiendo siguiéndome",
    "denuncia denuncias denunciar denunciarlo denunció",
    "contraseña contraseñas contrasena",
    "mudarme mudarse mudar",
    "hackear hackeado hackeó hackearon hackeo",
    "foto fotos",
    "vez veces",
    "airtag airtags",
    "correo correos",
  ],
};
const OTHERS = {
  english: ["fired fire", "this thing"],
  spanish: [
    "casa caso",
    "vida video",
    "papa papel",
    "miedo medio",
    "cita ciudad",
    "hijo hijastro",
    "correo corrieron",
  ],
};

for (const [name, { stemOf }] of Object.entries(LANGUAGES)) {
  for (const words of SAME[name])
    test(`in ${name}, each of these finds the others: ${words}`, () => {
      const stems = new Set(wordsOf(words).map(stemOf));
      assert.equal(stems.size, 1, [...stems].join(", "));
    });

  for (const words of OTHERS[name])
    test(`in ${name}, these are words of their own: ${words}`, () => {
      const each = wordsOf(words);
      assert.equal(new Set(each.map(stemOf)).size, each.length);
    });
}
