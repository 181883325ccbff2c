// The log in the page: joins its parts. Everything stays in this document's memory, until the reader asks to keep it.
import { renewFields } from "../documents/form/renew-fields.js";
import { createSaying } from "../documents/form/saying.js";
import { HUB, startScreens } from "../plan/screens.js";
import { LOCKED, OFF, UNLOCKED } from "../vault/protocol.js";
import { placePaperLine } from "../languages/paper-line.js";
import { createAdding } from "./adding.js";
import { startCode } from "./code.js";
import { createEntryScreen } from "./entry-screen.js";
import { evidenceOnRequest } from "./evidence/on-request.js";
import { exportsOnRequest } from "./exports/on-request.js";
import { importOnRequest } from "./import/on-request.js";
import { createFirstScreen } from "./first-screen.js";
import { createForm } from "./form.js";
import { startLess } from "./less.js";
import { createLines } from "./lines.js";
import { createPrinting } from "./log-on-paper.js";
import { createEntries } from "./model/entries.js";
import { notTaken } from "./not-kept.js";
import { picturesOnRequest } from "./pictures/on-request.js";
import { problemWords } from "./problems.js";
import { startQuick } from "./quick.js";
import { shapeOf } from "./shape.js";
import { createToFillIn } from "./to-fill-in.js";
import { createTyped } from "./typed.js";
import { createWriting } from "./writing.js";
import { createWriteScreen } from "./write-screen.js";

const root = document.documentElement;
const TEXT_FIELDS =
  ".log > section :is(textarea, input:not([type=checkbox], [type=radio], [type=date], [type=time]))";
const STATES = { [OFF]: "off", [LOCKED]: "locked", [UNLOCKED]: "open" };

/** Set up the view. Returns what keeping needs of it (`log-document.js`). */
export function startLogView(view) {
  const area = (name) => view.querySelector(`.log-${name}`);
  const parts = createParts(view, area);
  const { log, lines, say, quick, write, typed, settings } = parts;
  const actions = Object.assign({}, ...Object.values(parts.screensByName).map((part) => part.actions), {
    print: parts.printing.printList,
    "print-pictures": () => parts.printing.printPictures(parts.screensByName.pictures.onPaper()),
    more: () => quick.last() && write.correct(log.get(quick.last().id)),
  });

  view.addEventListener("click", onClick);
  document.addEventListener("guide:leave", leave);
  setState(OFF);
  forget();
  placePaperLine(area("show").querySelector("p"));
  return {
    say,
    settings,
    typed: typed.read,
    write: typed.show,
    forget,
    texts,
    lines: { ...lines.forKeeping, onState },
  };

  function onClick(event) {
    const pressed = event.target.closest("[data-log-action], [data-log=keep]");
    const work = actions[pressed?.dataset.logAction ?? pressed?.dataset.log];
    if (!work) return;
    if (pressed.localName === "a") event.preventDefault();
    work(pressed);
  }

  /** Before a panel for the state is shown. */
  function onState(state) {
    setState(state);
    return lines.forKeeping.onState(state);
  }

  function* texts() {
    for (const { fields } of [...log.newestFirst(), ...log.items()])
      for (const text of Object.values(fields)) if (typeof text === "string") yield text;
  }

  /** Drop all that was written from the page and from memory. */
  function forget() {
    lines.clear();
    parts.adding.clear();
    Object.assign(settings, emptySettings());
    area("with-apart").checked = false;
    for (const part of Object.values(parts.screensByName)) part.clear?.();
    parts.printing.forget();
    for (const list of view.querySelectorAll(".log-list")) list.replaceChildren();
    renewFields(view, TEXT_FIELDS);
    say("");
  }

  function leave() {
    forget();
    lines.leave();
    for (const name of ["pictures", "import", "evidence", "handing"]) parts.screensByName[name].stop();
    view.replaceChildren();
    delete root.dataset.log;
  }
}

/** What is kept with the draft: entries that nothing is to be added to, and what the columns of files mean. */
const emptySettings = () => ({ done: [], mapped: {} });

function setState(state) {
  root.dataset.log = STATES[state];
}

/** A screen with one thing on it does not ask to be unfolded. */
function unfoldKeeping(view) {
  const only = view.querySelector("[data-slot=vault] > div > details");
  if (only) only.open = true;
}

/** Make the parts, which know each other. */
function createParts(view, area) {
  const say = createSaying(view, area("said"));
  const shape = shapeOf(view);
  const log = createEntries(shape);
  const settings = emptySettings();
  const onProblems = (problems) => problems.length && say(problemWords(problems), area("quick"));
  const onTrouble = (error, waits) =>
    say(notTaken(error, waits), waits === LOCKED ? view.querySelector("[data-slot=vault]") : area("quick"));
  const lines = createLines({ log, shape, onChange, onProblems, onTrouble });
  const base = {
    ...{ view, log, shape, lines, say, settings },
    stateOf: (entry) => (lines.isKept(entry) ? "kept" : "memory"),
    go: (screen) => screens.go(screen),
    show: (screen) => screens.show(screen),
  };
  const adding = createAdding();
  const context = { ...base, ...createWriting({ ...base, adding, typed: () => typed.read() }) };
  const first = createFirstScreen(view, context);
  const isWithApart = () => area("with-apart").checked;
  const printing = createPrinting(view, { log, shape, entries: first.entries, isWithApart });
  const quick = startQuick(area("quick"), context);
  const less = startLess(area("less"), context);
  const code = startCode(area("coded"), { ...context, printSlip: printing.printSlip });
  const fill = createToFillIn(area("fill"), context);
  const door = view.querySelector('.log-ways [data-log-action="new"]');
  const form = createForm(area("write"), say);
  const write = createWriteScreen(area("write"), { ...context, door, form, quick });
  const onCorrect = (entry) => write.correct(entry);
  const entry = createEntryScreen(area("entry"), { ...context, printing, onCorrect });
  const own = { ...context, first, entry, printing, isWithApart };
  const { pictures, bringIn, evidence, handing } = createOnRequest(view, area, own);
  const show = {
    show() {
      code.show();
      handing.show();
    },
  };
  const keep = { show: () => unfoldKeeping(view) };
  const onScreen = {
    hub: first,
    pictures,
    less,
    show,
    fill,
    entry,
    keep,
    import: bringIn,
    ...evidence.screens,
  };
  const screens = startScreens(view, (screen) => {
    // Entries of other screens stay in the list of the first one alone.
    for (const name of ["fill", "less"]) area(name).querySelector(".log-list").replaceChildren();
    evidence.onScreen(screen);
    onScreen[screen]?.show();
    if (screen !== HUB) return;
    write.showDoor();
    evidence.showDoor();
  });
  /** @type {Record<string, any>} */
  const screensByName = { quick, first, less, code, fill, write, entry, pictures, handing, evidence };
  screensByName.import = bringIn;
  const leaveForm = () => screens.current() === "write" && screens.go(HUB);
  const fields = { quick, write, parts: [code, less, evidence], area: area("quick") };
  const typed = createTyped({ ...fields, adding, lines, leaveForm, say });
  return { log, lines, say, quick, write, typed, adding, printing, settings, screensByName };

  /** Show entries that came or went. */
  function onChange() {
    const screen = screens.current();
    typed.onEntries();
    write.onEntries();
    evidence.onEntries();
    if (screen !== HUB) first.show();
    quick.showAgain();
    onScreen[screen]?.show();
  }
}

/** Make the parts that are bundles of their own, fetched when they are first opened. */
function createOnRequest(view, area, context) {
  const { first, entry, go, say, shape } = context;
  const onEntries = (numbers) => {
    first.only(numbers);
    go(HUB);
  };
  const onKept = ({ id }, words) => {
    entry.open(id);
    say(words, area("entry"));
  };
  const toEvidence = view.querySelector('.log-ways [data-to-screen="evidence"]');
  return {
    pictures: picturesOnRequest(area("counts"), { entries: first.entries, shape, onEntries }),
    bringIn: importOnRequest(area("import"), { ...context, onKept }),
    evidence: evidenceOnRequest(view, toEvidence, context),
    handing: exportsOnRequest(area("exports"), context),
  };
}
