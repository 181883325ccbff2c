// How one page takes over the views of another.

export function parse(text) {
  return new DOMParser().parseFromString(text, "text/html");
}

/** Make addresses that hold from another page hold from this one. */
export function readdress(view, address) {
  for (const name of ["href", "src"]) {
    for (const element of view.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name), address).href);
    }
  }
}
