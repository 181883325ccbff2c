// The screen of the whole form: a new entry, or a correction. What is typed there is a draft until it is kept.
import { _ } from "../common/gettext.js";
import { createBegun } from "./begun.js";
import { oneAtATime } from "./one-at-a-time.js";
import { noteTyped } from "./typed-since.js";

const NOT_THERE = _(
  "The entry that this corrects is not there yet. Your log may still be opening. What you typed is still on the screen. You can try again in a moment.",
);
const ANOTHER = _("You began this before, and it is not kept yet. Keep it or throw it away first.");

/** Set up the screen; `area` is its section, `door` leads to it. */
export function createWriteScreen(area, { door, log, form, quick, write, correct, say, go }) {
  const begun = createBegun({
    heading: area.querySelector("h2"),
    correcting: area.querySelector(".log-correcting"),
    ...{ door, log, form },
  });
  const doOne = oneAtATime();

  return {
    ...begun,
    correct(entry) {
      if (!entry) return;
      const began = begun.beginCorrection(entry);
      go("write");
      if (!began) say(ANOTHER, area);
    },
    clear: begun.end,
    actions: {
      new: () => {
        begun.beginNew();
        go("write");
      },
      "keep-form": () => doOne(keep),
      "cancel-form": () => {
        end();
        go("hub");
      },
      "add-row": form.addRow,
      "remove-row": (target) => form.removeRow(target.closest(".log-row")),
    },
  };

  async function keep() {
    const { typed, problems } = form.read();
    const old = begun.entry();
    if (problems.length || old === null) {
      say(problems.join(" ") || NOT_THERE, area);
      return;
    }
    const takes = { form: begun.draft() };
    const noted = noteTyped(area, { begun, form });
    const entry = await (old ? correct(old, typed, area, takes) : write(typed, area, takes));
    if (!entry || noted.isPast()) return;
    const words = area.querySelector(".said").textContent;
    const more = noted.goOn(entry);
    if (more) {
      say(`${words} ${more}`, area);
      return;
    }
    end();
    go("hub");
    say(words, quick.field().closest("section"));
  }

  /** What was typed there is no draft any more. */
  function end() {
    begun.end();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
