// The everyday page may not come: it hangs, it has nothing to show, or the reader pressed Stop. Until another page takes
// its place the emptied document lives on and asks for the next end. What each end leaves: decision 0012.

const secondPageAfter = 5000; // milliseconds: by then the first page has loaded even on a slow connection
const emptyPageAfter = 15_000; // milliseconds
const emptyPage = "about:blank";

/** Return where to go first. Without a network every page fails, and WebKit keeps this one behind its error page. */
export function firstEnd(address) {
  return navigator.onLine === false ? emptyPage : address;
}

/** Go to a second everyday page, and then to an empty one, if the one before did not load. `go` replaces the page. */
export function goOnIfNothingComes(go, second) {
  setTimeout(go, secondPageAfter, second);
  setTimeout(go, emptyPageAfter, emptyPage);
  // Reloading what is still this document would bring the guide back.
  addEventListener(
    "keydown",
    (event) => {
      if (!stopsOrReloads(event)) return;
      event.preventDefault();
      go(second);
    },
    true,
  );
}

function stopsOrReloads({ key, ctrlKey, metaKey }) {
  return key === "Escape" || key === "F5" || ((ctrlKey || metaKey) && /^r$/i.test(key));
}
