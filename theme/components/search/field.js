import { _ } from "../common/gettext.js";
import { keepAssistantsAway } from "../page/assistants.js";

const root = document.documentElement;
const label = _("Search this guide");

/**
 * Return the search field, placed in the header if it is not there yet. Without script there is none.
 * @returns {HTMLInputElement}
 */
export function placeSearchField() {
  const placed = /** @type {HTMLInputElement | null} */ (document.querySelector(".search-field"));
  if (placed) return placed;
  const field = document.createElement("input");
  // No name, no form and no completion; the page itself wants no spelling service. What is typed stays in this page's memory.
  Object.assign(field, {
    type: "search",
    className: "search-field",
    autocomplete: "off",
    placeholder: label,
  });
  field.setAttribute("aria-label", label);
  keepAssistantsAway(field);
  const search = document.createElement("div");
  search.className = "search";
  search.setAttribute("role", "search");
  search.append(field);
  /** @type {HTMLElement} */ (document.querySelector('.bar [href="#menu"]')).before(
    search,
    makeButton(field),
  );
  showField(false);
  return field;
}

/** On a narrow screen a button shows the field and hides it. The styles hide the button where the field always shows. */
function makeButton(field) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "icon-search", textContent: _("Search") });
  button.setAttribute("data-search-open", "");
  button.onclick = () => {
    showField(!("searching" in root.dataset));
    field.focus({ preventScroll: true });
  };
  return button;
}

/** Show the field on a narrow screen, or hide it. */
export function showField(open) {
  root.toggleAttribute("data-searching", open);
  /** @type {HTMLElement} */ (document.querySelector("[data-search-open]")).setAttribute(
    "aria-expanded",
    open,
  );
}
