import { finiteOrNone, type ProjectionMethod } from "../projection-method.ts";
import { yearNumbers } from "./year-numbers.ts";

/** Steps: `x_t = x_{t−1} + Δ_t` (domain.md section 5), percentage points for shares, constant or by year. */
export const step: ProjectionMethod<"step"> = {
  id: "step",
  parameters: [{ name: "delta", read: ({ delta }) => delta, unit: "base-unit", min: -1e18, max: 1e18 }],
  needs: 1,
  fill: ({ known }, { delta, byYear }, { values, at, stride, count }) => {
    const start = known.at(-1);
    if (start === undefined) return { kind: "no-observation" };
    let value = start.value;
    for (const [k, each] of yearNumbers(byYear, start.year, count, delta).entries()) {
      value += each;
      values[at + k * stride] = finiteOrNone(value);
    }
    return null;
  },
};
