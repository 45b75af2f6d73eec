/**
 * Milliseconds that this process has had of the processors. On a shared machine the clock on the wall counts other programs
 * as well; what helpers of the run time (compiler, collector) take is in here.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
