// What of a kept log cannot be read, in plain words. The rest is open, and nothing is deleted.
import { _, fill } from "../common/gettext.js";

const SENTENCES = {
  missing: _("Some of your log is missing: lines {numbers}. All the rest is here. Nothing was deleted."),
  damaged: _("Some of your log is damaged: lines {numbers}. All the rest is here. Nothing was deleted."),
  changed: _("Something else has changed your log at line {numbers}. Nothing was deleted."),
};

/** Write problems, as `../vault/` names them, in sentences. */
export function problemWords(problems) {
  return problems
    .map(({ kind, from, to }) => {
      const numbers = from === to ? String(from) : fill(_("{from} to {to}"), { from, to });
      return fill(SENTENCES[kind] ?? SENTENCES.damaged, { numbers });
    })
    .join(" ");
}
