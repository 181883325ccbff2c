import { _ } from "../common/gettext.js";
import { keepAssistantsAway } from "../page/assistants.js";

const label = _("Search this guide");

/**
 * Return the search field, placed in the header if it is not there yet. Without script there is none.
 * @returns {HTMLInputElement}
 */
export function placeSearchField() {
  const placed = /** @type {HTMLInputElement | null} */ (document.querySelector(".search-field"));
  if (placed) return placed;
  const field = document.createElement("input");
  // No name, no form, no completion and no spelling service: what is typed stays in this page's memory.
  Object.assign(field, {
    type: "search",
    className: "search-field",
    autocomplete: "off",
    spellcheck: false,
    placeholder: label,
  });
  field.setAttribute("aria-label", label);
  keepAssistantsAway(field);
  const search = document.createElement("div");
  search.className = "search";
  search.setAttribute("role", "search");
  search.append(field);
  /** @type {HTMLElement} */ (document.querySelector(".md-header__inner")).append(search);
  return field;
}
