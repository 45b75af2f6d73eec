import { err, type Result } from "../result.ts";
import { GROWTH_METHOD } from "./growth-method.ts";
import type { ProjectionError, ProjectionInput, ProjectionMethod, ProjectionParameters } from "./method.ts";
import { TO_TARGET_GEOMETRIC, TO_TARGET_LINEAR } from "./to-target-method.ts";

/** The projection methods in the order in which the interface offers them. */
export const PROJECTION_METHODS: readonly ProjectionMethod[] = [
  GROWTH_METHOD,
  TO_TARGET_LINEAR,
  TO_TARGET_GEOMETRIC,
];

/** Projects a series by a registered method; parameters outside their declared range are refused. */
export function project(
  methodId: ProjectionMethod["id"],
  input: ProjectionInput,
  parameters: ProjectionParameters,
): Result<Float64Array, ProjectionError> {
  const method = PROJECTION_METHODS.find((candidate) => candidate.id === methodId);
  if (method === undefined) throw new Error(`No projection method ${methodId}`);
  if (input.years.length === 0) return err({ kind: "no-years" });
  for (const { name, min, max } of method.parameters) {
    const value = parameters[name];
    if (value === undefined) return err({ kind: "missing-parameter", name });
    if (!(value >= min && value <= max)) return err({ kind: "out-of-range", name, value });
  }
  return method.project(input, parameters);
}
