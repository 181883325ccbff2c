// How one page takes over the views of another.

export function parse(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

/** Parse a page that was fetched. Firefox takes an answer that was cut for a whole one, so its end must be there. */
export function parseWhole(text) {
  if (!text.trimEnd().endsWith("</html>")) throw new Error("pages: the end of this page did not come");
  return parse(text);
}

/** Make addresses that hold from another page hold from this one. */
export function readdress(view, address) {
  for (const name of ["href", "src"]) {
    for (const element of view.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name), address).href);
    }
  }
}
