/** Encrypted files, which need no storage. */
import { EXPORT, IMPORT, LARGEST_FILE, KnownError, TOO_LARGE, UNREADABLE_FILE } from "./protocol.js";

/** `withEngine(work)` lends an engine; `tried(work)` slows down who tries passphrases. */
export function createFiles({ withEngine, tried }) {
  return {
    exportFile: (passphrase, data) => withEngine((engine) => engine.ask(EXPORT, { passphrase, data })),

    async importFile(file, passphrase) {
      const blob = new Blob([file]);
      if (blob.size > LARGEST_FILE) throw new KnownError(TOO_LARGE);
      const bytes = await blob.arrayBuffer().catch(() => {
        throw new KnownError(UNREADABLE_FILE); // moved or changed since it was chosen
      });
      return tried(() =>
        withEngine((engine) => engine.ask(IMPORT, { file: new Uint8Array(bytes), passphrase })),
      );
    },
  };
}
