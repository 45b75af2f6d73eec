import type { Result } from "#core/result.ts";
import { runOnce, type TaskFailure } from "./one-shot-worker.ts";
import type { ReportWriteRequest } from "./report-export-messages.ts";

/** Writes a report as a file's bytes in a worker of its own, which ends when `signal` says so. */
export function writeReportFile(
  request: ReportWriteRequest,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, TaskFailure>> {
  const worker = new Worker(new URL("./report-export.worker.ts", import.meta.url), { type: "module" });
  return runOnce(worker, { request, signal });
}
