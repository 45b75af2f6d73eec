import { err, ok } from "../result.ts";
import type { ProjectionMethod } from "./method.ts";

/** x_t = x_{t−1}·(1+g), g in percent a year, compounded over gaps between years (domain.md section 5). */
export const GROWTH_METHOD: ProjectionMethod = {
  id: "growth",
  parameters: [{ name: "growth", unit: "percent", min: -100, max: 1000 }],
  project: ({ lastYear, lastValue, years }, { growth }) => {
    if (growth === undefined) return err({ kind: "missing-parameter", name: "growth" });
    return ok(Float64Array.from(years, (year) => lastValue * (1 + growth / 100) ** (year - lastYear)));
  },
};
