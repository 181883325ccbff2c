// Memory of bytes that nobody uses any more. Without this it waits for a collection, and a large file passes before one comes.

const { port1: nowhere, port2: other } = new MessageChannel();
other.close();

/**
 * Give the memory of these bytes back at once: a message that nobody gets takes it along. `ArrayBuffer.transfer` would keep it, in
 * Chromium, as long as the browser's own object for it lives.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function giveBack({ buffer }) {
  nowhere.postMessage(null, [buffer]);
}
