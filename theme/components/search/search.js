// Search over the text that is already here. Nothing of it reaches the address, the network or any storage.

import { _, fill, ngettext } from "../common/gettext.js";
import { base, isCarried } from "../common/files.js";
import { isComposing } from "../page/composing.js";
import { allViews, findView } from "../reader/views.js";
import { placeSearchField, showField } from "./field.js";
import { find, makeIndex } from "./index.js";
import { makeInstead } from "./instead.js";

const shortestQuery = 2; // letters: one letter begins words in nearly every entry
const nothingFound = _("No page about this yet. Here are all the pages.");

/** Make the search field work. */
export function startSearch() {
  const field = placeSearchField();
  const button = /** @type {HTMLElement} */ (document.querySelector("[data-search-open]"));
  const header = /** @type {HTMLElement} */ (document.querySelector(".md-header"));
  const { panel, status, region, list } = placePanel(header);
  const instead = makeInstead();
  /** @type {ReturnType<typeof makeIndex> | null} */
  let index = null;

  const prepare = () => (index ??= makeIndex(allViews()));
  const show = (text, items) => {
    status.textContent = text;
    list.textContent = "";
    list.append(...items);
    region.hidden = !items.length;
    instead.remove();
  };
  const close = () => show("", []);
  const showNothing = () => {
    show(nothingFound, []);
    panel.append(instead);
  };
  const clear = () => {
    field.value = "";
    close();
    showField(false);
    (button.offsetParent ? button : field).focus({ preventScroll: true });
  };
  // What lies over the text goes when the reader turns to the text.
  const leave = () => {
    close();
    showField(false);
  };
  const update = async () => {
    const query = field.value.trim();
    const ready = await prepare();
    // Only the newest query counts; the reader may have gone on typing, or have left.
    if (!index || query !== field.value.trim()) return;
    if (query.length < shortestQuery) {
      close();
      return;
    }
    const { count, some, results } = find(ready, query);
    if (!count) {
      showNothing();
      return;
    }
    const told = tellCount(count, results.length);
    show(
      some ? fill(_("No part has all of these words. These have some: {results}"), { results: told }) : told,
      results.map(resultItem),
    );
  };

  field.addEventListener("focus", update);
  field.addEventListener("input", update);
  for (const place of [field, button, panel])
    place.addEventListener("keydown", (event) => event.key === "Escape" && !isComposing(event) && clear());
  field.addEventListener("keydown", (event) => {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown" || event.key === "Enter") moveTo(panel, 0, event);
  });
  panel.addEventListener("keydown", (event) => {
    const at = links(panel).indexOf(document.activeElement);
    if (event.key === "ArrowDown") moveTo(panel, at + 1, event);
    else if (event.key === "ArrowUp" && at > 0) moveTo(panel, at - 1, event);
    else if (event.key === "ArrowUp") field.focus();
  });
  // Bubbling order matters: the reader opens the view first, then the list goes.
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!header.contains(target) || target.closest("[data-open]")) leave();
  });
  header.addEventListener("focusout", (event) => {
    const next = /** @type {Element | null} */ (event.relatedTarget);
    if (next && !header.contains(next)) leave();
  });
  document.addEventListener("guide:leave", () => (index = null));
  if (field.value || field === document.activeElement) update();
}

/** The region exists only with results; the line that announces them always does, since some screen readers miss a new one. */
function placePanel(header) {
  const panel = document.createElement("div");
  const status = document.createElement("p");
  const region = document.createElement("div");
  const list = document.createElement("ul");
  panel.className = "search-panel";
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", _("Search results"));
  region.hidden = true;
  status.className = "search-status";
  status.setAttribute("role", "status");
  list.className = "search-results";
  region.append(list);
  panel.append(status, region);
  header.append(panel);
  return { panel, status, region, list };
}

function resultItem({ view, anchor, topic, heading, snippet }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = addressOf(view, anchor);
  link.dataset.open = view;
  link.dataset.resultView = view;
  if (anchor) link.dataset.anchor = anchor;
  link.append(part("search-heading", heading), part("search-topic", topic), part("search-snippet", snippet));
  item.append(link);
  return item;
}

function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

/** Find the page of a view, for those who open a result in a new tab. */
function addressOf(view, anchor) {
  const { page } = /** @type {HTMLElement} */ (findView(view)).dataset;
  const address = new URL(isCarried ? location.href : base + page);
  address.hash = anchor;
  return address.href;
}

function tellCount(count, shown) {
  if (count > shown)
    return ngettext("The best {shown} of {count} result", "The best {shown} of {count} results", count, {
      shown,
    });
  return ngettext("{count} result", "{count} results", count);
}

function moveTo(panel, position, event) {
  const link = links(panel)[position];
  if (!link) return;
  event.preventDefault();
  link.focus();
}

function links(panel) {
  return [...panel.querySelectorAll("a")];
}
