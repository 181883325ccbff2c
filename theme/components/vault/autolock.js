/** Decide when to lock: after a while without use, while the page is hidden, or on leaving. */

const HIDDEN_TIME = 60_000; // milliseconds
const MINUTE = 60_000; // milliseconds
const LONGEST_WAIT = 1000; // milliseconds: timers stop while a device sleeps, and then go on with what was left of them
const USE = ["pointerdown", "keydown", "input", "scroll", "wheel"];

/** Minutes without use after which a reader can have it locked. */
export const IDLE_MINUTES = [1, 5, 15];
const USUAL_MINUTES = 5;

/**
 * Watch the page until `stop()`. `onTime` is called when it is time to lock, and again later if it still is;
 * `onHidden` when the page is hidden.
 * @param {{onTime: () => void, onHidden: () => void}} listeners
 */
export function watchForLock({ onTime, onHidden }) {
  const listeners = new AbortController();
  let idleTime = USUAL_MINUTES * MINUTE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let usedAt = Date.now();
  /** @type {number | null} */
  let hiddenAt = null;

  /**
   * @param {EventTarget} target
   * @param {string} type
   * @param {() => void} listener
   */
  const listen = (target, type, listener) =>
    target.addEventListener(type, listener, { capture: true, passive: true, signal: listeners.signal });
  for (const type of USE) listen(document, type, use);
  listen(document, "visibilitychange", () => (document.hidden ? hide() : show()));
  // A page kept for "Back" is hidden too.
  listen(window, "pagehide", hide);
  listen(window, "pageshow", show);
  wait();

  function use() {
    // The first touch after a sleep must not count as use.
    if (timeLeft() > 0) usedAt = Date.now();
    else check();
  }

  function hide() {
    if (hiddenAt !== null) return;
    hiddenAt = Date.now();
    onHidden();
    wait();
  }

  function show() {
    check();
    hiddenAt = null;
    wait();
  }

  function timeLeft() {
    // A clock that was set back counts as time gone by: it must not put off the lock.
    /** @param {number} moment */
    const since = (moment) => Math.abs(Date.now() - moment);
    const untilIdle = idleTime - since(usedAt);
    return hiddenAt === null ? untilIdle : Math.min(untilIdle, HIDDEN_TIME - since(hiddenAt));
  }

  function check() {
    if (timeLeft() > 0) {
      wait();
      return;
    }
    usedAt = Date.now(); // if locking fails, try again after the same interval
    if (hiddenAt !== null) hiddenAt = Date.now();
    wait();
    onTime();
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(check, Math.min(timeLeft(), LONGEST_WAIT));
  }

  return {
    /** @param {number} minutes */
    setIdle(minutes) {
      if (!IDLE_MINUTES.includes(minutes)) throw new RangeError(`idle: one of ${IDLE_MINUTES} minutes`);
      idleTime = minutes * MINUTE;
      wait();
    },
    stop() {
      clearTimeout(timer);
      listeners.abort();
    },
  };
}
