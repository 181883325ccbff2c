// Looking into a file: the form, what is asked, and what is said while it is read and after it.
import { kindOf } from "../../common/known-error.js";
import { make } from "../list.js";
import { createImportForm } from "./form.js";
import { createQuestions } from "./questions.js";
import * as WORDS from "./strings.js";

/**
 * Put the form into `area`. `reading` has the file.
 * @param {HTMLElement} area
 * @param {ReturnType<typeof import("./file-reading.js").createFileReading>} reading
 * @param {any} parts
 */
export function createLooking(area, reading, parts) {
  const { say } = parts;
  let { form, questions } = build(area, parts);
  /** @type {Promise<void>} */
  let looking = Promise.resolve();
  let pasted = ""; // what of the box was read

  return {
    take,
    takePasted,
    settled: () => looking,
    areAsked: () => questions.areAsked(),
    answer,
    /** Lead the reader to what is asked. */
    focus: () => questions.focus(),
    outcome,
    showProgress: (/** @type {number} */ part) => (form.progress.value = part),
    showPreview: (/** @type {Element[]} */ elements) => form.preview.replaceChildren(...elements),
    renew,
  };

  /** Nothing of a file stays in the page. */
  function renew() {
    reading.putAway();
    pasted = "";
    ({ form, questions } = build(area, parts));
  }

  /** @param {{file?: File, text?: string}} source */
  function take(source) {
    pasted = source.text ?? "";
    questions.clear();
    looking = look(() => reading.take(source));
  }

  /** Take what is in the box, where that was not read yet. */
  function takePasted() {
    const text = area.querySelector("textarea")?.value ?? "";
    if (text.trim() && text !== pasted) take({ text });
  }

  async function answer() {
    const answers = questions.answers();
    if (!answers) {
      say(WORDS.UNANSWERED, area);
      return;
    }
    looking = look(() => reading.answer(answers));
    await looking;
  }

  /** @param {() => Promise<unknown>} work */
  async function look(work) {
    const { preview, refused, progress, stop } = form;
    preview.replaceChildren();
    refused.hidden = true;
    progress.hidden = stop.hidden = false;
    progress.removeAttribute("value");
    say(WORDS.READING, area);
    const started = work();
    const isCurrent = reading.watch();
    try {
      if (await started) tellOutcome();
    } catch (error) {
      if (!isCurrent()) return;
      kindOf(error);
      renew();
      say(WORDS.NOT_READ, area);
    } finally {
      if (isCurrent()) progress.hidden = stop.hidden = true;
    }
  }

  function tellOutcome() {
    const { refused, questions: asked } = outcome();
    if (refused) {
      form.refused.dataset.importRefused = "";
      form.refused.textContent = refused;
      form.refused.hidden = false;
      say(refused, null);
    } else if (asked.length) say(questions.ask(asked) ? WORDS.ASKED_MORE : WORDS.ASKED, area);
    else say(WORDS.READ, area);
  }

  function outcome() {
    return reading.status()?.outcome ?? { refused: "", questions: [] };
  }
}

/** Make the form. */
function build(area, parts) {
  area.querySelector(".log-import-body")?.remove();
  const form = createImportForm();
  const body = make("div", "log-import-body");
  body.append(...form.elements);
  area.append(body);
  return { form, questions: createQuestions(form.questions, { area, ...parts }) };
}
