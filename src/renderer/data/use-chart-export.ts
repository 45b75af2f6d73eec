import { useMemo } from "react";
import {
  type ChartBatch,
  type ChartExport,
  drawChart,
  exportChart,
  exportCharts,
  revealChart,
} from "./chart-export.ts";
import { useBridge } from "./machine.ts";
import type { ExportedChart } from "../workers/export-outcome.ts";

/** Draws charts into files of this machine, and shows where they are. */
export function useChartExport() {
  const bridge = useBridge();
  return useMemo(
    () => ({
      run: (wish: ChartExport) => exportChart(bridge, wish),
      /** The bytes of a file, for the clipboard. */
      draw: (wish: Omit<ChartExport, "name">) => drawChart(bridge, wish),
      runAll: (batch: ChartBatch) => exportCharts(bridge, batch),
      reveal: (file: ExportedChart) => revealChart(bridge, file),
    }),
    [bridge],
  );
}
