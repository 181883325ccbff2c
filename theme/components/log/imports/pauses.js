// Long work in short pieces, so that a page can draw and a reader can leave.

const LONGEST = 12; // milliseconds

/**
 * Return what lets others go on, when it is time; it rejects once the signal is given.
 * @param {AbortSignal} [signal]
 */
export function createPause(signal) {
  let last = performance.now();
  return async function pause() {
    signal?.throwIfAborted();
    if (performance.now() - last < LONGEST) return;
    await nextTurn();
    last = performance.now();
    signal?.throwIfAborted();
  };
}

/** @returns {Promise<void>} */
function nextTurn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel(); // a timer would wait 4 ms
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
