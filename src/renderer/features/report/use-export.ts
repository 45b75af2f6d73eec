import { useRef, useState } from "react";
import type { ExportStep, ReportFile } from "../../data/report-export.ts";
import { useReportExport } from "../../data/use-report-export.ts";
import type { Result } from "#core/result.ts";
import type { ExportedChart, ExportFailure, ExportOutcome } from "../../workers/export-outcome.ts";

/** Something that ends with a file, and tells how far it is. */
type ExportTask = (
  onStep: (step: ExportStep) => void,
  signal: AbortSignal,
) => Promise<Result<ExportedChart | null, ExportFailure>>;

/** An export of the report: what it is at, what came of the last one, and how to begin and to stop. */
export function useExport() {
  const exporting = useReportExport();
  const [step, setStep] = useState<ExportStep | null>(null);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const running = useRef<AbortController | null>(null);
  const follow = async (task: ExportTask) => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setOutcome(null);
    const result = await task(setStep, controller.signal).finally(() => {
      running.current = null;
      setStep(null);
    });
    if (!result.ok) setOutcome({ kind: "failed", failure: result.error });
    else if (result.value !== null) setOutcome({ kind: "done", file: result.value });
  };
  const start = (file: ReportFile, name: string) =>
    follow((onStep, signal) => exporting.run({ file, name, signal, onStep }));
  return {
    follow,
    step,
    outcome,
    start,
    cancel: () => running.current?.abort(),
    dismiss: () => setOutcome(null),
    reveal: exporting.reveal,
  };
}
