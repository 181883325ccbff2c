// "Take it with you": print, copy or save the plan, all of it or what the reader chooses.
import { readPlan, shapeOf } from "../plan-parts/plan-document.js";
import {
  blankSections,
  friendPicks,
  friendSections,
  oldNotes,
  planText,
  reviewSection,
  sectionsOf,
} from "../plan-parts/plan-text.js";
import { fileName } from "../common/file-name.js";
import { block, blocksOf, keptTogether, stepGroupsIn } from "./paper.js";
import { makePicks } from "./picks.js";
import { setOnPanels } from "./pocket.js";
import { saveFile } from "../common/save-file.js";

const ALL = "all"; // the browser's own print command, and the button at the list
const LONG = "long";
const POCKET = "pocket";
const FRIEND = "friend";

const blankEntries = 3;
const letterCountries = ["us", "ca"];
const choiceWords = {
  [POCKET]: "Tick what goes on the sheet. Nothing else is on it. Fold it twice, with the text inside.",
  [FRIEND]: "Tick what this friend may know. Nothing else is handed on.",
};
const NOTHING =
  "Nothing to hand on is written yet. It can be a code word or signal, and what a person can do or should not do.";

const COPIED =
  "Copied. Your device may keep a list of copied texts, even after you copy something else. You can clear that list on the device.";

/** Bring "Take it with you" to life. `say(text, area)` tells the reader something. */
export function startTaking(view, say) {
  const area = view.querySelector(".take");
  const choice = area.querySelector(".take-choice");
  const format = area.querySelector(".take-format select");
  const copyField = area.querySelector(".take-copy textarea");
  const picks = makePicks(area.querySelector(".take-picks"));
  const shape = shapeOf(view);
  const actions = {
    print: () => print(version()),
    copy,
    text: () => save(text(), "txt", "text/plain"),
    json: () => save(`${JSON.stringify(readPlan(view), null, 2)}\n`, "json", "application/json"),
  };
  let isFormatChosen = false;
  let wanted = "";

  area.querySelector(".take-tools").hidden = false;
  view.addEventListener("change", onChange);
  view.addEventListener("plan:entries", picks.forgetEntries);
  view.addEventListener("plan:written", forget);
  area.addEventListener("click", ({ target }) => actions[target.closest("[data-take]")?.dataset.take]?.());
  addEventListener("beforeprint", preparePaper);
  addEventListener("afterprint", afterPrint);
  return { printAll: () => print(ALL), forget };

  function version() {
    return area.querySelector(".take-what").value;
  }

  function onChange({ target }) {
    if (target === format) isFormatChosen = true;
    refresh();
  }

  /** Show what can be chosen for the version, and how many sheets it takes. */
  function refresh() {
    const now = version();
    area.querySelector(".take-more").hidden = now !== LONG;
    area.querySelector(".take-format").hidden = now !== POCKET;
    choice.hidden = now === LONG;
    if (now === LONG) return;
    const plan = readPlan(view);
    const offered = now === FRIEND ? friendPicks(plan, shape) : pocketPicks(plan);
    choice.firstElementChild.textContent = offered.length ? choiceWords[now] : NOTHING;
    picks.offer(offered);
    if (now === FRIEND) return;
    if (!isFormatChosen) format.value = letterCountries.includes(plan.choices.country) ? "letter" : "a4";
    area.querySelector(".take-fits").textContent = fitSentence();
  }

  function pocketPicks(plan) {
    const parts = sectionsOf(plan, shape).map(({ id, title }) => ({ key: id, group: "Parts", label: title }));
    const steps = stepGroupsIn(view).map(({ id, title }) => ({
      key: `steps.${id}`,
      group: "Steps",
      label: title,
    }));
    return [...parts, ...steps];
  }

  /** Gather what a version holds: sections of the plan, and groups of steps. */
  function contentOf(now) {
    const plan = readPlan(view);
    if (now === FRIEND) {
      return { sections: friendSections(friendPicks(plan, shape).filter(picks.isTicked)), groups: [] };
    }
    if (now === POCKET) {
      const isWanted = (key) => picks.isTicked({ key });
      return {
        sections: sectionsOf(plan, shape, isWanted),
        groups: stepGroupsIn(view, (id) => isWanted(`steps.${id}`)),
      };
    }
    const blank = isWished("lines") || isBlank(plan) ? blankSections(plan, shape, blankEntries) : [];
    const order = Object.keys(shape.parts);
    const sections = [...sectionsOf(plan, shape), ...blank];
    sections.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
    return {
      sections: [...sections, ...oldNotes(plan, shape), ...reviewSection(plan)],
      groups: now === ALL || !isWished("no-steps") ? stepGroupsIn(view) : [],
    };
  }

  function isWished(name) {
    return area.querySelector(`.take-more [value=${name}]`).checked;
  }

  function title() {
    return area.querySelector(".take-title").value.trim();
  }

  /** Put the paper into the document; return the number of sheets where they are counted. */
  function makePaper(now) {
    removePaper();
    const { sections, groups } = contentOf(now);
    const paper = block("div", "paper", "");
    paper.dataset.paper = now === POCKET ? POCKET : LONG;
    const blocks = blocksOf(title(), sections, groups);
    document.body.append(paper);
    if (now === POCKET) return setOnPanels(paper, blocks, format.value);
    paper.append(...keptTogether(blocks));
    return 0;
  }

  function fitSentence() {
    const sheets = makePaper(POCKET);
    removePaper();
    return sheets > 1 ? `It needs ${sheets} sheets. Tick less for one sheet.` : "It fits on one sheet.";
  }

  /** Print the whole plan where the browser's own command asks for it. */
  function preparePaper() {
    if (document.documentElement.dataset.view === view.dataset.viewId) makePaper(wanted || ALL);
  }

  // Some browsers ask for the paper later: what was asked for stays wanted until it has been printed.
  function print(now) {
    wanted = now;
    window.print();
  }

  function afterPrint() {
    wanted = "";
    removePaper();
  }

  function removePaper() {
    document.querySelector(".paper")?.remove();
  }

  function text() {
    const { sections, groups } = contentOf(version());
    return planText(title(), sections, groups);
  }

  async function copy() {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      say(COPIED, area);
    } catch {
      area.querySelector(".take-copy").hidden = false;
      copyField.value = copied;
      copyField.focus();
      copyField.select();
    }
  }

  function save(content, ending, type) {
    const name = fileName(area.querySelector(".take-name").value, ending);
    saveFile(content, name, type);
    say(`Your browser has “${name}” now, and saves it or asks you where.`, area);
  }

  /** Drop what was chosen and what was made of the plan's text. */
  function forget() {
    picks.forget();
    copyField.value = "";
    area.querySelector(".take-copy").hidden = true;
    afterPrint();
    refresh();
  }
}

function isBlank({ parts, marks, notes }) {
  return [parts, marks, notes].every((set) => Object.keys(set).length === 0);
}
