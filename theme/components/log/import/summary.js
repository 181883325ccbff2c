// What a file is, and how much of it was read: the first part of the preview.
import { _, fill, ngettext } from "../../common/gettext.js";
import { make } from "../list.js";

const ENCODINGS = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

/**
 * Make the list of what was found. `first` is the first row, `zone` the answer, where the zone was asked, and `before` what
 * the log says where this very file was brought in before.
 */
export function summaryList({ status, zone, first, before, dayWords }) {
  const { outcome, name, size, rows, skipped, duplicates, sha256 } = status;
  const list = make("dl", "log-import-summary");
  const add = (label, text) => {
    if (!text) return;
    const value = make("dd", "", text);
    value.translate = false;
    list.append(make("dt", "", label), value);
  };
  add(_("File"), name);
  add(_("Size"), ngettext("{count} byte", "{count} bytes", size));
  add("SHA-256", sha256);
  add(_("Kind"), outcome.label);
  add(_("Letters stored as"), ENCODINGS[outcome.encoding] ?? outcome.encoding);
  add(_("Rows read"), String(rows));
  add(_("Skipped"), skippedWords(skipped));
  add(_("Possible doubles"), String(duplicates));
  add(_("Days"), spanWords(outcome, dayWords));
  add(_("Time zone"), zone || _("As the file says"));
  if (zone && first?.utc && zone !== "UTC") add(_("First row"), bothWords(first, zone));
  if (outcome.mended) add(_("Letters mended"), String(outcome.mended));
  const notes = outcome.notes.map((note) => make("p", "log-note", note));
  return [...(before ? [make("p", "log-note", before)] : []), list, ...notes];
}

const skippedWords = (count) =>
  count ? ngettext("{count} line, see below", "{count} lines, see below", count) : "0";

function spanWords({ first, last }, dayWords) {
  if (!first) return "";
  const [from, until] = [first, last].map((wall) => dayWords(wall.slice(0, 10)));
  return from === until ? from : fill(_("{from} to {until}"), { from, until });
}

/** The first row as this zone reads it, and as UTC, so that a wrong zone is seen. */
function bothWords({ wall, utc }, zone) {
  const inUtc = utc.slice(0, wall.length).replace("T", " ");
  return fill(_("{wall} in {zone}. At that moment it was {utc} in UTC."), {
    ...{ wall: wall.replace("T", " "), zone, utc: inUtc },
  });
}
