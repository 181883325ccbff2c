// What is asked before a file is read: a zone, an order of day and month, the meaning of columns.
import { _ } from "../../common/gettext.js";
import { make } from "../list.js";

/** @import { Choice, Question } from "../imports/types.d.ts" */

const MOST_REMEMBERED = 20; // forms of files whose columns the reader named

/**
 * Return what asks in `place`. What the columns of a form of file mean is kept with the log, in `settings.mapped`, so that it
 * is asked once.
 * @param {HTMLElement} place
 * @param {any} parts
 */
export function createQuestions(place, { area, settings, zoneHere }) {
  /** @type {Question[]} */
  let asked = [];
  /** @type {Record<string, string>} */
  let given = {};

  return {
    /**
     * Ask; return whether something was asked before.
     * @param {Question[]} questions
     */
    ask(questions) {
      const isMore = asked.length > 0;
      asked = questions;
      const fields = asked.map((question) => {
        const known = given[question.id] ?? settings.mapped[question.remember ?? ""];
        return questionFields(question, { zone: zoneHere(), given: known });
      });
      place.replaceChildren(...fields);
      return isMore;
    },
    areAsked: () => asked.length > 0,
    /** Return an answer for each question, or null where one is missing. */
    answers() {
      const fields = /** @type {HTMLElement[]} */ ([...place.children]);
      const answers = asked.map((question, at) => [question.id, answerIn(fields[at], question)]);
      if (answers.some(([, answer]) => answer === null)) return null;
      given = { ...given, ...Object.fromEntries(answers) };
      for (const { id, remember: name } of asked) if (name) remember(name, given[id]);
      return given;
    },
    focus: () => place.querySelector("select, input")?.focus(),
    clear() {
      asked = [];
      given = {};
      place.replaceChildren();
    },
  };

  function remember(name, answer) {
    const others = Object.entries(settings.mapped).filter(([other]) => other !== name);
    settings.mapped = Object.fromEntries([...others.slice(1 - MOST_REMEMBERED), [name, answer]]);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/**
 * Make the fields for a question. `given` is what was answered before, or what the reader said of another file of this form.
 * @param {Question} question
 * @param {{zone: string, given: string | undefined}} known
 */
function questionFields(question, { zone, given }) {
  const place = make("fieldset");
  place.dataset.importQuestion = question.id;
  place.append(make("legend", "", question.asks));
  const chosen = given ?? question.value ?? "";
  if (question.takes === "zone") place.append(zoneField(question, chosen || zone));
  else if (question.takes === "columns") place.append(...columnFields(question, chosen));
  else place.append(...question.choices.map((choice) => radio(question, choice, chosen)));
  return place;
}

/**
 * Return what was answered, or null. An answer can be an empty text: "None of these".
 * @param {HTMLElement} place
 * @param {Question} question
 */
function answerIn(place, { takes }) {
  const selects = [...place.querySelectorAll("select")];
  if (takes === "columns") return JSON.stringify(selects.map(({ value }) => value));
  if (takes === "zone") return selects[0].value || null;
  const chosen = /** @type {HTMLInputElement | null} */ (place.querySelector("input:checked"));
  return chosen?.value ?? null;
}

/** All zones that the browser knows. */
function zoneField(question, chosen) {
  const names = new Set([chosen, ...Intl.supportedValuesOf("timeZone"), "UTC"]);
  const select = make("select");
  select.autocomplete = "off";
  select.append(
    ...[...names]
      .filter(Boolean)
      .sort()
      .map((name) => new Option(name.replaceAll("_", " "), name)),
  );
  select.value = chosen;
  select.setAttribute("aria-label", question.asks);
  return select;
}

/**
 * @param {Question} question
 * @param {string} chosen
 */
function columnFields({ choices, roles = [] }, chosen) {
  const given = listIn(chosen);
  return choices.map(({ label, sample }, at) => {
    const select = make("select");
    select.autocomplete = "off";
    select.append(new Option(_("Other"), ""), ...roles.map((role) => new Option(role.label, role.value)));
    select.value = given[at] ?? "";
    const line = make("label");
    line.append(words("span", label), " ", words("small", sample ?? ""), select);
    return line;
  });
}

/**
 * @param {Question} question
 * @param {Choice} choice
 * @param {string} chosen
 */
function radio({ id }, { value, label, sample }, chosen) {
  const field = make("input");
  field.type = "radio";
  field.name = `log-import-${id}`;
  field.value = value;
  field.checked = value === chosen;
  field.autocomplete = "off";
  const line = make("label");
  const text = make("span");
  text.append(words("span", label));
  if (sample) text.append(" ", words("small", sample));
  line.append(field, " ", text);
  return line;
}

/** Words of a file: a service that translates pages would be sent them. */
function words(name, text) {
  const own = make(name, "", text);
  own.translate = false;
  return own;
}

function listIn(text) {
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
