/** Time the lines of a log beside a log that is one JSON value in storage, as others keep it. */
import {
  generateIdentity,
  openWithIdentity,
  sealForIdentity,
} from "../../theme/components/vault/age-files.js";
import { longestStall } from "./longest-stall.js";
import { opened, PASSPHRASE } from "./open-vault.js";

const IN_TAIL = 32; // lines, before they are folded
const WORDS =
  "came to the door and rang three times then left a letter in the box silent call hung up again white car".split(
    " ",
  );

/** Some 490 bytes, as an entry with a few fields takes. */
function entry(seq) {
  const words = Array.from({ length: 40 }, (_, index) => WORDS[(seq * 7 + index * index) % WORDS.length]);
  return {
    v: 1,
    seq,
    id: `e-${seq}`,
    ver: 1,
    salt: "abcdefghijklmnopqrstuv",
    act: "write",
    kind: ["call", "message", "seen"][seq % 3],
    when: { local: "2026-03-04T20:30", offset: "-05:00", zone: "America/New_York" },
    written: { utc: "2026-03-05T01:31:07Z", offset: "-05:00", zone: "America/New_York", clock: "ok" },
    fields: { what: words.join(" ") },
  };
}

const entries = (count) => Array.from({ length: count }, (_, index) => entry(index + 1));

async function time(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Keep so many lines, and lock. */
window.fill = async (count) => {
  const vault = await opened;
  await vault.wipe();
  await vault.keep(
    PASSPHRASE,
    {},
    entries(count).map((one) => JSON.stringify(one)),
  );
  await vault.lock();
};

/** From the key to the first lines, to all of them, and to the end of the check; the longest stall of the page. */
window.measureReading = async () => {
  const vault = await opened;
  await vault.unlock(PASSPHRASE);
  const started = performance.now();
  let first;
  window.rows = [];
  const stall = await longestStall(() =>
    vault.lines.read((slice) => {
      first ??= performance.now() - started;
      window.rows.push(...slice);
    }),
  );
  const all = performance.now() - started;
  const check = await time(() => vault.lines.check());
  return { first, all, check, stall, count: window.rows.length };
};

/** Add lines one by one, through so many folds; return the times of those that fold and of the others. */
window.measureAdding = async (count, folds) => {
  const vault = await opened;
  const plain = [];
  const folding = [];
  for (let fold = 0; fold < folds; fold++) {
    for (let one = 0; one <= IN_TAIL; one++) {
      const add = () => vault.lines.add([({ seq }) => JSON.stringify(entry(seq))]);
      (one === IN_TAIL ? folding : plain).push(await time(add));
    }
  }
  await vault.lock();
  return { plain, folding };
};

/** Decrypt the same lines from one age file, and take them apart. */
window.measureOneFile = async (count) => {
  const text = entries(count)
    .map((one) => JSON.stringify(one))
    .join("\n");
  const identity = await generateIdentity();
  const file = await sealForIdentity(new TextEncoder().encode(text), identity);
  return time(async () => new TextDecoder().decode(await openWithIdentity(file, identity)).split("\n"));
};

/** Keep all as one JSON value without any lock, as others do: a new entry writes all of them anew. */
window.measureOneValue = async (count, adds) => {
  const ended = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = request.oncomplete = () => resolve(request.result);
      request.onerror = request.onabort = () => reject(request.error);
    });
  const opening = indexedDB.open("one-value", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("all");
  const database = await ended(opening);
  const put = (value) => {
    const transaction = database.transaction("all", "readwrite", { durability: "strict" });
    transaction.objectStore("all").put(value, "entries");
    return ended(transaction);
  };
  const get = () => ended(database.transaction("all").objectStore("all").get("entries"));
  await put(JSON.stringify(entries(count)));
  const adding = [];
  for (let one = 0; one < adds; one++) {
    adding.push(
      await time(async () => {
        const all = JSON.parse(await get());
        all.push(entry(all.length + 1));
        await put(JSON.stringify(all));
      }),
    );
  }
  const reading = await time(async () => JSON.parse(await get()));
  database.close();
  await ended(indexedDB.deleteDatabase("one-value"));
  return { adding, reading };
};
