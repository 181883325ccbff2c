/** Encrypted files, which need no storage. */
import { EXPORT, IMPORT, LARGEST_FILE, KnownError, TOO_LARGE, UNREADABLE_FILE } from "./protocol.js";

/** @import { Bytes, Data, WorkerHandle, Tried } from "./types.d.ts" */

/**
 * `withWorker(work)` lends a worker; `tried(work)` slows down who tries passphrases.
 * @param {{withWorker: <T>(work: (worker: WorkerHandle) => Promise<T>) => Promise<T>, tried: Tried}} tools
 */
export function createFiles({ withWorker, tried }) {
  return {
    /**
     * @param {string} passphrase
     * @param {Data} data
     */
    exportFile: (passphrase, data) => withWorker((worker) => worker.ask(EXPORT, { passphrase, data })),

    /**
     * Encrypt the very bytes of a file that is none of ours to open again.
     * @param {string} passphrase
     * @param {Bytes} bytes
     */
    sealFile: (passphrase, bytes) => withWorker((worker) => worker.ask(EXPORT, { passphrase, bytes })),

    /**
     * @param {BlobPart} file
     * @param {string} passphrase
     * @returns {Promise<Data>}
     */
    async importFile(file, passphrase) {
      const blob = new Blob([file]);
      if (blob.size > LARGEST_FILE) throw new KnownError(TOO_LARGE);
      const bytes = await blob.arrayBuffer().catch(() => {
        throw new KnownError(UNREADABLE_FILE); // moved or changed since it was chosen
      });
      return tried(() =>
        withWorker((worker) => worker.ask(IMPORT, { file: new Uint8Array(bytes), passphrase })),
      );
    },
  };
}
