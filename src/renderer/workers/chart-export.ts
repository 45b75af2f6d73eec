import { err, ok, type Result } from "#core/result.ts";
import type { ChartExportReply, ChartExportRequest } from "./chart-export-messages.ts";

/** Why a chart did not become a file; `message` is for the details. */
export interface ChartExportError {
  readonly kind: "drawing-failed";
  readonly message: string;
}

/** Draws a chart as a file's bytes in a worker of its own, so that nothing on the page waits for it. */
export function drawChartFile(
  request: ChartExportRequest,
): Promise<Result<Uint8Array<ArrayBuffer>, ChartExportError>> {
  const worker = new Worker(new URL("./chart-export.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Uint8Array<ArrayBuffer>, ChartExportError>>((resolve) => {
    const fail = (message: string) => resolve(err({ kind: "drawing-failed", message }));
    worker.onmessage = ({ data }: MessageEvent<ChartExportReply>) => {
      if (data.ok) resolve(ok(data.bytes));
      else fail(data.message);
    };
    worker.onerror = (event) => fail(event.message);
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
