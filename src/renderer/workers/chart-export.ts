import { err, ok, type Result } from "#core/result.ts";
import type { ChartExportRequest, ChartPackRequest } from "./chart-export-messages.ts";
import { runOnce, type TaskFailure, type TaskWatch } from "./one-shot-worker.ts";

type Files = readonly Uint8Array<ArrayBuffer>[];

/** Fewer charts are drawn before another worker has loaded. */
const CHARTS_A_WORKER = 6;
/** A picture takes up to 60 MB while it is drawn. */
const MOST_WORKERS = 4;

/**
 * Draws charts as files, in their order, in workers of their own: as many as the machine has processors, where there is enough to draw.
 * They end with their task, when the watch says so, or when one of them fails.
 */
export async function drawChartFiles(
  request: ChartExportRequest,
  { signal, onProgress }: TaskWatch = {},
): Promise<Result<Files, TaskFailure>> {
  const { charts } = request;
  const count = Math.min(
    MOST_WORKERS,
    navigator.hardwareConcurrency,
    Math.ceil(charts.length / CHARTS_A_WORKER),
  );
  const failed = new AbortController();
  const ending = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const done = Array.from({ length: count }, () => 0);
  const drawShare = async (share: number): Promise<Result<Files, TaskFailure>> => {
    const drawn = await drawInWorker(
      { ...request, charts: charts.filter((_, at) => at % count === share) },
      {
        signal: ending,
        onProgress: (progress) => {
          done[share] = progress.done;
          onProgress?.({ done: done.reduce((sum, each) => sum + each, 0), of: charts.length });
        },
      },
    );
    if (!drawn.ok) failed.abort();
    return drawn;
  };
  return together(await Promise.all(done.map((_, share) => drawShare(share))), charts.length);
}

/** Packs drawn charts into one archive with a list, in a worker of its own. The bytes of the files go with it. */
export function packChartFiles(
  request: ChartPackRequest,
  watch: TaskWatch,
): Promise<Result<Uint8Array<ArrayBuffer>, TaskFailure>> {
  const worker = new Worker(new URL("./chart-packing.worker.ts", import.meta.url), { type: "module" });
  return runOnce(worker, { request, transfer: request.files.map(({ buffer }) => buffer), ...watch });
}

function drawInWorker(request: ChartExportRequest, watch: TaskWatch): Promise<Result<Files, TaskFailure>> {
  const worker = new Worker(new URL("./chart-export.worker.ts", import.meta.url), { type: "module" });
  return runOnce(worker, { request, ...watch });
}

/** The files in the order of their charts, which were dealt out in turn; the reason of the first failure where the others were only ended by it. */
function together(shares: readonly Result<Files, TaskFailure>[], length: number): Result<Files, TaskFailure> {
  const failures = shares.flatMap((share) => (share.ok ? [] : [share.error]));
  const reason = failures.find(({ kind }) => kind !== "cancelled") ?? failures[0];
  if (reason !== undefined) return err(reason);
  const files = shares.map((share) => (share.ok ? share.value : []));
  const count = files.length;
  return ok(
    Array.from({ length }, (_, at) => files[at % count]?.[Math.floor(at / count)]).filter(
      (file) => file !== undefined,
    ),
  );
}
