import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import type { ChartSizeName } from "#exchange/chart/chart-size.ts";
import { chartText } from "#exchange/chart/chart-svg.ts";
import { drawChartFile } from "../../workers/chart-export.ts";
import type { ChartFont } from "../../workers/chart-export-messages.ts";

/** A finished file, named to the host by `handle`. */
export interface ExportedChart {
  readonly handle: string;
  readonly name: string;
  readonly folder: string;
}

/** Why no file came out; `message` is for the details. */
export interface ExportFailure {
  readonly code: BridgeErrorCode | "drawing-failed";
  readonly message: string;
}

/** What to export and under which name (without extension). */
export interface ChartExport {
  readonly kind: "svg" | "png";
  readonly size: ChartSizeName;
  readonly chart: ProjectionChart;
  readonly name: string;
}

const FAMILY = "Wunian Sans";
const WEIGHTS = [400, 600] as const;

/** Draws a chart, with the glyphs it needs, and gives it to the host to save; `null` when the planner cancelled. */
export async function exportChart(
  bridge: DesktopBridge,
  { kind, size, chart, name }: ChartExport,
): Promise<Result<ExportedChart | null, ExportFailure>> {
  const fonts = await chartFonts(bridge, chartText(chart));
  if (!fonts.ok) return fonts;
  const drawn = await drawChartFile({ kind, chart, size, fonts: fonts.value });
  if (!drawn.ok) return err({ code: drawn.error.kind, message: drawn.error.message });
  const saved = await bridge.saveFile({ kind, suggestedName: name, bytes: drawn.value });
  if (!saved.ok) return err({ code: saved.code, message: saved.message });
  return ok(saved.value.kind === "cancelled" ? null : saved.value);
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
