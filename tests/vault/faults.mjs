/** Do work; return its result, and the messages of the faults that it threw apart, as developers see them. */
export async function withFaults(work) {
  const faults = [];
  const listeners = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException");
  process.on("uncaughtException", (seen) => faults.push(seen));
  const result = await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.removeAllListeners("uncaughtException");
  for (const listener of listeners) process.on("uncaughtException", listener);
  return { result, faults };
}
