// What search shows when it finds nothing: help in danger, then all pages.

import { _ } from "../common/gettext.js";

const first = ["now", "numbers"];
const spanish = "¿Estás en peligro? Llama al número de emergencia de tu país.";

/** Make the list of pages that replaces results. The menu names them all. */
export function makeInstead() {
  const box = document.createElement("div");
  const words = document.createElement("p");
  const list = document.createElement("ul");
  box.dataset.searchEmpty = "";
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", _("All pages"));
  words.textContent = spanish;
  words.lang = "es";
  list.className = "search-instead";
  const pages = [...document.querySelectorAll("#menu a[data-open]")];
  const isFirst = ({ dataset }) => first.includes(dataset.open);
  list.append(...pages.filter(isFirst).map(entry), ...pages.filter((page) => !isFirst(page)).map(entry));
  box.append(list, words);
  return box;
}

function entry(page) {
  const item = document.createElement("li");
  const link = page.cloneNode(true);
  link.removeAttribute("aria-current");
  item.append(link);
  return item;
}
