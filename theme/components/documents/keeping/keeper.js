// What a document that grows by lines may do with those that are kept: `lines` in ../README.md.

/** @typedef {Awaited<ReturnType<typeof import("../../vault/client.js").openVault>>} Vault */
/** @typedef {Vault["lines"]} Lines */

/**
 * `autosave.added(count)` is called when lines were added here; `files` is what makes locked files of them.
 * @param {Vault} vault
 * @param {{added: (count: number) => void, note: () => void}} autosave
 * @param {{newPassphrase: Function}} files
 */
export function createKeeper(vault, autosave, files) {
  const { read, check } = vault.lines;

  return {
    get state() {
      return vault.state;
    },
    /** @type {Lines["add"]} */
    async add(makes, how) {
      const rows = await vault.lines.add(makes, how);
      autosave.added(rows.length);
      return rows;
    },
    /** Store what is typed by now. */
    async saveTyped() {
      autosave.note();
      await vault.flush();
    },
    read,
    check,
    attachments: vault.attachments,
    ...files,
    sealFile: vault.sealFile,
  };
}
