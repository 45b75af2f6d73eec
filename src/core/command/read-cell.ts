import type { TargetError } from "../indicator/parse-target.ts";
import type { Indicator, RejectedInput } from "../plan/plan.ts";

/** Why a typed text is not what its cell takes. */
export type CellError =
  | TargetError
  | { readonly kind: "empty-name" }
  | { readonly kind: "not-an-attribute"; readonly text: string };

/** The reason why an input was rejected, found by reading it again; `null` when it would be read today. */
export function readRejected(indicator: Indicator, input: RejectedInput): CellError | null {
  return indicator.name === "" ? { kind: "empty-name" } : { kind: "not-a-number", text: input.text };
}
