import { readdirSync, readFileSync } from "node:fs";

/** Length of the kernel's tick in /proc. */
const TICK_MS = 10;

/** Milliseconds that the processes of a group have had of the processors, as Linux counts them; `null` on other systems. */
export function groupProcessorMs(group: number): number | null {
  try {
    const times = readdirSync("/proc")
      .filter((name) => /^\d+$/u.test(name))
      .map((name) => ticksOf(name, group));
    return times.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
  } catch {
    return null;
  }
}

/** User and system time of one process, 0 when it is of another group or has just ended. */
function ticksOf(process: string, group: number): number {
  let line: string;
  try {
    line = readFileSync(`/proc/${process}/stat`, "utf8");
  } catch {
    return 0;
  }
  // The name in brackets may hold blanks; state, parent and group follow it, times as the twelfth and thirteenth.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  return Number(fields[2]) === group ? Number(fields[11]) + Number(fields[12]) : 0;
}
