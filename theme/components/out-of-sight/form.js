// The choice as a reader sees it, wherever it stands: on "Private reading", beside plan and log.
import { _, fill, ngettext } from "../common/gettext.js";
import { IDLE_MINUTES } from "./choice.js";
import { exitName, wayOutName } from "./cover.js";
import { make } from "./elements.js";

/** @import { Choice } from "./choice.js" */

/**
 * Put the fields into a fold that has none yet; `onChoice` receives each change. Returns what shows a choice.
 * @param {HTMLElement} fold
 * @param {(choice: Choice) => void} onChoice
 */
export function makeForm(fold, onChoice) {
  const hide = box();
  const idle = makeIdle();
  const cover = box();
  const said = make("p", { className: "said" });
  said.setAttribute("role", "status");
  const fields = make(
    "div",
    {},
    text(
      _(
        "All of this is off until you switch it on. Then it stays on until you close or reload this page. If you keep a plan or a log on this device, your choice is kept with it, locked.",
      ),
    ),
    line(hide, _("Hide this page when it is out of sight")),
    text(
      _(
        "It hides when you go to another tab or app, or when the screen locks. When you come back, you see one sentence, and a button that shows the page again as it was.",
      ),
    ),
    make("p", {}, make("label", {}, _("Hide it also after this long without use"), " ", idle)),
    text(
      _(
        "Hiding does not lock anything. Anyone who holds the device can press that button. What you keep here still locks after a minute out of sight. In its list of open apps, a phone may show a picture of the page from before it hid. A phone may also close a page that is out of sight for long. Then what you did not keep is lost.",
      ),
    ),
    line(cover, _("Offer a cover: a page of notes")),
    text(
      fill(
        _(
          "The button “Cover it” then stands near “{leave}”. It puts a plain page of notes, such as a shopping list, over this page. To come back, press “All notes” on the page of notes. The key F2 covers this page too, and brings it back. On many laptops you hold the key Fn as well, so try it first.",
        ),
        { leave: exitName() },
      ),
    ),
    text(
      fill(
        _(
          "The page of notes does not show “{leave}”. To leave from there, press the word “{weather}” at its end, or Shift three times.",
        ),
        { leave: exitName(), weather: wayOutName() },
      ),
    ),
    makeLimits(),
    said,
  );

  fields.className = "sight-fields";
  for (const type of ["input", "change"]) fields.addEventListener(type, (event) => event.stopPropagation());
  fields.addEventListener("change", () => {
    const choice = { hide: hide.checked, idle: Number(idle.value), cover: cover.checked };
    onChoice(choice);
    said.textContent = sentenceFor(choice);
  });
  fold.replaceChildren(/** @type {HTMLElement} */ (fold.querySelector("summary")), fields);

  /** @param {Choice} choice */
  return (choice) => {
    hide.checked = choice.hide;
    idle.value = String(choice.idle);
    cover.checked = choice.cover;
  };
}

function sentenceFor({ hide, idle, cover }) {
  const hiding = hide || idle ? _("Hiding is on.") : _("Hiding is off.");
  return `${hiding} ${cover ? _("The cover is on.") : _("The cover is off.")}`;
}

function makeLimits() {
  const words = _(
    "A cover helps only against one quick look. The address bar still shows the address of this site, and the history may list it. Anyone who presses F2 or “All notes” sees this guide. It does not help against a person who watches this device.",
  );
  const caution = text(` ${words}`);
  caution.prepend(make("strong", { textContent: _("What it cannot hide.") }));
  caution.className = "caution";
  return caution;
}

function makeIdle() {
  const never = make("option", { value: "0", textContent: _("Never") });
  const times = IDLE_MINUTES.map((minutes) =>
    make("option", {
      value: String(minutes),
      textContent: ngettext("{count} minute", "{count} minutes", minutes),
    }),
  );
  return /** @type {HTMLSelectElement} */ (make("select", { autocomplete: "off" }, never, ...times));
}

const box = () => /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", autocomplete: "off" }));
const line = (field, words) => make("p", {}, make("label", {}, field, ` ${words}`));
const text = (textContent) => make("p", { textContent });
