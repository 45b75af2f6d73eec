import type { Assumption } from "../projection/assumption.ts";
import type { ProjectionEngine } from "../projection/engine/projection-engine.ts";
import type { Knob, KnobParameter } from "../projection/analysis/knob.ts";

/** What a method has to be turned by; `null` where it has no single number. */
export function mainParameter(assumption: Assumption): KnobParameter | null {
  switch (assumption.method) {
    case "growth":
      return "rate";
    case "step":
      return "delta";
    case "logistic":
      return "ceiling";
    case "toTarget":
      return "level";
    case "trend":
      return assumption.fit === "damped" ? "damping" : null;
    case "hold":
    case "series":
    case "formula":
      return null;
  }
}

/**
 * The numbers that move a series in a column: its own, or where a formula computes it those of the series that the
 * formula needs, through as many formulas as there are.
 */
export function knobsOf(engine: ProjectionEngine, series: number, column: number): readonly Knob[] {
  return sourcesOf(engine, series, column).flatMap((each): Knob[] => {
    const assumption = engine.planOf(each, column)?.assumption;
    const parameter = assumption === undefined ? null : mainParameter(assumption);
    return parameter === null ? [] : [{ series: each, column, parameter }];
  });
}

/** The series without a formula that decide the values of a series in a column; itself where it has none. */
export function sourcesOf(engine: ProjectionEngine, series: number, column: number): readonly number[] {
  const seen = new Set([series]);
  const sources: number[] = [];
  const open = [series];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const group = engine.model.series[next]?.groups.find(({ columns }) => columns.includes(column));
    if (group === undefined) continue;
    if (group.plan.assumption.method !== "formula") {
      sources.push(next);
      continue;
    }
    for (const { on } of group.needs) {
      if (on < 0 || seen.has(on)) continue;
      seen.add(on);
      open.push(on);
    }
  }
  return sources;
}
