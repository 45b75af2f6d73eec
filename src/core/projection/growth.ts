import { err, ok } from "../result.ts";
import type { ProjectionMethod } from "./method.ts";

/** Constant growth: `x_t = x_{t−1}·(1 + g)` (domain.md section 5), `g` in percent a year. */
export const growth: ProjectionMethod = {
  id: "growth",
  parameters: [{ name: "g", unit: "percent", min: -100, max: 1000 }],
  project: ({ lastYear, lastValue, years }, parameters) => {
    const { g } = parameters;
    if (g === undefined) return err({ kind: "missing-parameter", name: "g" });
    if (years.length === 0) return err({ kind: "no-years" });
    const factor = 1 + g / 100;
    return ok(Float64Array.from(years, (year) => lastValue * factor ** (year - lastYear)));
  },
};
