import type { Result } from "#core/result.ts";
import { runOnce, type TaskFailure, type TaskWatch } from "./one-shot-worker.ts";
import type { PackedPlans, PackRequest } from "./plan-packing-messages.ts";

/** Reads and packs plans in a worker of its own, so that nothing on the page waits for it. */
export function packInWorker(
  request: PackRequest,
  watch: TaskWatch = {},
): Promise<Result<PackedPlans, TaskFailure>> {
  const worker = new Worker(new URL("./plan-packing.worker.ts", import.meta.url), { type: "module" });
  return runOnce<PackedPlans>(worker, { request, ...watch });
}
