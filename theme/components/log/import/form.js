// The form of the screen: the file, the box to paste into, the questions, and the buttons. All of it is made here.
import { _ } from "../../common/gettext.js";
import { make } from "../list.js";
import { CHOOSING, INTRO } from "./strings.js";

/** Make what stands on the screen, and return its parts. */
export function createImportForm() {
  const file = make("input");
  file.type = "file"; // no `accept`: some phones hand over a changed copy then
  file.dataset.logImport = "";
  file.autocomplete = "off";
  const paste = make("textarea");
  paste.rows = 4;
  paste.dataset.importPaste = "";
  paste.autocomplete = "off";
  const fold = make("details");
  fold.append(
    make("summary", "", _("Or paste lines, such as a list of calls")),
    labelled(_("Lines, as you copied them"), paste),
  );
  const parts = {
    questions: make("div", "log-import-questions"),
    progress: progressBar(),
    show: buttonOf(_("Show what is in it"), "importShow", true),
    stop: buttonOf(_("Stop reading"), "importStop"),
    refused: make("p"),
    preview: make("div", "log-import-preview"),
  };
  parts.stop.hidden = true;
  parts.refused.hidden = true;
  const tools = make("p", "log-tools");
  tools.append(parts.show, " ", parts.stop);
  const { questions, progress, refused, preview } = parts;
  const elements = [
    ...INTRO.map((text) => make("p", "", text)),
    labelled(_("The file"), file, CHOOSING),
    ...[fold, questions, tools, progress, refused, preview],
  ];
  return { ...parts, elements };
}

/** Put a name to a field. */
export function labelled(name, field, hint = "") {
  const label = make("label");
  label.append(make("span", "", name), " ");
  if (hint) label.append(make("small", "", hint));
  label.append(field);
  const place = make("p");
  place.append(label);
  return place;
}

export function buttonOf(words, name, isFirst = false) {
  const button = make("button", isFirst ? "md-button md-button--primary" : "md-button", words);
  button.type = "button";
  button.dataset[name] = "";
  return button;
}

export function progressBar() {
  const bar = make("progress");
  bar.max = 1;
  bar.hidden = true;
  bar.setAttribute("aria-label", _("How much is done"));
  return bar;
}
