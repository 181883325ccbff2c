/**
 * Take out, before anything is printed, the space between the parts of the page and between its views. Where its
 * neighbours are hidden on paper, Firefox makes a page of it, with a margin in which it prints the address and the day.
 */
export function stripWhitespaceBeforePrint() {
  addEventListener("beforeprint", () => {
    for (const element of document.querySelectorAll("body, main")) {
      for (const node of [...element.childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove();
    }
  });
}
