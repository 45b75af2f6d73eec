import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StyledChart } from "#core/report/chart-look.ts";
import { withoutFonts } from "#exchange/chart/chart-svg.ts";
import type { ExportDensity } from "#exchange/chart/chart-size.ts";
import { useChartExport } from "../../data/use-chart-export.ts";
import { copyPicture } from "../../ui/copy-picture.ts";
import type { ChartFileKind } from "../../workers/chart-export-messages.ts";
import type { ExportOutcome } from "../../workers/export-outcome.ts";
import type { TaskProgress } from "../../workers/one-shot-worker.ts";

/** What the room has to tell: what came of an export, or of copying. */
export type Told = ExportOutcome | { readonly kind: "copied" | "not-copied" };

/** What a batch is to become. */
export interface BatchWish {
  readonly kind: ChartFileKind;
  readonly dpi: ExportDensity;
  readonly charts: readonly StyledChart[];
  readonly name: string;
}

/** The browser reads a drawing before it takes it, and would stop at rules for letters. */
const plain = (svg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(withoutFonts(new TextDecoder().decode(svg)));

/** Copying a chart and exporting many: what is under way, what came of the last, and how to begin and to stop. */
export function useChartDeeds() {
  const { t } = useTranslation(["gallery", "charts"]);
  const charts = useChartExport();
  const [told, setTold] = useState<Told | null>(null);
  const [progress, setProgress] = useState<TaskProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  const copy = async (kind: "png" | "svg", { drawing, look }: StyledChart) => {
    setTold(null);
    const drawn = charts
      .draw({ kind, dpi: 300, look, drawing })
      .then((result) => (result.ok ? (kind === "svg" ? plain(result.value) : result.value) : null));
    const done = await copyPicture(kind === "png" ? "image/png" : "image/svg+xml", drawn);
    setTold({ kind: done ? "copied" : "not-copied" });
  };
  const batch = async ({ kind, dpi, charts: wanted, name }: BatchWish) => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setTold(null);
    setProgress({ done: 0, of: wanted.length });
    const list = {
      name: t("gallery:listName"),
      headings: t("gallery:listHeadings", { returnObjects: true }),
      sizes: t("charts:sizes", { returnObjects: true }),
    };
    const { signal } = controller;
    const result = await charts.runAll({
      kind,
      dpi,
      charts: wanted,
      name,
      list,
      signal,
      onProgress: setProgress,
    });
    running.current = null;
    setProgress(null);
    if (!result.ok) setTold({ kind: "failed", failure: result.error });
    else if (result.value !== null) setTold({ kind: "done", file: result.value });
  };
  return {
    ...{ told, progress, copy, batch, tell: setTold, run: charts.run, reveal: charts.reveal },
    cancel: () => running.current?.abort(),
    dismiss: () => setTold(null),
  };
}
