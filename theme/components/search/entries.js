// What can be found: each heading of each view, with the text below it.

import { viewName } from "../reader/views.js";

const headings = "h1, h2, h3";
// What the reader fills in repeats the guide's steps; sources are for those who check; templates show nothing.
const leftOut = "[data-item], [data-fact], .page-sources, template";

/** List `{id, view, anchor, topic, heading, text}` in the order of the view. */
export function entriesOf(view) {
  return entriesIn(view).map((entry, at) => ({
    ...entry,
    id: `${entry.view} ${at}`,
    text: entry.text.replace(/\s+/g, " ").trim(),
  }));
}

function entriesIn(view) {
  const name = viewName(view.dataset.viewId);
  const { viewId, title } = view.dataset;
  if (!view.firstElementChild && title)
    return [{ view: viewId, anchor: "", topic: name, heading: title, text: "" }];
  const entries = [];
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && node.matches(leftOut)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  let heading = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(headings)) entries.push(entryAt((heading = node), view, name));
    } else if (heading && !heading.contains(node)) {
      entries[entries.length - 1].text += node.data;
    }
  }
  return entries;
}

function entryAt(heading, view, topic) {
  const anchor = heading.localName === "h1" ? "" : heading.id;
  return { view: view.dataset.viewId, anchor, topic, heading: heading.textContent.trim(), text: "" };
}
