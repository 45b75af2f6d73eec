import type { ChartLook } from "#core/report/chart-look.ts";
import type { BridgeErrorCode } from "#bridge/desktop-bridge.ts";
import type { ExportDensity } from "#exchange/chart/chart-size.ts";
import type { ChartFileKind } from "./chart-export-messages.ts";

/** What is asked of an export. */
export interface ExportChoice {
  readonly kind: ChartFileKind;
  /** Of pictures; drawings have none. */
  readonly dpi: ExportDensity;
  readonly look: ChartLook;
}

/** A finished file, named to the host by `handle`. */
export interface ExportedChart {
  readonly handle: string;
  readonly name: string;
  readonly folder: string;
}

/** Why no file came out; `message` is for the details. `too-large` is a file that the machine takes from no page. */
export interface ExportFailure {
  readonly code: BridgeErrorCode | "drawing-failed";
  readonly message: string;
}

/** What came of an export. */
export type ExportOutcome =
  | { readonly kind: "done"; readonly file: ExportedChart }
  | { readonly kind: "failed"; readonly failure: ExportFailure };
