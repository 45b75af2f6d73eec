import { useMemo } from "react";
import type { Result } from "#core/result.ts";
import type { ExportedChart, ExportFailure } from "../workers/export-outcome.ts";
import { revealChart } from "./chart-export.ts";
import { useBridge } from "./machine.ts";
import { saveExport } from "./save-export.ts";

/** Saves tables as files of this machine, and shows where they are. */
export function useTableExport() {
  const bridge = useBridge();
  return useMemo(
    () => ({
      /** Saves a CSV text under a name; `null` when the planner cancelled. */
      run: (name: string, csv: string): Promise<Result<ExportedChart | null, ExportFailure>> =>
        saveExport(bridge, "csv", name, new TextEncoder().encode(csv)),
      reveal: (file: ExportedChart) => revealChart(bridge, file),
    }),
    [bridge],
  );
}
