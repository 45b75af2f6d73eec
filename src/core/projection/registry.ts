import { err, type Result } from "../result.ts";
import type { ProjectionError, ProjectionInput, ProjectionMethod, ProjectionParameters } from "./method.ts";

/** The projection methods in the order in which the interface offers them. */
export const PROJECTION_METHODS: readonly ProjectionMethod[] = [];

/** Projects a series by a registered method; parameters outside their declared range are refused. */
export function project(
  methodId: ProjectionMethod["id"],
  input: ProjectionInput,
  parameters: ProjectionParameters,
): Result<Float64Array, ProjectionError> {
  const method = PROJECTION_METHODS.find((candidate) => candidate.id === methodId);
  return method === undefined ? err({ kind: "no-years" }) : method.project(input, parameters);
}
