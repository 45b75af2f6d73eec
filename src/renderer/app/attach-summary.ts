import type { AttachOutcome } from "../data/sources/attach-files.ts";

/** A file that did not become an original. */
export type RefusedFile = Exclude<AttachOutcome, { readonly kind: "attached" | "present" }>;

/** What became of files that were attached together. */
export interface AttachSummary {
  /** Titles of the plans whose originals were attached. */
  readonly attached: readonly string[];
  /** Titles of the plans whose originals had been attached before. */
  readonly present: readonly string[];
  readonly refused: readonly RefusedFile[];
  /** `warn` where a file is no original, `error` where an original could not be stored. */
  readonly tone: "done" | "warn" | "error";
}

/** Sums up what became of files: which are attached, and which are not and why. */
export function attachSummary(outcomes: readonly AttachOutcome[]): AttachSummary {
  const attached: string[] = [];
  const present: string[] = [];
  const refused: RefusedFile[] = [];
  for (const outcome of outcomes) {
    switch (outcome.kind) {
      case "attached":
        attached.push(outcome.title);
        break;
      case "present":
        present.push(outcome.title);
        break;
      default:
        refused.push(outcome);
    }
  }
  const lost = refused.some(({ kind }) => kind === "not-stored");
  return { attached, present, refused, tone: lost ? "error" : refused.length > 0 ? "warn" : "done" };
}
