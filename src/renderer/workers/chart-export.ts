import type { Result } from "#core/result.ts";
import type { ChartExportRequest } from "./chart-export-messages.ts";
import { runOnce, type TaskFailure, type TaskWatch } from "./one-shot-worker.ts";

/** Draws charts as files, or as one archive, in a worker of its own, which ends when the watch says so. */
export function drawChartFiles(
  request: ChartExportRequest,
  watch: TaskWatch = {},
): Promise<Result<readonly Uint8Array<ArrayBuffer>[], TaskFailure>> {
  const worker = new Worker(new URL("./chart-export.worker.ts", import.meta.url), { type: "module" });
  return runOnce(worker, { request, ...watch });
}
