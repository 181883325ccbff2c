/** Add and read a large file beside the lines of a log, while another process looks at the memory. */
import { giveBack } from "../../theme/components/common/give-back.js";
import { opened, PASSPHRASE } from "./open-vault.js";

const WAIT = 200; // milliseconds before an adding is cancelled

const chosen = () => document.querySelector("input[type=file]").files[0];

async function time(work) {
  const started = performance.now();
  const result = await work();
  return { took: performance.now() - started, result };
}

/** Keep something, and do all once with a small file, so that every worker is loaded. */
window.rest = async () => {
  const vault = await opened;
  document.body.append(Object.assign(document.createElement("input"), { type: "file" }));
  await vault.keep(PASSPHRASE, {});
  const { id } = await vault.attachments.add(new Blob(["small"]));
  await drain(await vault.attachments.read(id));
};

window.add = async () => {
  const vault = await opened;
  const { took, result } = await time(() => vault.attachments.add(chosen()));
  window.added = result;
  return { took, ...result };
};

window.read = async () => {
  const vault = await opened;
  return time(async () => drain(await vault.attachments.read(window.added.id)));
};

/** Cancel an adding; return how long it took to end. */
window.cancel = async () => {
  const vault = await opened;
  const controller = new AbortController();
  const adding = vault.attachments.add(chosen(), { signal: controller.signal }).catch(({ name }) => name);
  await new Promise((resolve) => setTimeout(resolve, WAIT));
  controller.abort();
  const { took, result } = await time(() => adding);
  return { took, result, kept: (await vault.attachments.list()).length };
};

/** Return how many bytes come, and keep none of them. */
async function drain({ stream }) {
  let bytes = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes += value.length;
    giveBack(value);
  }
}
