// What a document that grows by lines may do with those that are kept: `lines` in ../README.md.

/** @typedef {Awaited<ReturnType<typeof import("../../vault/client.js").openVault>>} Vault */
/** @typedef {Vault["lines"]} Lines */

/**
 * `onAdded(count)` is called when lines were added here; `files` is what makes locked files of them.
 * @param {Vault} vault
 * @param {(count: number) => void} onAdded
 * @param {{newPassphrase: Function}} files
 */
export function createKeeper(vault, onAdded, files) {
  const { read, check } = vault.lines;

  return {
    get state() {
      return vault.state;
    },
    /** @type {Lines["add"]} */
    async add(makes, how) {
      const rows = await vault.lines.add(makes, how);
      onAdded(rows.length);
      return rows;
    },
    read,
    check,
    attachments: vault.attachments,
    ...files,
    sealFile: vault.sealFile,
  };
}
