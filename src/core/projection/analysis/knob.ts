import type { Assumption } from "../assumption.ts";
import type { ProjectionEngine } from "../engine/projection-engine.ts";
import type { SeriesPlan } from "../engine/projection-model.ts";

/** A number of an assumption that can be turned: growth, step, ceiling, rate, level or damping, of one series in one column. */
export interface Knob {
  readonly series: number;
  readonly column: number;
  readonly parameter: KnobParameter;
}

/** Parameters that can be turned. */
export type KnobParameter = "rate" | "delta" | "ceiling" | "level" | "damping";

/** The present setting of a knob; `null` when the assumption of its series has no such parameter. */
export function knobValue(engine: ProjectionEngine, { series, column, parameter }: Knob): number | null {
  const assumption = engine.planOf(series, column)?.assumption;
  return assumption === undefined ? null : parameterOf(assumption, parameter);
}

/** Turns knobs and reads a value off the engine, which is as before afterwards. */
export function withKnobs<T>(
  engine: ProjectionEngine,
  knobs: readonly Knob[],
  read: (turn: (settings: readonly number[]) => void) => T,
): T {
  const series = [...new Set(knobs.map((knob) => knob.series))];
  const before = series.map((each) => [each, engine.plansOf(each)] as const);
  try {
    return read((settings) => {
      for (const [each, plans] of before) {
        const turned = plans.map((plan, column) =>
          knobs.reduce((result, knob, at) => {
            const value = settings[at];
            const here = knob.series === each && knob.column === column && value !== undefined;
            return here ? turnedPlan(result, knob.parameter, value) : result;
          }, plan),
        );
        engine.setPlans(each, turned);
      }
    });
  } finally {
    for (const [each, plans] of before) engine.setPlans(each, plans);
  }
}

function turnedPlan(plan: SeriesPlan, parameter: KnobParameter, value: number): SeriesPlan {
  const assumption = turnedAssumption(plan.assumption, parameter, value);
  return assumption === plan.assumption ? plan : { ...plan, assumption };
}

/** An assumption with another setting of a parameter; itself where it has no such parameter. */
export function turnedAssumption(
  assumption: Assumption,
  parameter: KnobParameter,
  value: number,
): Assumption {
  if (parameterOf(assumption, parameter) === null) return assumption;
  // A path whose level is turned no longer follows the plan's target.
  if (assumption.method === "toTarget") return { ...assumption, level: value, aim: null };
  return { ...assumption, [parameter]: value };
}

function parameterOf(assumption: Assumption, parameter: KnobParameter): number | null {
  const value: unknown = new Map<string, unknown>(Object.entries(assumption)).get(parameter);
  return typeof value === "number" ? value : null;
}
