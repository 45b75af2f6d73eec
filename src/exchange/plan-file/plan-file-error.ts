import { assertNever } from "#core/assert-never.ts";

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
  | { readonly kind: "unlisted-file" }
  | { readonly kind: "span"; readonly detail: string };

/** A refused file: where in it (`indicators[3].targets[0].text`, empty for the whole file) and why. */
export interface PlanFileError {
  readonly path: string;
  readonly reason: PlanFileReason;
}

/** A reason in one line of English for the log and the build; the page has its own sentences. */
export function reasonText(reason: PlanFileReason): string {
  switch (reason.kind) {
    case "not-json":
      // What a parser quotes of the file may hold line breaks.
      return `not JSON: ${reason.detail.replace(/\s+/gu, " ")}`;
    case "shape":
    case "order":
    case "span":
      return reason.detail;
    case "unknown-key":
      return `unknown key "${reason.key}"`;
    case "newer-version":
      return `written by a newer program (version ${reason.version})`;
    case "duplicate":
      return `"${reason.id}" appears twice`;
    case "unknown-reference":
      return `"${reason.id}" does not exist`;
    case "unreadable-target":
      return `the target "${reason.text}" cannot be read: ${reason.reason}`;
    case "unit-does-not-convert":
      return `"${reason.from}" does not convert to "${reason.to}"`;
    case "wrong-hash":
      return `wrong hash: ${reason.actual} instead of ${reason.expected}`;
    case "missing-file":
      return "the file is missing";
    case "unlisted-file":
      return "the file is not in the manifest";
    default:
      return assertNever(reason);
  }
}
