import type * as z from "zod";
import { err, ok, type Result } from "#core/result.ts";
import type { PlanFileError, PlanFileReason } from "./plan-file-error.ts";

/** Deeper nesting than any of our files has; what lies below is refused by the shape anyway. */
const MAX_DEPTH = 12;

/** Checks data from outside against a shape; `__proto__` keys are dropped, unknown keys refused. */
export function readShape<T>(schema: z.ZodType<T>, data: unknown): Result<T, PlanFileError> {
  const read = schema.safeParse(withoutProto(data, 0));
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  if (issue === undefined) throw new Error("A failed check names no issue");
  return err({ path: pathText(issue.path), reason: reasonOf(issue) });
}

/** A path into JSON data as text: `indicators[3].targets[0].text`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./u, "");
}

function reasonOf(issue: z.core.$ZodIssue): PlanFileReason {
  if (issue.code === "unrecognized_keys") return { kind: "unknown-key", key: issue.keys[0] ?? "" };
  return { kind: "shape", detail: issue.message };
}

function withoutProto(data: unknown, depth: number): unknown {
  if (typeof data !== "object" || data === null || depth > MAX_DEPTH) return data;
  if (Array.isArray(data)) return data.map((item: unknown) => withoutProto(item, depth + 1));
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => key !== "__proto__")
      .map(([key, value]) => [key, withoutProto(value, depth + 1)]),
  );
}
