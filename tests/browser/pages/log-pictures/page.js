/** A page with the pictures of a log alone. The test gives the entries, and reads which ones a number leads to. */
import { startPictures } from "../../../../theme/components/log/pictures/pictures.js";
import { createEntries } from "../../../../theme/components/log/model/entries.js";
import { plainRows } from "../../../../theme/components/log/model/plain-rows.js";
import { readWhen } from "../../../../theme/components/log/model/times.js";
import { makesToLines, removeEntry, writeEntry } from "../../../../theme/components/log/model/writing.js";
import { trustOwnFiles } from "../../../../theme/components/trusted-types/trust-own-files.js";

const ZONE = "Europe/London";
const field = (takes, more = {}) => ({
  ...{ label: takes, takes, most: 500, apart: false, group: "", first: [], options: {} },
  ...more,
});
const names = ["call", "seen", "told", "police", "order_broken", "incident"];
const shape = {
  kinds: Object.fromEntries(names.map((name) => [name, { label: `The kind “${name}”` }])),
  fields: {
    when: field("when"),
    what: field("text"),
    count: field("number"),
    order: field("line"),
    signs: field("ticks", { options: { child: "A child", hurt: "Hurt" } }),
    series: field("rows", { columns: ["when"] }),
  },
};

trustOwnFiles();
const log = createEntries(shape);
const output = document.querySelector("output");
const pictures = startPictures(document.querySelector(".area"), {
  entries: log.newestFirst,
  rowsOf: plainRows,
  shape,
  onEntries: (numbers) => (output.textContent = numbers.join(" ")),
});

Object.assign(window, {
  pictures,
  /** Write entries, each `{kind, day, time, fields, rows, written}`, and draw. */
  write(entries) {
    for (const {
      kind = "call",
      day,
      time = "",
      fields = {},
      rows,
      written = "2026-12-31T12:00:00Z",
    } of entries) {
      const none = { untilDay: "", untilTime: "", which: "first", untilWhich: "" };
      const { when } = readWhen({ as: "exact", day, time, ...none }, ZONE);
      const context = { shape, written: { utc: written, offset: "+00:00", zone: ZONE, clock: "ok" } };
      log.add(makesToLines(writeEntry({ kind, when, fields, rows }, context).makes, log.lines + 1));
    }
    return pictures.show();
  },
  removeNewest() {
    const entry = log.asWritten()[0];
    const context = { shape, written: entry.written };
    log.add(makesToLines(removeEntry(entry, context).makes, log.lines + 1));
    return pictures.show();
  },
});
