// How one page takes over the views of another.

// Our views have none of these: in a page that its host has changed they could lead away, or load more. But for the note
// about leaving: each page has it, and the one that was opened first has said it.
const strangers =
  "meta, base, link, script, style, iframe, frame, object, embed, form[action], form:not([method='dialog']), .leave-note";

export function parse(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  removeStrangers(page);
  return page;
}

/**
 * Parse a page that was fetched. Firefox takes an answer that was cut off for a complete one, so our own mark at its end must
 * be there: hosts and proxies add their own lines after it.
 */
export function parseWhole(text) {
  const page = parse(text);
  if (!isWhole(page)) throw new Error("pages: the end of this page did not come");
  return page;
}

export function isWhole(page) {
  return page.querySelector("[data-end]") !== null;
}

function removeStrangers(part) {
  for (const element of part.querySelectorAll(strangers)) element.remove();
  for (const { content } of part.querySelectorAll("template")) removeStrangers(content);
}

/** Make addresses that hold from another page hold from this one. */
export function readdress(view, address) {
  for (const name of ["href", "src"]) {
    for (const element of view.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name), address).href);
    }
  }
}
