import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { Report, ReportChart } from "#core/report/report.ts";
import type { Workbook } from "#core/report/workbook/workbook.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { ChartPlace } from "#exchange/chart/chart-look.ts";
import { isOfficeChart } from "#exchange/chart/office-chart.ts";
import type { ExportedChart, ExportFailure } from "../workers/export-outcome.ts";
import type { TaskProgress } from "../workers/one-shot-worker.ts";
import { writeReportFile } from "../workers/report-export.ts";
import type { ReportWriteRequest } from "../workers/report-export-messages.ts";
import { drawPictures } from "./chart-export.ts";
import { saveExport } from "./save-export.ts";

/** What to write: `pictures` says that charts are drawn as pictures instead of staying editable. */
export type ReportFile =
  | { readonly kind: "docx"; readonly report: Report; readonly pictures: boolean }
  | { readonly kind: "pptx"; readonly report: Report }
  | { readonly kind: "xlsx"; readonly workbook: Workbook };

/** What to export, and how to follow it. */
export interface ReportExport {
  readonly file: ReportFile;
  /** Of the file, without extension. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** Told before each step: pictures one by one, then the writing, then the saving. */
  readonly onStep: (step: ExportStep) => void;
}

/** How far an export is. */
export type ExportStep =
  | { readonly kind: "drawing"; readonly done: number; readonly of: number }
  | { readonly kind: "writing" | "saving" };

/** Writes a report and gives it to the host to save; `null` when the planner cancelled. */
export async function exportReport(
  bridge: DesktopBridge,
  wish: ReportExport,
): Promise<Result<ExportedChart | null, ExportFailure>> {
  const { file, name, signal, onStep } = wish;
  const request = await writeRequest(bridge, wish);
  if (signal.aborted) return ok(null);
  if (!request.ok) return request;
  onStep({ kind: "writing" });
  const written = await writeReportFile(request.value, signal);
  if (!written.ok) {
    const { error } = written;
    if (error.kind === "cancelled") return ok(null);
    return err({
      code: "drawing-failed",
      message: error.kind === "worker-failed" ? error.message : error.kind,
    });
  }
  onStep({ kind: "saving" });
  return saveExport(bridge, file.kind, name, written.value);
}

/** Prints the window as it shows its pages now into a PDF with this name and title; `null` when the planner cancelled. */
export async function exportPrinted(
  bridge: DesktopBridge,
  name: string,
): Promise<Result<ExportedChart | null, ExportFailure>> {
  const { title } = document;
  // A window's title has no two spaces in a row, whatever it is set to.
  const wanted = name.replace(/\s+/gu, " ").trim();
  document.title = wanted;
  const printed = await bridge.printPdf(wanted).finally(() => {
    document.title = title;
  });
  if (!printed.ok) return err({ code: printed.code, message: printed.message });
  return saveExport(bridge, "pdf", name, printed.value);
}

async function writeRequest(
  bridge: DesktopBridge,
  wish: ReportExport,
): Promise<Result<ReportWriteRequest, ExportFailure>> {
  const { file } = wish;
  switch (file.kind) {
    case "xlsx":
      return ok(file);
    case "docx": {
      const { kind, report } = file;
      const pictures = await picturesOf(bridge, chartsOf(report), "report", wish);
      return pictures.ok
        ? ok({ kind, report, editable: !file.pictures, pictures: pictures.value })
        : pictures;
    }
    case "pptx": {
      const charts = chartsOf(file.report)
        .filter(({ drawing }) => !isOfficeChart(drawing))
        .map((chart): ReportChart => ({ ...chart, look: { ...chart.look, size: "slide" } }));
      const pictures = await picturesOf(bridge, charts, "alone", wish);
      return pictures.ok ? ok({ ...file, pictures: pictures.value }) : pictures;
    }
  }
}

const chartsOf = ({ blocks }: Report): readonly ReportChart[] =>
  blocks.filter((block): block is ReportChart => block.kind === "chart");

/** Pictures of charts by the ids of their blocks. */
async function picturesOf(
  bridge: DesktopBridge,
  charts: readonly ReportChart[],
  place: ChartPlace,
  { signal, onStep }: ReportExport,
): Promise<Result<ReadonlyMap<string, Uint8Array>, ExportFailure>> {
  if (charts.length === 0) return ok(new Map());
  const onProgress = (progress: TaskProgress) => onStep({ kind: "drawing", ...progress });
  onProgress({ done: 0, of: charts.length });
  const drawn = await drawPictures(bridge, charts, { place, signal, onProgress });
  if (!drawn.ok) return drawn;
  return ok(
    new Map(drawn.value.flatMap((png, at) => (charts[at] === undefined ? [] : [[charts[at].id, png]]))),
  );
}
