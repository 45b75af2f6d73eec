import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { Report, ReportChart } from "#core/report/report.ts";
import type { Workbook } from "#core/report/workbook/workbook.ts";
import { err, ok, type Result } from "#core/result.ts";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import { CHART_SIZES } from "#exchange/chart/chart-size.ts";
import type { ChartPicture } from "#exchange/word/write-word.ts";
import type { ExportedChart, ExportFailure } from "../workers/export-outcome.ts";
import { writeReportFile } from "../workers/report-export.ts";
import type { ReportWriteRequest } from "../workers/report-export-messages.ts";
import { drawChart } from "./chart-export.ts";
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
  if (!request.ok) return request;
  if (signal.aborted) return ok(null);
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
  if (file.kind !== "docx") return ok(file);
  const { kind, report } = file;
  if (!file.pictures) return ok({ kind, report, pictures: new Map() });
  const pictures = await drawPictures(bridge, report, wish);
  return pictures.ok ? ok({ kind, report, pictures: pictures.value }) : pictures;
}

async function drawPictures(
  bridge: DesktopBridge,
  { blocks }: Report,
  { signal, onStep }: ReportExport,
): Promise<Result<ReadonlyMap<string, ChartPicture>, ExportFailure>> {
  const charts = blocks.filter((block): block is ReportChart => block.kind === "chart");
  const drawn = new Map<string, ChartPicture>();
  for (const [done, { id, chart }] of charts.entries()) {
    if (signal.aborted) break;
    onStep({ kind: "drawing", done, of: charts.length });
    const picture = await drawChart(bridge, {
      ...{ kind: "png", dpi: 300, look: PLAIN_LOOK },
      drawing: { kind: "projection", chart },
    });
    if (!picture.ok) return picture;
    const { widthMm, heightMm } = CHART_SIZES.full;
    drawn.set(id, { png: picture.value, widthMm, heightMm });
  }
  return ok(drawn);
}
