// The screen of the whole form: a new entry, or a correction. What is typed there is a draft until it is kept.
import { _, fill } from "../common/gettext.js";

/** Set up the screen; `area` is its section. */
export function createWriteScreen(area, { log, form, quick, write, correct, say, go }) {
  const heading = area.querySelector("h2");
  const usual = heading.textContent;
  const correcting = area.querySelector(".log-correcting");
  let isOpen = false; // there is something in the form that is not kept
  let about = ""; // the entry that is corrected
  let isBusy = false;

  return {
    correct: begin,
    draft: () => (isOpen && form.isChanged() ? { about, ...form.typed() } : null),
    resume,
    clear: end,
    actions: {
      new: () => {
        if (!isOpen || about) beginNew();
        go("write");
      },
      "keep-form": keep,
      "cancel-form": () => {
        end();
        go("hub");
      },
      "add-row": form.addRow,
      "remove-row": (target) => form.removeRow(target.closest(".log-row")),
    },
  };

  function nameEntry({ number }) {
    heading.textContent = fill(_("Correct entry {number}, or add to it"), { number });
    correcting.hidden = false;
  }

  function beginNew() {
    end();
    form.clear();
    isOpen = true;
  }

  function begin(entry) {
    if (!entry) return;
    end();
    about = entry.id;
    isOpen = true;
    nameEntry(entry);
    form.write(withApart(entry));
    go("write");
  }

  /** Show a draft again, after the log was locked. */
  function resume(draft) {
    end();
    if (!draft) return;
    const { about: id = "", ...typed } = draft;
    const entry = log.get(id);
    isOpen = true;
    about = id;
    if (entry) nameEntry(entry);
    form.resume(typed, entry && withApart(entry));
  }

  async function keep() {
    if (isBusy) return;
    const { typed, problems } = form.read();
    if (problems.length) {
      say(problems.join(" "), area);
      return;
    }
    isBusy = true;
    const old = about && log.get(about);
    const entry = await (old ? correct(old, typed, area) : write(typed, area));
    isBusy = false;
    if (!entry) return;
    const words = area.querySelector(".said").textContent;
    end();
    go("hub");
    say(words, quick.field().closest("section"));
  }

  function end() {
    isOpen = false;
    about = "";
    heading.textContent = usual;
    correcting.hidden = true;
    form.clear();
  }
}

const withApart = (entry) => ({ ...entry, fields: { ...entry.fields, ...entry.apart?.line.fields } });
