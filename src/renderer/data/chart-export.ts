import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { ChartDrawing } from "#core/report/chart-drawing.ts";
import { withoutWords } from "#core/report/gallery/chart-design.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { StyledChart } from "#core/report/chart-look.ts";
import { drawingText } from "#exchange/chart/chart-drawing.ts";
import type { ChartPlace } from "#exchange/chart/chart-look.ts";
import type { ExportDensity } from "#exchange/chart/chart-size.ts";
import { saveExport } from "./save-export.ts";
import { drawChartFiles, packChartFiles } from "../workers/chart-export.ts";
import type {
  ChartExportRequest,
  ChartFileKind,
  ChartFont,
  ChartListWords,
} from "../workers/chart-export-messages.ts";
import type { ExportChoice, ExportedChart, ExportFailure } from "../workers/export-outcome.ts";
import type { TaskFailure, TaskProgress, TaskWatch } from "../workers/one-shot-worker.ts";

/** What to export and under which name (without extension). */
export interface ChartExport extends ExportChoice {
  readonly drawing: ChartDrawing;
  readonly name: string;
}

/** Several charts to export as one archive with a list, and how to follow it. */
export interface ChartBatch {
  readonly kind: ChartFileKind;
  readonly dpi: ExportDensity;
  readonly charts: readonly StyledChart[];
  readonly list: ChartListWords;
  /** Of the archive, without extension. */
  readonly name: string;
  readonly signal: AbortSignal;
  /** Told before each chart is drawn. */
  readonly onProgress: (progress: TaskProgress) => void;
}

const FAMILY = "Wunian Sans";
const WEIGHTS = [400, 600] as const;

/** Draws a chart, with the glyphs it needs, and gives it to the host to save; `null` when the planner cancelled. */
export async function exportChart(
  bridge: DesktopBridge,
  { name, ...wish }: ChartExport,
): Promise<Result<ExportedChart | null, ExportFailure>> {
  const drawn = await drawChart(bridge, wish);
  return drawn.ok ? saveExport(bridge, wish.kind, name, drawn.value) : drawn;
}

/** Draws a chart, with the glyphs it needs, as a file's bytes. */
export async function drawChart(
  bridge: DesktopBridge,
  { kind, dpi, look, drawing }: Omit<ChartExport, "name">,
): Promise<Result<Uint8Array<ArrayBuffer>, ExportFailure>> {
  const drawn = await draw(bridge, { kind, dpi, place: "alone", charts: [{ drawing, look }] });
  if (!drawn.ok) return drawn;
  const [file] = drawn.value;
  return file === undefined ? err({ code: "drawing-failed", message: "no file came" }) : ok(file);
}

/** Draws charts as PNG files for a document that has their words beside them, in their order. */
export function drawPictures(
  bridge: DesktopBridge,
  charts: readonly StyledChart[],
  { place, ...watch }: TaskWatch & { readonly place: ChartPlace },
): Promise<Result<readonly Uint8Array<ArrayBuffer>[], ExportFailure>> {
  const bare = charts.map(({ drawing, look }) => ({ drawing: withoutWords(drawing), look }));
  return draw(bridge, { kind: "png", dpi: 300, place, charts: bare }, watch);
}

/** Draws several charts into one archive and gives it to the host to save; `null` when the planner cancelled. */
export async function exportCharts(
  bridge: DesktopBridge,
  { name, signal, onProgress, list, ...wish }: ChartBatch,
): Promise<Result<ExportedChart | null, ExportFailure>> {
  const drawn = await draw(bridge, { ...wish, place: "alone" }, { signal, onProgress });
  if (signal.aborted) return ok(null);
  if (!drawn.ok) return drawn;
  const { kind, charts } = wish;
  const packed = await packChartFiles({ kind, charts, files: drawn.value, list }, { signal });
  if (packed.ok) return saveExport(bridge, "zip", name, packed.value);
  return packed.error.kind === "cancelled" ? ok(null) : err(failureOf(packed.error));
}

/** Shows an exported file in its folder; gives the reason when that did not work. */
export async function revealChart(
  bridge: DesktopBridge,
  { handle }: ExportedChart,
): Promise<BridgeErrorCode | null> {
  const reply = await bridge.revealFile(handle);
  return reply.ok ? null : reply.code;
}

async function draw(
  bridge: DesktopBridge,
  request: Omit<ChartExportRequest, "fonts">,
  watch: TaskWatch = {},
): Promise<Result<readonly Uint8Array<ArrayBuffer>[], ExportFailure>> {
  const text = request.charts.map(({ drawing }) => drawingText(drawing)).join("");
  const fonts = await chartFonts(bridge, [...new Set(text)].join(""), request.kind);
  if (!fonts.ok) return fonts;
  const drawn = await drawChartFiles({ ...request, fonts: fonts.value }, watch);
  return drawn.ok ? drawn : err(failureOf(drawn.error));
}

function failureOf(error: TaskFailure): ExportFailure {
  return {
    code: "drawing-failed",
    message: error.kind === "worker-failed" ? error.message : error.kind,
  };
}

async function chartFonts(
  bridge: DesktopBridge,
  text: string,
  kind: ChartFileKind,
): Promise<Result<readonly ChartFont[], ExportFailure>> {
  const fonts: ChartFont[] = [];
  const format = kind === "pdf" ? "truetype" : "woff2";
  for (const weight of WEIGHTS) {
    const reply = await bridge.subsetFont({ text, weight, format });
    if (!reply.ok) return err({ code: reply.code, message: reply.message });
    fonts.push({ family: FAMILY, weight, bytes: Uint8Array.from(reply.value) });
  }
  return ok(fonts);
}
