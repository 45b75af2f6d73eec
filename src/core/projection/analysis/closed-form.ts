import type { ProjectionEngine } from "../engine/projection-engine.ts";
import type { GoalRequest } from "./goal-seek.ts";

/**
 * The setting in closed form, where the knob moves the very series that is asked for and nothing else does: growth
 * `(L/b)^(1/n) − 1` in percent, step `(L − b)/n`, and the ceiling of the logistic curve,
 * `K = L(1 − q)/(1 − Lq/b)` with `q = exp(−rn)`; `null` where there is none.
 */
export function closedForm(engine: ProjectionEngine, { cell, level, knob }: GoalRequest): number | null {
  if (cell.series !== knob.series || cell.column !== knob.column) return null;
  const series = engine.model.series[cell.series]?.series;
  const start = series?.known.at(-1);
  const plan = engine.planOf(cell.series, cell.column);
  if (start === undefined || plan === null || plan.shocks.length > 0) return null;
  const years = cell.year - start.year;
  if (years <= 0) return null;
  const { assumption } = plan;
  if ("byYear" in assumption && assumption.byYear.length > 0) return null;
  const setting = settingFor(assumption, knob.parameter, start.value, level, years);
  return setting !== null && Number.isFinite(setting) ? setting : null;
}

function settingFor(
  assumption: NonNullable<ReturnType<ProjectionEngine["planOf"]>>["assumption"],
  parameter: GoalRequest["knob"]["parameter"],
  base: number,
  level: number,
  years: number,
): number | null {
  if (assumption.method === "growth" && parameter === "rate") {
    return base > 0 && level > 0 ? ((level / base) ** (1 / years) - 1) * 100 : null;
  }
  if (assumption.method === "step" && parameter === "delta") return (level - base) / years;
  if (assumption.method === "logistic" && parameter === "ceiling") {
    const left = Math.exp(-assumption.rate * years);
    return (level * (1 - left)) / (1 - (level * left) / base);
  }
  return null;
}
