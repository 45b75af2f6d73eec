import { useMemo } from "react";
import { type ChartExport, exportChart, revealChart } from "./chart-export.ts";
import { useBridge } from "./machine.ts";
import type { ExportedChart } from "../workers/export-outcome.ts";

/** Draws charts into files of this machine, and shows where they are. */
export function useChartExport() {
  const bridge = useBridge();
  return useMemo(
    () => ({
      run: (wish: ChartExport) => exportChart(bridge, wish),
      reveal: (file: ExportedChart) => revealChart(bridge, file),
    }),
    [bridge],
  );
}
