// Print a version of a document. Its paper is in the page only while it is printed or measured.
import { setOnPanels } from "./folded-sheet.js";
import { block, blocksOf, keptTogether } from "./paper.js";
import { ALL, LONG, POCKET } from "./versions.js";

/** `title()`, `contentOf(version)`, `format()` and `isLarge()` return what goes on paper, which paper, and how. */
export function createPrinting(view, { title, contentOf, format, isLarge }) {
  let wanted = "";

  addEventListener("beforeprint", preparePaper);
  addEventListener("afterprint", forget);

  /** Put the paper into the document; return the number of sheets where they are counted. */
  function makePaper(version) {
    removePaper();
    const paper = block("div", "paper", "");
    paper.dataset.paper = version === POCKET ? POCKET : LONG;
    paper.classList.toggle("paper-large", version !== POCKET && isLarge());
    const blocks = blocksOf(title(), contentOf(version));
    document.body.append(paper);
    if (version === POCKET) return setOnPanels(paper, blocks, format());
    paper.append(...keptTogether(blocks));
    return 0;
  }

  /** Print the whole document when the reader uses the browser's own print command. */
  function preparePaper() {
    if (document.documentElement.dataset.view === view.dataset.viewId) makePaper(wanted || ALL);
  }

  // Some browsers fire `beforeprint` late, so remember what to print until `afterprint`.
  function print(version) {
    wanted = version;
    window.print();
  }

  function forget() {
    wanted = "";
    removePaper();
  }

  function countSheets(version) {
    const sheets = makePaper(version);
    removePaper();
    return sheets;
  }

  return { print, forget, countSheets };
}

function removePaper() {
  document.querySelector(".paper")?.remove();
}
