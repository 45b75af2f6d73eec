import { err, type Result } from "../result.ts";
import { growth } from "./growth.ts";
import type { ProjectionError, ProjectionInput, ProjectionMethod, ProjectionParameters } from "./method.ts";
import { toTargetGeometric, toTargetLinear } from "./to-target.ts";

/** The projection methods in the order in which the interface offers them. */
export const PROJECTION_METHODS: readonly ProjectionMethod[] = [growth, toTargetLinear, toTargetGeometric];

/** Projects a series by a registered method; parameters outside their declared range are refused. */
export function project(
  methodId: ProjectionMethod["id"],
  input: ProjectionInput,
  parameters: ProjectionParameters,
): Result<Float64Array, ProjectionError> {
  const method = PROJECTION_METHODS.find((candidate) => candidate.id === methodId);
  if (method === undefined) throw new RangeError(`No projection method ${methodId}`);
  for (const { name, min, max } of method.parameters) {
    const value = parameters[name];
    if (value === undefined) return err({ kind: "missing-parameter", name });
    if (!(value >= min && value <= max)) return err({ kind: "out-of-range", name, value });
  }
  return method.project(input, parameters);
}
