// Words as they are compared: without accents and capitals, so that "policia" finds "Policía".

import { smallWords } from "./small-words.js";

/** Leave accents and capitals out. A text keeps its length, so what is found in one is at the same place in the other. */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/** Cut a text into words. */
export function wordsOf(text) {
  return fold(text)
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** List the words that a query asks for, each once. */
export function termsOf(query) {
  const words = [...new Set(wordsOf(query))];
  const telling = words.filter((word) => !smallWords.has(word));
  return telling.length ? telling : words;
}
