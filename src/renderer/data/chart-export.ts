import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { err, ok, type Result } from "#core/result.ts";
import { type ChartDrawing, drawingText } from "#exchange/chart/chart-drawing.ts";
import { drawChartFile } from "../workers/chart-export.ts";
import type { ChartFont } from "../workers/chart-export-messages.ts";
import type { ExportChoice, ExportedChart, ExportFailure } from "../workers/export-outcome.ts";

/** What to export and under which name (without extension). */
export interface ChartExport extends ExportChoice {
  readonly drawing: ChartDrawing;
  readonly name: string;
}

const FAMILY = "Wunian Sans";
const WEIGHTS = [400, 600] as const;

/** Draws a chart, with the glyphs it needs, and gives it to the host to save; `null` when the planner cancelled. */
export async function exportChart(
  bridge: DesktopBridge,
  { kind, size, drawing, name }: ChartExport,
): Promise<Result<ExportedChart | null, ExportFailure>> {
  const drawn = await drawChart(bridge, { kind, size, drawing });
  if (!drawn.ok) return drawn;
  const saved = await bridge.saveFile({ kind, suggestedName: name, bytes: drawn.value });
  if (!saved.ok) return err({ code: saved.code, message: saved.message });
  return ok(saved.value.kind === "cancelled" ? null : saved.value);
}

/** Draws a chart, with the glyphs it needs, as a file's bytes. */
export async function drawChart(
  bridge: DesktopBridge,
  { kind, size, drawing }: Omit<ChartExport, "name">,
): Promise<Result<Uint8Array<ArrayBuffer>, ExportFailure>> {
  const fonts = await chartFonts(bridge, drawingText(drawing));
  if (!fonts.ok) return fonts;
  const drawn = await drawChartFile({ kind, drawing, size, fonts: fonts.value });
  return drawn.ok ? drawn : err({ code: drawn.error.kind, message: drawn.error.message });
}

/** Shows an exported file in its folder; gives the reason when that did not work. */
export async function revealChart(
  bridge: DesktopBridge,
  { handle }: ExportedChart,
): Promise<BridgeErrorCode | null> {
  const reply = await bridge.revealFile(handle);
  return reply.ok ? null : reply.code;
}

async function chartFonts(
  bridge: DesktopBridge,
  text: string,
): Promise<Result<readonly ChartFont[], ExportFailure>> {
  const fonts: ChartFont[] = [];
  for (const weight of WEIGHTS) {
    const reply = await bridge.subsetFont({ text, weight });
    if (!reply.ok) return err({ code: reply.code, message: reply.message });
    fonts.push({ family: FAMILY, weight, bytes: Uint8Array.from(reply.value) });
  }
  return ok(fonts);
}
