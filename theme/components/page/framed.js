import { _ } from "../common/gettext.js";

/** Whether another page shows this one inside itself. */
export const isFramed = self !== top;

/** Replace a view's text by a sentence that it needs its own window, and a link that opens one. */
export function offerWindow(view) {
  const words = document.createElement("p");
  const link = document.createElement("a");
  const heading = view.querySelector("h1");
  Object.assign(link, { href: location.href, target: "_blank", rel: "noopener noreferrer" });
  link.textContent = _("Open the guide in a window of its own.");
  words.append(
    _("Another page shows this guide inside itself. You cannot write or keep anything there."),
    " ",
    link,
  );
  view.textContent = "";
  if (heading) view.append(heading);
  view.append(words);
}
