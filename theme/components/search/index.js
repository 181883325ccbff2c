// The index of the guide's text. It is made in memory when search is first used, and is never stored.

import MiniSearch from "minisearch";
import { entriesOf } from "./entries.js";
import { stemOf } from "./small-words.js";
import { fold, termsOf, wordsOf } from "./terms.js";

const longestList = 12;
const contextBefore = 40; // characters
const snippetLength = 120; // characters
// Shorter ones begin or resemble words of another kind: a frightened reader must not get calm nonsense.
const shortestBeginning = 3; // letters
const shortestGuess = 7; // letters
const longGuess = 10; // letters: two of them may be wrong
const boost = { words: 6, heading: 3, topic: 1.5 };
// A long list of words counts nearly as much as a short one.
const bm25 = { k: 1.2, b: 0.2, d: 0.5 };
const exactly = { prefix: false, fuzzy: false };

/** Make the index view by view, and leave the page free between them. */
export async function makeIndex(views) {
  const index = new MiniSearch({
    fields: ["words", "heading", "topic", "text"],
    storeFields: ["view", "anchor", "topic", "heading", "text", "shown"],
    tokenize: wordsOf,
    processTerm: (word) => [...new Set([stemOf(word), word])],
    searchOptions: { processTerm: stemOf, boost, bm25 },
  });
  for (const view of views) {
    index.addAll(entriesOf(view));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return index;
}

/**
 * Return how many entries match, and the best of them with a snippet: those with all words; where there are none, those
 * with at least half of them, and `some` is true.
 */
export function find(index, query) {
  const terms = termsOf(query);
  const ways = new Map(terms.map((term) => [stemOf(term), wayOf(index, term)]));
  const options = { prefix: (term) => ways.get(term)?.prefix, fuzzy: (term) => ways.get(term)?.fuzzy };
  const search = (combineWith) => index.search(terms.join(" "), { ...options, combineWith });
  const all = search("AND");
  const found = all.length
    ? all
    : search("OR").filter(({ queryTerms }) => queryTerms.length * 2 >= ways.size);
  return {
    count: found.length,
    some: !all.length,
    results: found
      .slice(0, longestList)
      .map((result) => ({ ...result, snippet: result.shown || snippetOf(result.text, result.terms) })),
  };
}

/** Return how to look for a word: as it is, otherwise as a beginning, otherwise with a letter or two wrong. */
function wayOf(index, term) {
  if (index.search(term, exactly).length) return exactly;
  const beginning = { prefix: term.length >= shortestBeginning, fuzzy: false };
  const { length } = stemOf(term);
  if (length < shortestGuess || index.search(term, beginning).length) return beginning;
  return { prefix: false, fuzzy: length < longGuess ? 1 : 2 };
}

/** Cut the text around the first word that matches. */
function snippetOf(text, terms) {
  const low = fold(text);
  const places = terms.map((term) => low.indexOf(term)).filter((place) => place >= 0);
  // Where no word is in it, the least is Infinity, and no blank follows.
  const wanted = Math.min(...places) - contextBefore;
  const start = wanted > 0 ? low.indexOf(" ", wanted) + 1 : 0;
  const rest = text.slice(start);
  const cut = rest.length > snippetLength ? rest.slice(0, rest.lastIndexOf(" ", snippetLength)) + " …" : rest;
  return (start > 0 ? "… " : "") + cut;
}
