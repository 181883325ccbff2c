/** Return the milliseconds of processor time that `work` takes: a busy machine does not make them more. */
export async function cpuTime(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
