// On paper in another language: a line of links that change the language in place, and come to the same part again.
import { _ } from "../common/gettext.js";

/**
 * Place the line after an element, if the guide is there in other languages.
 * @param {Element} before
 */
export function placePaperLine(before) {
  const links = document.querySelectorAll(".bar a[hreflang]");
  if (!links.length) return;
  const line = document.createElement("p");
  line.append(_("On paper in another language:"));
  for (const link of links) line.append(" ", link.cloneNode(true));
  before.after(line);
}
