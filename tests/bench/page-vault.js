/** Time the vault beside bare scrypt, and watch how long the page's own thread is kept busy. */
import { loadWorkerSource, openWorker } from "../../theme/components/worker/open-worker.js";
import { longestStall } from "./longest-stall.js";
import { opened, PASSPHRASE } from "./open-vault.js";

const TIME_TO_START = 300; // milliseconds for a worker that is loaded to rest

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

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
