// Where a document's panel and its files are: in its own view.
import { reveal } from "../../common/reveal.js";
import { LOCKED, OFF, UNLOCKED } from "../../vault/protocol.js";
import { startFiles } from "./backup-files.js";
import { showCompare } from "./panels/compare.js";
import { makeLocked } from "./panels/locked.js";
import { makeOff } from "./panels/off.js";
import { makeUnlocked } from "./panels/unlocked.js";

const makers = { [OFF]: makeOff, [LOCKED]: makeLocked, [UNLOCKED]: makeUnlocked };

/** @typedef {ReturnType<typeof makers[keyof typeof makers]>} Panel */

/** Return the places of all documents, of which there is none yet. */
export function createPlaces() {
  /** @type {ReturnType<typeof createPlace>[]} */
  const all = [];

  return {
    all,

    add(own, context) {
      const place = createPlace(own, context);
      all.push(place);
      return place;
    },

    inPanels(work) {
      for (const { panel, document } of all) if (panel) work(panel, document);
    },

    /** Do something with the `lines` of each document that grows by them, and return what that gives. */
    inLines: (work) => all.flatMap(({ document }) => (document.lines ? [work(document.lines)] : [])),

    /** Take all documents off the page and out of its memory. */
    clear() {
      for (const { files, document } of all) {
        files.clear();
        document.clear();
      }
      forgetLastMatch();
    },

    leave() {
      for (const place of all) place.leave();
      forgetLastMatch();
    },
  };
}

/** A browser remembers the text in which a pattern was last looked for, as `RegExp.input`. */
function forgetLastMatch() {
  /^/.test("");
}

function createPlace(own, context) {
  const { view, strings, say } = own;
  const slot = view.querySelector("[data-slot=vault]");
  const files = startFiles(own, context);
  const tell = (text) => say(text, slot);

  return {
    document: own,
    /** @type {Panel | null} */
    panel: null,
    files,
    tell,

    show(state, vault) {
      const hadFocus = slot.contains(document.activeElement);
      own.lines?.onState(state);
      this.panel?.clear();
      const panel = makers[state](view, { ...context, vault, document: own, strings, files, say, tell });
      this.panel = panel;
      slot.replaceChildren(panel.element);
      files.showState(state);
      if (hadFocus || state === LOCKED) reveal(slot);
      if (hadFocus) slot.querySelector("[data-focus]").focus();
    },

    /** What was on the page before it was opened is not lost, and does not go into the document unless the reader asks. */
    offer(incoming) {
      if (!incoming) return;
      const onChoice = (data, sentence) => {
        if (data) context.autosave.put(own, data);
        tell(sentence);
        slot.querySelector("[data-focus]").focus();
      };
      const place = slot.querySelector("[data-place=compare]");
      showCompare(place, {
        document: own,
        incoming,
        ...{ intro: strings.pageHeld, addWords: strings.putBack },
        tell,
        onChoice,
      });
    },

    leave() {
      this.panel?.clear();
      files.clear();
      slot.replaceChildren();
    },
  };
}
