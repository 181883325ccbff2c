/** Time the vault beside bare scrypt, and watch how long the page's own thread is kept busy. */
import { trustOwnFiles } from "../../theme/components/trusted-types/trust-own-files.js";
import { openVault } from "../../theme/components/vault/client.js";
import { loadWorkerSource, openWorker } from "../../theme/components/worker/open-worker.js";

trustOwnFiles();

const PASSPHRASE = "murky pebble lantern goose ferry";
const TICK = 4; // milliseconds, the shortest that browsers give
const TIME_TO_START = 300; // milliseconds for a worker that is loaded to rest

const nothing = () => {};
const join = (_base, mine) => mine;
const hears = {
  beforeLock: nothing,
  onState: nothing,
  onOutcome: nothing,
  onChange: nothing,
  onStored: nothing,
};
const opened = openVault({ base: "./", join, ...hears });
const rest = () => new Promise((resolve) => setTimeout(resolve, TIME_TO_START));

/** Milliseconds until this work is done. */
async function time(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

window.measureScrypt = async () => {
  const source = await loadWorkerSource("assets/scrypt.js");
  const worker = openWorker(source, { toError: Error, failed: "failed" });
  await worker.ask("ready");
  await rest();
  const took = await time(() => worker.ask("scrypt", PASSPHRASE));
  worker.stop("done");
  return took;
};

/** Keep about this many characters, lock, and time from the passphrase to the data. */
window.measureUnlock = async (length) => {
  const vault = await opened;
  await vault.wipe();
  await vault.keep(PASSPHRASE, { text: "x".repeat(length) });
  await vault.lock();
  vault.prepare();
  await rest();
  const took = await time(() => vault.unlock(PASSPHRASE));
  return took;
};

/** Type into an unlocked vault and save; return the time of an edit, of a save, and the longest stall of the page. */
window.measureSaving = async (edits) => {
  const vault = await opened;
  const editing = [];
  const saving = [];
  const stall = await longestStall(async () => {
    for (let i = 0; i < edits; i++) {
      editing.push(await time(async () => vault.update((data) => ({ ...data, last: i }))));
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (i % 5 === 0) saving.push(await time(() => vault.flush()));
    }
    await vault.flush();
  });
  return { edit: Math.max(...editing), save: median(saving), stall };
};

/** The same for a page that does nothing: what this machine does to any page just now. */
window.measureRest = (milliseconds) =>
  longestStall(() => new Promise((resolve) => setTimeout(resolve, milliseconds)));

/** Do this work, and return the longest time in which the page's thread could do nothing else. */
async function longestStall(work) {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK);
    last = now;
  }, TICK);
  await work();
  clearInterval(timer);
  return longest;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
