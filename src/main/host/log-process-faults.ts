import type { Log } from "./log-file.ts";

const FAULTS = ["uncaughtException", "unhandledRejection"] as const;

/** The events of a process that are heard here. */
type FaultSource = Pick<NodeJS.EventEmitter, "on" | "removeListener">;

/**
 * From now on an error that nobody caught goes to the log, and the program lives on: what is acknowledged is on the disk, and a planner in the middle
 * of something is better off with a window. Returns how to stop.
 */
export function logProcessFaults(log: Log, source: FaultSource = process): () => void {
  const hear = (error: unknown) => log.bug(error);
  for (const fault of FAULTS) source.on(fault, hear);
  return () => {
    for (const fault of FAULTS) source.removeListener(fault, hear);
  };
}
