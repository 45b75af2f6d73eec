import { finiteOrNone, type ProjectionMethod } from "../projection-method.ts";
import { yearNumbers } from "./year-numbers.ts";

/** What a year of growth by so many percent multiplies by. */
export const growthFactor = (rate: number): number => 1 + rate / 100;

/** Growth: `x_t = x_{t−1}·(1 + g_t)` (domain.md section 5), `g` in percent, constant or by year. */
export const growth: ProjectionMethod<"growth"> = {
  id: "growth",
  parameters: [{ name: "rate", read: ({ rate }) => rate, unit: "percent", min: -100, max: 1000 }],
  needs: 1,
  fill: ({ known }, { rate, byYear }, { values, at, stride, count }) => {
    const start = known.at(-1);
    if (start === undefined) return { kind: "no-observation" };
    const rates = byYear.length === 0 ? null : yearNumbers(byYear, start.year, count, rate);
    let value = start.value;
    if (rates === null) {
      const factor = growthFactor(rate);
      for (let k = 0; k < count; k += 1) {
        value *= factor;
        values[at + k * stride] = finiteOrNone(value);
      }
      return null;
    }
    for (const [k, each] of rates.entries()) {
      value *= growthFactor(each);
      values[at + k * stride] = finiteOrNone(value);
    }
    return null;
  },
};
