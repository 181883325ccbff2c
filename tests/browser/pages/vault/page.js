/** A page that is nothing but the vault, for tests: it shows what the vault says, and hands it out. */
import { createPassphrases } from "../../../../theme/components/vault/passphrase.js";
import { trustOwnFiles } from "../../../../theme/components/trusted-types/trust-own-files.js";
import { openVault } from "../../../../theme/components/vault/vault-client.js";

trustOwnFiles();

const heard = [];
window.heard = heard;
window.passphrases = createPassphrases();
window.opened = openVault({
  base: "./",
  onState: (state, kind) => heard.push(["state", state, kind ?? null]),
  onChange: (data) => heard.push(["change", data]),
  onStored: (isStored) => heard.push(["stored", isStored]),
}).then((vault) => {
  window.vault = vault;
});

/** What a promise came to: its result, or the kind of its problem. */
window.outcome = (promise) =>
  promise.then(
    (result) => ({ result: result ?? null }),
    (problem) => ({ kind: problem.kind ?? String(problem) }),
  );
