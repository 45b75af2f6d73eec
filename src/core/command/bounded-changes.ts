import { TOO_LARGE } from "../indicator/quantity.ts";
import type { PlanChange } from "./plan-change.ts";

/** Whether every number that the changes put into a plan is finite and below 1e100, so that journal and files can hold it. */
export function areBounded(changes: readonly PlanChange[]): boolean {
  return changes.every((change) => {
    if (change.kind === "move") return true;
    // A paste has thousands of cells.
    if (change.kind === "cell" && change.after.kind === "text") return true;
    if (change.kind === "cell" && change.after.kind === "observation")
      return isBounded(change.after.observation?.value ?? 0);
    return isBounded(change.after);
  });
}

function isBounded(part: unknown): boolean {
  if (typeof part === "number") return Math.abs(part) < TOO_LARGE;
  if (typeof part !== "object" || part === null) return true;
  const parts: Iterable<unknown> = part instanceof Map ? part.values() : Object.values(part);
  for (const each of parts) if (!isBounded(each)) return false;
  return true;
}
