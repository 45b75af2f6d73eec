import { useRef, useState } from "react";
import type { ExportStep, ReportFile } from "../../data/report-export.ts";
import { useReportExport } from "../../data/use-report-export.ts";
import type { ExportOutcome } from "../../workers/export-outcome.ts";

/** An export of the report: what it is at, what came of the last one, and how to begin and to stop. */
export function useExport() {
  const exporting = useReportExport();
  const [step, setStep] = useState<ExportStep | null>(null);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const running = useRef<AbortController | null>(null);
  const start = async (file: ReportFile, name: string) => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setOutcome(null);
    const result = await exporting.run({ file, name, signal: controller.signal, onStep: setStep });
    running.current = null;
    setStep(null);
    if (!result.ok) setOutcome({ kind: "failed", failure: result.error });
    else if (result.value !== null) setOutcome({ kind: "done", file: result.value });
  };
  return {
    step,
    outcome,
    start,
    cancel: () => running.current?.abort(),
    dismiss: () => setOutcome(null),
    reveal: exporting.reveal,
  };
}
