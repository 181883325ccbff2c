// Decide when to hide the page: when it goes out of sight, or after a while without use.

const MINUTE = 60_000; // milliseconds
const LONGEST_WAIT = 1000; // milliseconds: timers stop while a device sleeps, and then go on with what was left of them
const USE = ["pointerdown", "keydown", "input", "scroll", "wheel"];

/**
 * Return what watches the page once it is told what was chosen. `onTime` is called when it is time to hide.
 * @param {() => void} onTime
 */
export function createWatch(onTime) {
  let listeners = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let usedAt = 0;
  let idleTime = 0;

  // A clock that was set back counts as time gone by.
  const timeLeft = () => idleTime - Math.abs(Date.now() - usedAt);

  function use() {
    // The first touch after a sleep must not count as use.
    if (timeLeft() > 0) usedAt = Date.now();
    else check();
  }

  function check() {
    if (timeLeft() <= 0) {
      usedAt = Date.now();
      onTime();
    }
    clearTimeout(timer);
    timer = setTimeout(check, Math.min(timeLeft(), LONGEST_WAIT));
  }

  function stop() {
    clearTimeout(timer);
    listeners.abort();
  }

  return {
    /** @param {{hide: boolean, idle: number}} choice */
    set({ hide, idle }) {
      stop();
      listeners = new AbortController();
      const how = { capture: true, passive: true, signal: listeners.signal };
      const onVisibility = () => (document.hidden ? hide && onTime() : idle && use());
      document.addEventListener("visibilitychange", onVisibility, how);
      idleTime = idle * MINUTE;
      usedAt = Date.now();
      if (!idle) return;
      for (const type of USE) document.addEventListener(type, use, how);
      check();
    },
    stop,
  };
}
