import { err, ok, type Result } from "#core/result.ts";
import type { ReportExportReply, ReportExportRequest } from "./report-export-messages.ts";

/** Why a report did not become a file; `message` is for the details. */
export type ReportExportError =
  | { readonly kind: "writing-failed"; readonly message: string }
  | { readonly kind: "cancelled" };

/** Writes a report as a file's bytes in a worker of its own, which ends when `signal` says so. */
export function writeReportFile(
  request: ReportExportRequest,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, ReportExportError>> {
  const worker = new Worker(new URL("./report-export.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Uint8Array<ArrayBuffer>, ReportExportError>>((resolve) => {
    const fail = (message: string) => resolve(err({ kind: "writing-failed", message }));
    signal.addEventListener("abort", () => resolve(err({ kind: "cancelled" })), { once: true });
    worker.onmessage = ({ data }: MessageEvent<ReportExportReply>) => {
      if (data.ok) resolve(ok(data.bytes));
      else fail(data.message);
    };
    worker.onerror = (event) => fail(event.message);
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
