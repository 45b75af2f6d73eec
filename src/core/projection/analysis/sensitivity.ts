import type { CellPlace } from "../engine/explain-cell.ts";
import type { ProjectionEngine } from "../engine/projection-engine.ts";
import type { Probe } from "./goal-seek.ts";
import { type Knob, withKnobs } from "./knob.ts";

/** A knob with the two settings between which it may lie. */
export interface KnobRange {
  readonly knob: Knob;
  readonly low: number;
  readonly high: number;
}

/** What one knob does to a cell: its value at both settings, and how far apart they are (NaN where one has no value). */
export interface KnobEffect {
  readonly range: KnobRange;
  readonly low: Probe;
  readonly high: Probe;
  readonly spread: number;
}

/** Turns one knob after the other with the rest as they are; the strongest effect first (tornado), those without value last. */
export function sensitivity(
  engine: ProjectionEngine,
  cell: CellPlace,
  ranges: readonly KnobRange[],
): readonly KnobEffect[] {
  const effects = ranges.map(
    (range): KnobEffect =>
      withKnobs(engine, [range.knob], (turn) => {
        const probe = (setting: number): Probe => {
          turn([setting]);
          return { setting, value: engine.valueAt(cell) };
        };
        const [low, high] = [probe(range.low), probe(range.high)];
        return { range, low, high, spread: Math.abs(high.value - low.value) };
      }),
  );
  return effects.sort((a, b) => rank(b) - rank(a));
}

const rank = ({ spread }: KnobEffect): number => (Number.isNaN(spread) ? -1 : spread);
