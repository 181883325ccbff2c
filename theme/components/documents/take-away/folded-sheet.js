// One sheet that is folded twice: four panels, with no text across a fold. What does not fit goes on one more sheet.

const panelsOnASheet = 4;
const folds = ["top", "right", "bottom", "left"];

/** Fill sheets of `format` ("a4" or "letter") with blocks, inside `paper`, which must be laid out. Returns their number. */
export function setOnPanels(paper, blocks, format) {
  let panel = paper; // the first panel takes its place at once
  let used = panelsOnASheet;
  let sheets = 0;
  let sheet = paper;

  const next = () => {
    if (used === panelsOnASheet) {
      sheet = makeSheet(format);
      paper.append(sheet);
      sheets += 1;
      used = 0;
    }
    panel = sheet.querySelectorAll(".pocket-panel > div")[used++];
  };

  next();
  for (const block of blocks) {
    panel.append(block);
    if (fits(panel)) continue;
    const run = runEndingWith(block);
    if (run[0] !== panel.firstChild) {
      next();
      panel.append(...run);
    }
    while (!fits(panel)) {
      const last = panel.lastChild;
      const more = cut(last, panel) ?? (last === panel.firstChild ? null : last);
      if (!more) break;
      next();
      panel.append(more);
    }
  }
  return sheets;
}

function makeSheet(format) {
  const sheet = document.createElement("div");
  sheet.className = `pocket-sheet pocket-${format}`;
  for (let number = 0; number < panelsOnASheet; number++) {
    const panel = document.createElement("div");
    panel.className = "pocket-panel";
    panel.append(document.createElement("div"));
    sheet.append(panel);
  }
  for (const side of folds) {
    const mark = document.createElement("i");
    mark.className = `fold fold-${side}`;
    sheet.append(mark);
  }
  return sheet;
}

function fits(panel) {
  return panel.scrollHeight <= panel.clientHeight;
}

/** List what belongs together up to a block: headings with what follows, a step with its caution and note. */
function runEndingWith(block) {
  const run = [block];
  while (!startsRun(run[0], run[0].previousSibling) && run[0].previousSibling)
    run.unshift(run[0].previousSibling);
  return run;
}

function startsRun(block, before) {
  if (before?.matches("h1, h2, h3, .paper-before")) return false;
  return block.matches("h1, h2, h3, .paper-first, .paper-step, .paper-before");
}

/** Leave in a block the words that fit its panel; return a block with the others, or null when none fits. */
function cut(block, panel) {
  const text = block.matches(".paper-line, .paper-note") && block.lastChild.firstChild;
  if (!text) return null;
  const whole = text.data;
  let low = 0;
  let high = whole.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    text.data = whole.slice(0, middle);
    if (fits(panel)) low = middle;
    else high = middle - 1;
  }
  const end = wordEnd(whole, low);
  text.data = whole.slice(0, end);
  if (end === 0) {
    text.data = whole;
    return null;
  }
  const more = block.cloneNode(false);
  more.classList.remove("paper-first");
  const words = block.lastChild.cloneNode(false);
  words.textContent = whole.slice(end).replace(/^\s/, "");
  more.append(words);
  return more;
}

/** Go back to the end of a word; a text without spaces is cut between two letters. */
function wordEnd(text, most) {
  const space = Math.max(text.lastIndexOf(" ", most), text.lastIndexOf("\n", most));
  if (space > 0 || most === 0) return Math.max(space, 0);
  const [...letters] = text.slice(0, most);
  return /[\ud800-\udfff]/u.test(letters.at(-1)) ? most - 1 : most;
}
