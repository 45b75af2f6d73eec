import type { ExportChoice } from "../workers/export-outcome.ts";

/** The formats of charts on offer, and the file that each means. */
export const EXPORT_FORMATS = {
  png: { kind: "png", dpi: 300 },
  png600: { kind: "png", dpi: 600 },
  svg: { kind: "svg", dpi: 300 },
  pdf: { kind: "pdf", dpi: 300 },
} as const satisfies Record<string, Omit<ExportChoice, "look">>;

/** A format of charts. */
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** The formats, in the order in which they are offered. */
export const FORMAT_NAMES: readonly ExportFormat[] = ["png", "png600", "svg", "pdf"];
