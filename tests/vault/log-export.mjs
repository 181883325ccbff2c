// A log with all that an export can hold, and exports of it.
import { createHash } from "node:crypto";
import { bagFiles } from "../../theme/components/log/exports/model/bag.js";
import { linesToLeaveOut } from "../../theme/components/log/exports/model/left-out.js";
import { zip } from "../../theme/components/log/exports/model/zip.js";
import { headAfterLines, hexOf, startOf } from "../../theme/components/log/model/chain.js";
import { createEntries } from "../../theme/components/log/model/entries.js";
import {
  correctEntry,
  makesToLines,
  readEntryAgain,
  removeEntry,
  writeEntry,
} from "../../theme/components/log/model/writing.js";
import { at, shape, typed, written } from "./log-shape.mjs";

export const MADE = written("2026-11-30T10:00:07Z");
export const bytesOf = (text) => new TextEncoder().encode(text);
export const sha256Of = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** What lies beside the log, short, so that a test can change each byte of it. */
export const BESIDE = { report: "<!doctype html>\n<p>Café</p>\n", checker: "# check\n", schema: "{}\n" };

/** A kept file, with what a log of this guide knows of it. */
export function fileOf(item, name, text, more = {}) {
  const bytes = bytesOf(text);
  return {
    ...{ item: String(item), name, bytes: bytes.length, sha256: sha256Of(bytes) },
    stream: () => new Blob([bytes]).stream(),
    ...more,
  };
}

/** A log that is written line by line; always the same random start, as two copies must have. */
export function createLog(seed = 7) {
  const log = createEntries(shape);
  const lines = [];
  const start = startOf(new Uint8Array(32).fill(seed));
  const add = ({ makes, problems = [] }) => {
    if (problems.length) throw new Error(problems.join(" "));
    const rows = makesToLines(makes, lines.length + 1);
    log.add(rows);
    lines.push(...rows);
    return log.asWritten()[0];
  };
  const context = (time = "10:00") => ({ shape, written: written(`2026-11-01T${time}:00Z`) });
  return {
    lines,
    log,
    add,
    write: (fields, more, time) => add(writeEntry(typed(fields, more), context(time))),
    correct: (entry, fields, time = "11:00") => add(correctEntry(entry, { fields }, context(time))),
    remove: (entry, time = "12:00") => add(removeEntry(entry, context(time))),
    readAgain: (entry, time = "13:00") => add(readEntryAgain(entry, context(time))),
    /** What is handed over of it as it is now. */
    handed(more = {}) {
      const texts = lines.map(({ line }) => line);
      const whole = {
        ...{ lines: [...lines], entries: log.asWritten(), shape, made: MADE, files: [] },
        ...{ start: hexOf(start), head: hexOf(headAfterLines(start, texts)) },
        ...more,
      };
      return { leftOut: linesToLeaveOut(whole), ...whole };
    },
  };
}

export const PHOTO = fileOf(7, "=Phöto 1.JPG", "not quite a picture", { wall: "2026-10-25T01:30" });
export const VOICE = fileOf(7, "voice.amr", "hello\r\nthere\n");

/** A log with corrections, rows, a removal, what is kept apart, and two files. */
export function smallLog() {
  const made = createLog();
  const first = made.write({
    what: "=cmd|' /C calc'!A0\nshe said \"no\"; then, 😠 café",
    account: "+49 170 1234",
    count: "3",
    signs: ["child", "hurt"],
    witness_name: "Anastasia",
  });
  made.write(
    { what: "Many calls" },
    {
      kind: "call",
      when: at("2026-10-25", "01:30", { which: "second" }),
      rows: [
        { when: "2026-10-25T01:30", way: "call", account: "07700900123" },
        { when: "2026-10-26", way: "hang_up", account: "447700900123" },
      ],
    },
  );
  made.correct(first, { what: "A knock at the door" });
  const gone = made.write({ what: "Written by mistake" });
  made.remove(gone);
  made.readAgain(made.log.byNumber(1));
  made.write({ what: "Photo and voice", items: `7 ${PHOTO.sha256} ${VOICE.sha256}` });
  return made;
}

/** Return the whole ZIP of an export as bytes. */
export async function zipOf(files, made = MADE) {
  const parts = [];
  for await (const part of zip(files, made)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

export const bagOfLog = (made, more = { files: [PHOTO, VOICE] }) => bagFiles(made.handed(more), BESIDE);
