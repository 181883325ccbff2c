// Ask extensions that read, correct or fill in what is typed to stay away: several send it elsewhere. Each has its own
// attribute for that.

const signs = {
  "data-gramm": "false",
  "data-gramm_editor": "false",
  "data-enable-grammarly": "false",
  "data-lt-active": "false",
  "data-1p-ignore": "",
  "data-lpignore": "true",
  "data-bwignore": "",
  "data-form-type": "other",
};

/** Mark one field. */
export function keepAssistantsAway(field) {
  for (const name of Object.keys(signs)) field.setAttribute(name, signs[name]);
}

/** Mark all fields of a view, and those that its templates will become. */
export function keepAssistantsOutOf(view) {
  for (const field of view.querySelectorAll("input, textarea")) keepAssistantsAway(field);
  for (const { content } of view.querySelectorAll("template")) keepAssistantsOutOf(content);
}
