// Printing what is handed on. The rules of its pages are in the document only while it is printed.
import { rulesOf } from "./report/style.js";
import { elementOf } from "./parts.js";

/** Return what prints parts; `printing` is the log's own (`../log-on-paper.js`). */
export function createPaper(printing) {
  /** @type {CSSStyleSheet | null} */
  let sheet = null;

  addEventListener("afterprint", takeOff);
  return { print, takeOff };

  /**
   * @param {import("./parts.js").Part[]} parts
   * @param {{top: string, bottom: string}} margins
   */
  function print(parts, margins) {
    takeOff();
    sheet = sheetOf(rulesOf(margins));
    if (sheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    printing.printAs("report", () => parts.map(elementOf));
  }

  function takeOff() {
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    sheet = null;
  }
}

/** @param {string} rules */
function sheetOf(rules) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    return sheet;
  } catch {
    return null; // an older browser: it prints the same words, plainly
  }
}
