// No wait without an end: storage, workers and hosts have been seen not to answer at all.

const LATE = Symbol("late");

/** Return what a promise gives; if it takes longer than `time` milliseconds, what `onLate()` returns or throws. */
export async function inTime(promise, time, onLate) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, time, LATE);
  });
  try {
    const first = await Promise.race([promise, late]);
    return first === LATE ? onLate() : first;
  } finally {
    clearTimeout(timer);
  }
}

/** Return a signal that ends what it is given to after a time. Older browsers have no `AbortSignal.timeout`. */
export function endAfter(time) {
  const waiting = new AbortController();
  setTimeout(() => waiting.abort(), time);
  return waiting.signal;
}
