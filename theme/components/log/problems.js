// What of a kept log cannot be read, in plain words. The rest is open, and nothing is deleted.
import { _, fill } from "../common/gettext.js";
import { SAVE_THE_REST } from "../vault/rest-words.js";

const REST = _(
  "The rest is here. This page deleted nothing. If you saved a copy as a file, you can open it to add what is missing.",
);
const SENTENCES = {
  missing: _("Some of your log is missing, at {numbers}. {rest}"),
  damaged: `${_("Some of your log is damaged and cannot be read, at {numbers}. {rest}")} ${SAVE_THE_REST}`,
  changed: _(
    "Your log is not as this page wrote it, at {numbers}. We do not know why. This page deleted nothing. If you saved a copy as a file, keep it.",
  ),
};

/** Write problems, as `../vault/` names them, in sentences. */
export function problemWords(problems) {
  return problems
    .map(({ kind, from, to }) => {
      const numbers = fill(from === to ? _("number {from}") : _("numbers {from} to {to}"), { from, to });
      return fill(SENTENCES[kind] ?? SENTENCES.damaged, { numbers, rest: REST });
    })
    .join(" ");
}
