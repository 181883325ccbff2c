// What the reader wrote goes along: from the scripts of one document, in memory, to those of the next. Nothing is stored.
import { inTime } from "../common/time-limit.js";

const LONGEST_LOCKING = 20_000; // milliseconds: storage and workers may not answer

/** What a document takes when its script is there, by its kind. */
let parcel = {};

/** Lock what is open, and resolve with whether all of it is kept, or can go along. */
export async function lockFirst() {
  /** @type {Promise<boolean>[]} */
  const waits = [];
  const wait = (/** @type {Promise<boolean>} */ isSafe) => void waits.push(isSafe);
  document.dispatchEvent(new CustomEvent("guide:language", { detail: { wait } }));
  const all = Promise.all(waits).then((answers) => answers.every(Boolean));
  return (
    (await inTime(all, LONGEST_LOCKING, () => false)) && document.documentElement.dataset.vault !== "unlocked"
  );
}

/** Take along what the page has, as it is now; return whether there is anything. */
export function collect() {
  const put = (/** @type {string} */ kind, /** @type {unknown} */ data) => void (parcel[kind] = data);
  document.dispatchEvent(new CustomEvent("guide:carry", { detail: { put } }));
  return Object.keys(parcel).length > 0;
}

export const forgetBelongings = () => void (parcel = {});

/** Give each document what came along, when it asks for it. */
export function offerBelongings() {
  document.addEventListener("guide:carried", (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    detail.carried = parcel[detail.kind];
    delete parcel[detail.kind];
  });
}
