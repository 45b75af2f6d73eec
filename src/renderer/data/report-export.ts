import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { Report, ReportChart } from "#core/report/report.ts";
import { err, ok, type Result } from "#core/result.ts";
import { CHART_SIZES } from "#exchange/chart/chart-size.ts";
import type { ChartPicture } from "#exchange/word/write-word.ts";
import type { ExportedChart, ExportFailure } from "../workers/export-outcome.ts";
import { writeReportFile } from "../workers/report-export.ts";
import { drawChart } from "./chart-export.ts";

/** What to export, and how to follow it. */
export interface ReportExport {
  readonly report: Report;
  /** Of the file, without extension. */
  readonly name: string;
  /** Whether charts are drawn as pictures instead of staying editable. */
  readonly pictures: boolean;
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
  const { report, name, signal, onStep } = wish;
  const pictures = wish.pictures ? await drawPictures(bridge, wish) : ok(new Map<string, ChartPicture>());
  if (!pictures.ok) return pictures;
  if (signal.aborted) return ok(null);
  onStep({ kind: "writing" });
  const written = await writeReportFile({ kind: "docx", report, pictures: pictures.value }, signal);
  if (!written.ok) {
    return written.error.kind === "cancelled"
      ? ok(null)
      : err({ code: "drawing-failed", message: written.error.message });
  }
  onStep({ kind: "saving" });
  const saved = await bridge.saveFile({ kind: "docx", suggestedName: name, bytes: written.value });
  if (!saved.ok) return err({ code: saved.code, message: saved.message });
  return ok(saved.value.kind === "cancelled" ? null : saved.value);
}

async function drawPictures(
  bridge: DesktopBridge,
  { report, signal, onStep }: ReportExport,
): Promise<Result<ReadonlyMap<string, ChartPicture>, ExportFailure>> {
  const charts = report.blocks.filter((block): block is ReportChart => block.kind === "chart");
  const drawn = new Map<string, ChartPicture>();
  for (const [done, { id, chart }] of charts.entries()) {
    if (signal.aborted) break;
    onStep({ kind: "drawing", done, of: charts.length });
    const picture = await drawChart(bridge, {
      ...{ kind: "png", size: "full" },
      drawing: { kind: "projection", chart },
    });
    if (!picture.ok) return picture;
    const { widthMm, heightMm } = CHART_SIZES.full;
    drawn.set(id, { png: picture.value, widthMm, heightMm });
  }
  return ok(drawn);
}
