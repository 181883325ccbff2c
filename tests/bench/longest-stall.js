const TICK = 4; // milliseconds, the shortest that browsers give

/** Do this work, and return the longest time in which the page's thread could do nothing else. */
export async function longestStall(work) {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK);
    last = now;
  }, TICK);
  await work();
  clearInterval(timer);
  return longest;
}
