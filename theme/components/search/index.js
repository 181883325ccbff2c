// The index of the guide's text. It is made in memory when search is first used, and is never stored.

import MiniSearch from "minisearch";
import { entriesOf } from "./entries.js";

const longestList = 12;
const contextBefore = 40; // characters
const snippetLength = 120; // characters
const smallWords = new Set(
  "a an and are as at be by can do does for from have how i if in is it me my of on or that the they this to was what when where with you your".split(
    " ",
  ),
);

/** Make the index view by view, and leave the page free between them. */
export async function makeIndex(views) {
  const index = new MiniSearch({
    fields: ["heading", "topic", "text"],
    storeFields: ["view", "anchor", "topic", "heading", "text"],
    processTerm: (term) => (smallWords.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boost: { heading: 3, topic: 1.5 },
    },
  });
  for (const view of views) {
    index.addAll(entriesOf(view));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return index;
}

/** Return how many entries match, and the best of them with a snippet: those with all words, else those with any. */
export function find(index, query) {
  const all = index.search(query, { combineWith: "AND" });
  const found = all.length ? all : index.search(query);
  return {
    count: found.length,
    results: found
      .slice(0, longestList)
      .map((result) => ({ ...result, snippet: snippetOf(result.text, result.terms) })),
  };
}

/** Cut the text around the first word that matches. */
function snippetOf(text, terms) {
  const low = text.toLowerCase();
  const places = terms.map((term) => low.indexOf(term)).filter((place) => place >= 0);
  const wanted = Math.max(0, Math.min(...places, Infinity) - contextBefore);
  const start = Number.isFinite(wanted) && wanted > 0 ? low.indexOf(" ", wanted) + 1 : 0;
  const rest = text.slice(start);
  const cut = rest.length > snippetLength ? rest.slice(0, rest.lastIndexOf(" ", snippetLength)) + " …" : rest;
  return (start > 0 ? "… " : "") + cut;
}
