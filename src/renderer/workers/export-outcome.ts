import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { ChartSizeName } from "#exchange/chart/chart-size.ts";

/** What is asked of an export. */
export interface ExportChoice {
  readonly kind: "svg" | "png";
  readonly size: ChartSizeName;
}

/** A finished file, named to the host by `handle`. */
export interface ExportedChart {
  readonly handle: string;
  readonly name: string;
  readonly folder: string;
}

/** Why no file came out; `message` is for the details. */
export interface ExportFailure {
  readonly code: BridgeErrorCode | "drawing-failed";
  readonly message: string;
}

/** What came of an export. */
export type ExportOutcome =
  | { readonly kind: "done"; readonly file: ExportedChart }
  | { readonly kind: "failed"; readonly failure: ExportFailure };
