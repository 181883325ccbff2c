// Printing what is handed on. The rules of its pages are in the document only while it is printed.
import { rulesOf } from "./report/style.js";
import { elementOf } from "./parts.js";
import { NOT_SHOWN } from "./pictures.js";

/** Return what prints parts; `printing` is the log's own (`../log-on-paper.js`). */
export function createPaper(printing) {
  /** @type {CSSStyleSheet | null} */
  let sheet = null;

  /** @type {string[]} */
  let addresses = []; // of the pictures that are printed

  addEventListener("afterprint", takeOff);
  return { print, printWith, takeOff };

  /**
   * Print with pictures: `partsWith(show)` makes the parts, where `show(blob)` returns the address of a picture.
   * @param {(show: (blob: Blob) => string) => import("./parts.js").Part[]} partsWith
   * @param {{top: string, bottom: string}} margins
   * @param {AbortSignal} signal
   */
  async function printWith(partsWith, margins, signal) {
    takeOff();
    const parts = partsWith((blob) => {
      const address = URL.createObjectURL(blob);
      addresses.push(address);
      return address;
    });
    const elements = parts.map(elementOf);
    const pictures = elements.flatMap((one) =>
      typeof one === "string" ? [] : [...one.querySelectorAll("img")],
    );
    await Promise.all(pictures.map(loaded));
    if (signal.aborted) takeOff();
    else show(elements, margins);
  }

  /**
   * @param {import("./parts.js").Part[]} parts
   * @param {{top: string, bottom: string}} margins
   */
  function print(parts, margins) {
    takeOff();
    show(parts.map(elementOf), margins);
  }

  function show(elements, margins) {
    sheet = sheetOf(rulesOf(margins));
    if (sheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    printing.printAs("report", () => elements);
  }

  function takeOff() {
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    sheet = null;
    addresses.forEach((address) => URL.revokeObjectURL(address));
    addresses = [];
  }
}

/**
 * Wait for a picture; where the browser cannot show it, words take its place.
 * @param {HTMLImageElement} picture
 */
async function loaded(picture) {
  if (!picture.complete)
    await new Promise((resolve) => {
      for (const ended of ["load", "error"]) picture.addEventListener(ended, resolve, { once: true });
    });
  if (!picture.naturalWidth) picture.replaceWith(NOT_SHOWN);
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
