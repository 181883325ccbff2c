/** Keep a log of many entries where the guide of the same folder finds it. */
import { emptyData } from "../../theme/components/log/draft.js";
import { makesToLines, writeEntry } from "../../theme/components/log/model/writing.js";
import { opened } from "./open-vault.js";

const KINDS = ["call", "message", "seen", "police"];
const FIELDS = { what: { label: "What happened", takes: "text", most: 8000, options: {}, first: [] } };
const SHAPE = { kinds: Object.fromEntries(KINDS.map((id) => [id, { label: id }])), fields: FIELDS };
const WORDS = "came to the door and rang three times then left a letter in the box".split(" ");
const ZONE = { offset: "+00:00", zone: "Etc/UTC" };
const HOUR = 3600_000; // milliseconds

/** One entry an hour; each has its number in its words. */
function makesOf(count) {
  return Array.from({ length: count }, (_, index) => {
    const utc = `${new Date(Date.UTC(2025, 0, 1) + index * HOUR).toISOString().slice(0, 19)}Z`;
    const words = Array.from({ length: 30 }, (_word, at) => WORDS[(index * 7 + at * at) % WORDS.length]);
    return writeEntry(
      {
        kind: KINDS[index % KINDS.length],
        when: { as: "exact", wall: utc.slice(0, 16), utc, ...ZONE },
        fields: { what: `Number ${index + 1}: ${words.join(" ")}` },
      },
      { shape: SHAPE, written: { utc, ...ZONE, clock: "ok" } },
    ).makes;
  }).flat();
}

window.fill = async (count, passphrase) => {
  const vault = await opened;
  const lines = makesToLines(makesOf(count), 1).map(({ line }) => line);
  await vault.keep(passphrase, { log: emptyData() }, lines);
  await vault.lock();
  return lines.length;
};
