// What can be found: each heading of each view, with the text below it, and each country of the list of numbers.

import { viewName } from "../reader/views.js";

const headings = "h1, h2, h3";
// What the reader fills in repeats the guide's steps, and the short list of numbers the full one; sources are for those who
// check; templates show nothing.
const leftOut = "[data-item], [data-fact], .page-sources, template, [data-here], .call-now";
const withinLines = "a, b, code, em, small, span, strong";
const territory = "[data-territory]";

/** List `{id, view, anchor, topic, heading, words, text, shown}` in the order of the view. */
export function entriesOf(view) {
  return entriesIn(view).map((entry, at) => ({
    ...entry,
    id: `${entry.view} ${at}`,
    text: entry.text.replace(/\s+/g, " ").trim(),
  }));
}

function entriesIn(view) {
  const name = viewName(view);
  const { viewId, title, words } = view.dataset;
  if (!view.firstElementChild && title)
    return [{ view: viewId, anchor: "", topic: name, heading: title, words, text: "" }];
  const entries = [];
  const isLeftOut = (node) =>
    isElement(node) && (node.matches(leftOut) || node.parentElement?.matches(territory));
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    isLeftOut(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {HTMLElement | null} */
  let heading = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (isElement(node)) {
      if (node.matches(headings)) entries.push(entryAt((heading = node), view, name));
      else if (node.matches(territory)) entries.push(entryOf(node, viewId));
      else if (heading && !node.matches(withinLines)) entries[entries.length - 1].text += " ";
    } else if (heading && !heading.contains(node) && !node.parentElement?.matches(territory)) {
      entries[entries.length - 1].text += /** @type {Text} */ (node).data;
    }
  }
  return entries;
}

/**
 * @param {Node} node
 * @returns {node is HTMLElement}
 */
const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;

function entryAt(heading, view, topic) {
  const isFirst = heading.localName === "h1";
  const { words } = isFirst ? view.dataset : heading.dataset;
  const { viewId } = view.dataset;
  return {
    view: viewId,
    anchor: isFirst ? "" : heading.id,
    topic,
    heading: heading.textContent.trim(),
    words,
    text: "",
  };
}

/** A country is found by its names alone: its numbers, which many share, are only shown. */
function entryOf(line, view) {
  const numbers = [...line.querySelectorAll("[href^='tel:']")].map((link) => link.textContent);
  const more = line.querySelector("a[href*='#place-']")?.hash.slice(1);
  const heading = line.firstChild.textContent.trim();
  const { words } = line.dataset;
  return { view, anchor: more ?? line.id, topic: "", heading, words, text: "", shown: numbers.join(" · ") };
}
