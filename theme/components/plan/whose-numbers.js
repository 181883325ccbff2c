// "Whose numbers go on it?": the country of the plan, asked again where paper is made. What is chosen here is the answer
// to the plan's own question. Before that, the country that this device suggests is offered, and is no answer.
import { _ } from "../common/gettext.js";

/** Set up the question. Returns `{show, guessed}`: called when its screen opens; the guess that is offered, or "". */
export function startWhoseNumbers(view) {
  const own = view.querySelector("select[data-choice=country]");
  const place = view.querySelector(".take-country");
  const select = place.querySelector("select");
  const guessNote = place.querySelector("small");
  let isAnswered = false;

  select.append(...own.cloneNode(true).children);
  select.firstElementChild.textContent = _("No country");
  select.addEventListener("change", () => {
    isAnswered = true;
    own.value = select.value;
    own.dispatchEvent(new Event("change", { bubbles: true }));
    follow();
  });
  view.addEventListener("plan:written", () => {
    isAnswered = false;
    follow();
  });
  follow(); // otherwise the option that was moved last is chosen
  return { show, guessed: () => (guessNote.hidden ? "" : select.value) };

  function show() {
    follow();
    if (own.value || isAnswered) return;
    select.value = guess();
    guessNote.hidden = !select.value;
  }

  function follow() {
    select.value = own.value;
    guessNote.hidden = true;
  }
}

/** Name the country that "In danger now" has put first, where it is one of the guide's own (`../places/where.js`). */
function guess() {
  const { guess: code, here } = document.querySelector("[data-guess]")?.dataset ?? {};
  return (code && here?.match(`\\b([a-z]{2}):${code}\\b`)?.[1]) ?? "";
}
