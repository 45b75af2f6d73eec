import { useMemo } from "react";
import type { ExportedChart } from "../workers/export-outcome.ts";
import { revealChart } from "./chart-export.ts";
import { useBridge } from "./machine.ts";
import { exportPrinted, exportReport, type ReportExport } from "./report-export.ts";

/** Writes reports into files of this machine, and shows where they are. */
export function useReportExport() {
  const bridge = useBridge();
  return useMemo(
    () => ({
      run: (wish: ReportExport) => exportReport(bridge, wish),
      savePage: (name: string) => exportPrinted(bridge, name),
      reveal: (file: ExportedChart) => revealChart(bridge, file),
    }),
    [bridge],
  );
}
