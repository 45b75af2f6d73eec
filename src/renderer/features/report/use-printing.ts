import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ok, type Result } from "#core/result.ts";
import type { ExportedChart, ExportFailure } from "../../workers/export-outcome.ts";
import { useReportExport } from "../../data/use-report-export.ts";

/** How long charts may take to be drawn before the pages are printed without waiting on, in milliseconds. */
const DRAWN_WITHIN = 10_000;

/** Printing of pages that stand in the document only while they are printed. */
export interface Printing {
  /** Whether the pages have to be in the document. */
  readonly pagesWanted: boolean;
  /** Opens the printer's dialog. */
  readonly print: () => Promise<void>;
  /** Saves the pages as a PDF; `null` when the planner cancelled. */
  readonly savePdf: (name: string) => Promise<Result<ExportedChart | null, ExportFailure>>;
}

/** Prints the report's pages, on paper or into a PDF. */
export function usePrinting(): Printing {
  const [pagesWanted, setPagesWanted] = useState(false);
  const busy = useRef(false);
  const { savePage } = useReportExport();
  const withPages = useCallback(async <T>(run: () => Promise<T> | T): Promise<T | null> => {
    if (busy.current) return null;
    busy.current = true;
    flushSync(() => setPagesWanted(true));
    try {
      await chartsDrawn();
      await document.fonts.ready;
      return await run();
    } finally {
      busy.current = false;
      setPagesWanted(false);
    }
  }, []);
  const print = useCallback(async () => {
    await withPages(() => window.print());
  }, [withPages]);
  const savePdf = useCallback(
    async (name: string) => (await withPages(() => savePage(name))) ?? ok(null),
    [withPages, savePage],
  );
  return { pagesWanted, print, savePdf };
}

/** Waits until every chart of the pages holds a drawing. */
async function chartsDrawn(): Promise<void> {
  const until = performance.now() + DRAWN_WITHIN;
  const waiting = () => document.querySelector(".print-pages .paper-figure:not(:has(svg path))") !== null;
  while (waiting() && performance.now() < until) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
