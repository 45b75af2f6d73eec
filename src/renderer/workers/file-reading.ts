import type { Result } from "#core/result.ts";
import type { PlanReadRequest, ReadOutcomes, SheetReadRequest } from "./file-reading-messages.ts";
import { runOnce, type TaskFailure, type TaskWatch } from "./one-shot-worker.ts";

/** After how long without a word from its worker a file counts as one that cannot be read, in ms. */
const SILENCE = 5_000;

/**
 * Reads plans in a worker of their own, which is ended with the file or when it says nothing for too long: nothing that a file holds can
 * stop the page. The worker reads a copy of the bytes.
 */
export function readPlansInWorker<Kind extends PlanReadRequest["kind"]>(
  kind: Kind,
  given: Uint8Array,
  database: string,
  watch: TaskWatch = {},
): Promise<Result<ReadOutcomes[Kind], TaskFailure>> {
  const worker = new Worker(new URL("./plan-reading.worker.ts", import.meta.url), { type: "module" });
  const bytes = ownBytes(given);
  const request: PlanReadRequest = { kind, bytes, database };
  return runOnce<ReadOutcomes[Kind]>(worker, {
    ...{ request, transfer: [bytes.buffer], silence: SILENCE },
    ...watch,
  });
}

/** Reads a sheet of a workbook in a worker of its own, as {@link readPlansInWorker} does. */
export function readSheetInWorker(
  given: Uint8Array,
  sheet: string,
): Promise<Result<ReadOutcomes["sheet"], TaskFailure>> {
  const worker = new Worker(new URL("./sheet-reading.worker.ts", import.meta.url), { type: "module" });
  const bytes = ownBytes(given);
  const request: SheetReadRequest = { bytes, sheet };
  return runOnce(worker, { request, transfer: [bytes.buffer], silence: SILENCE });
}

/** The worker gets bytes of its own: the caller keeps his, and what crossed from the machine may be a view of shared memory. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
