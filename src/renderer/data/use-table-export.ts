import { useMemo } from "react";
import { err, ok, type Result } from "#core/result.ts";
import type { ExportedChart, ExportFailure } from "../workers/export-outcome.ts";
import { revealChart } from "./chart-export.ts";
import { useBridge } from "./machine.ts";

/** Saves tables as files of this machine, and shows where they are. */
export function useTableExport() {
  const bridge = useBridge();
  return useMemo(
    () => ({
      /** Saves a CSV text under a name; `null` when the planner cancelled. */
      run: async (name: string, csv: string): Promise<Result<ExportedChart | null, ExportFailure>> => {
        const bytes = new TextEncoder().encode(csv);
        const saved = await bridge.saveFile({ kind: "csv", suggestedName: name, bytes });
        if (!saved.ok) return err({ code: saved.code, message: saved.message });
        return ok(saved.value.kind === "cancelled" ? null : saved.value);
      },
      reveal: (file: ExportedChart) => revealChart(bridge, file),
    }),
    [bridge],
  );
}
