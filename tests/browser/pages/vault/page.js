/** A page that is nothing but the vault, for tests: it shows what the vault says, and hands it out. */
import { createPassphrases } from "../../../../theme/components/vault/passphrase/passphrases.js";
import { trustOwnFiles } from "../../../../theme/components/trusted-types/trust-own-files.js";
import { openVault } from "../../../../theme/components/vault/client.js";

trustOwnFiles();

const heard = [];
window.heard = heard;
window.passphrases = createPassphrases();
window.lastEdits = [];
window.opened = openVault({
  base: "./",
  join,
  beforeLock: () => window.lastEdits.splice(0).forEach((edit) => window.vault.update(edit)),
  onState: (state, kind) => heard.push(["state", state, kind ?? null]),
  onOutcome: (outcome) => heard.push(["outcome", outcome]),
  onChange: (data) => heard.push(["change", data]),
  onLines: () => heard.push(["lines"]),
  onStored: (isStored) => heard.push(["stored", isStored]),
  onFiles: (files) => {
    window.files = files;
  },
}).then((vault) => {
  window.vault = vault;
});

/** Join by name, and lists by what was added to them. */
function join(base, mine, theirs) {
  const changed = Object.entries(mine).filter(([name, value]) => !areSame(value, base[name]));
  return { ...theirs, ...Object.fromEntries(changed.map(([name]) => [name, joinOne(name)])) };

  function joinOne(name) {
    if (!Array.isArray(mine[name])) return mine[name];
    const before = new Set(base[name]);
    const there = new Set(theirs[name]);
    return [...there, ...mine[name].filter((value) => !before.has(value) && !there.has(value))];
  }
}

const areSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What a promise came to: its result, or the kind of its problem. */
window.outcome = (promise) =>
  promise.then(
    (result) => ({ result: result ?? null }),
    (problem) => ({ kind: problem.kind ?? String(problem) }),
  );
