/** Why a plan file, a catalogue or the manifest is refused. */
export type PlanFileReason =
  | { readonly kind: "not-json"; readonly detail: string }
  | { readonly kind: "shape"; readonly detail: string }
  | { readonly kind: "unknown-key"; readonly key: string }
  | { readonly kind: "newer-version"; readonly version: number }
  | { readonly kind: "duplicate"; readonly id: string }
  | { readonly kind: "unknown-reference"; readonly id: string }
  | { readonly kind: "unreadable-target"; readonly text: string; readonly reason: string }
  | { readonly kind: "unit-does-not-convert"; readonly from: string; readonly to: string }
  | { readonly kind: "order"; readonly detail: string }
  | { readonly kind: "wrong-hash"; readonly expected: string; readonly actual: string }
  | { readonly kind: "missing-file" }
  | { readonly kind: "span"; readonly detail: string };

/** A refused file: where in it (`indicators[3].targets[0].text`, empty for the whole file) and why. */
export interface PlanFileError {
  readonly path: string;
  readonly reason: PlanFileReason;
}
