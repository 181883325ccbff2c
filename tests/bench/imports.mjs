// Read 100,000 messages in a worker's way: how long it takes, and how long nothing else gets a turn.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { readImport } from "../../theme/components/log/imports/read-import.js";
import { sourceOfBytes } from "../../theme/components/log/imports/sources.js";

const MESSAGES = 100_000;
const FIRST = 1_700_000_000_000; // milliseconds since 1970
const APART = 61_000;
const WORDS = "I know that you are there. ".repeat(10);

/** @type {Record<string, [string, () => string, Record<string, string>]>} */
const FILES = {
  "SMS Backup & Restore": ["sms.xml", backup, {}],
  WhatsApp: ["_chat.txt", chat, { me: "" }],
  CSV: ["list.csv", list, { columns: '["when","number","kind","text"]' }],
};

function backup() {
  const rows = times((instant, at) => {
    const text = `Message ${at}: where are you &#55357;&#56384; ${WORDS}`;
    const unread = `toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="0" sub_id="1"`;
    const shown = `readable_date="25 oct 2026 1:30:00&#160;a.&#160;m." contact_name="(Unknown)"`;
    return `  <sms protocol="0" address="+15550100" date="${instant}" type="${1 + (at % 2)}" subject="null" body="${text}" ${unread} ${shown} />\n`;
  });
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${MESSAGES}">\n${rows.join("")}</smses>\n`;
}

function chat() {
  return times((instant, at) => `[${clock(instant)}] ${at % 2 ? "Sam" : "Ana"}: ${at} ${WORDS}\n`).join("");
}

function list() {
  const rows = times(
    (instant, at) => `${clock(instant)},+15550100,${at % 2 ? "in" : "out"},"${at} ${WORDS}"\n`,
  );
  return `When,Number,Direction,Text\n${rows.join("")}`;
}

/** @param {(instant: number, at: number) => string} row */
function times(row) {
  return Array.from({ length: MESSAGES }, (_none, at) => row(FIRST + at * APART, at));
}

/** @param {number} instant */
function clock(instant) {
  return new Date(instant).toISOString().slice(0, 19).replace("T", " ");
}

/** @type {Record<string, {megabytes: number, seconds: number, pause: number}>} */
const measured = {};
for (const [name, [file, make, answers]] of Object.entries(FILES)) {
  const bytes = new TextEncoder().encode(make());
  await new Promise((resolve) => setTimeout(resolve, 100));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const begun = performance.now();
  delay.enable();
  const out = { onRows() {}, onSkipped() {} };
  const { rows, refused } = await readImport(
    sourceOfBytes(file, bytes),
    { zone: "Europe/London", ...answers },
    out,
  );
  delay.disable();
  if (rows !== MESSAGES) throw new Error(`${name}: ${rows} rows, ${refused}`);
  const [seconds, pause] = [(performance.now() - begun) / 1000, delay.max / 1e6];
  measured[name] = { megabytes: bytes.length / 1e6, seconds, pause };
}
console.log(JSON.stringify(measured));
