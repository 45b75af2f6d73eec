import type { CellGap, CellPlace } from "../engine/explain-cell.ts";
import type { ProjectionEngine } from "../engine/projection-engine.ts";
import { closedForm } from "./closed-form.ts";
import { type Knob, knobValue, withKnobs } from "./knob.ts";

/** Which knob, within which settings, is to bring a cell to a level (base units). */
export interface GoalRequest {
  readonly cell: CellPlace;
  readonly level: number;
  readonly knob: Knob;
  readonly low: number;
  readonly high: number;
}

/** A setting of the knob and what the cell is then; NaN where it has no value. */
export interface Probe {
  readonly setting: number;
  readonly value: number;
}

/** The answer of a goal seek. */
export type GoalAnswer =
  | {
      readonly kind: "found";
      readonly setting: number;
      readonly value: number;
      readonly how: "closed-form" | "search";
    }
  /** Within the settings asked for the level is not reached; what their ends give, and the nearest that was seen. */
  | { readonly kind: "not-reachable"; readonly low: Probe; readonly high: Probe; readonly nearest: Probe }
  | { readonly kind: "no-such-knob" }
  | { readonly kind: "no-value"; readonly gap: CellGap | null }
  | { readonly kind: "empty-range" };

/** Settings at which the range is looked at before the search; a level that is only touched between two is not seen. */
const LOOKS = 64;
const MAX_HALVINGS = 200;

/**
 * Finds the setting of a knob at which a cell is at a level (domain.md section 5): in closed form where the knob drives
 * its own series alone, else by bisection between two settings that lie on either side of the level.
 */
export function goalSeek(engine: ProjectionEngine, request: GoalRequest): GoalAnswer {
  const { knob, low, high, cell } = request;
  if (knobValue(engine, knob) === null) return { kind: "no-such-knob" };
  if (!(low <= high)) return { kind: "empty-range" };
  return withKnobs(engine, [knob], (turn) => {
    const probe = (setting: number): Probe => {
      turn([setting]);
      return { setting, value: engine.valueAt(cell) };
    };
    const direct = closedForm(engine, request);
    if (direct !== null && direct >= low && direct <= high) {
      const { value } = probe(direct);
      if (close(value, request.level)) return { kind: "found", setting: direct, value, how: "closed-form" };
    }
    const looks = probes(low, high, probe);
    if (looks.every(({ value }) => Number.isNaN(value))) {
      return { kind: "no-value", gap: engine.explain(cell) };
    }
    return search(looks, request.level, probe);
  });
}

function probes(low: number, high: number, probe: (setting: number) => Probe): readonly Probe[] {
  const count = low === high ? 0 : LOOKS;
  return Array.from({ length: count + 1 }, (_, at) =>
    probe(at === count ? high : low + ((high - low) * at) / count),
  );
}

function search(looks: readonly Probe[], level: number, probe: (setting: number) => Probe): GoalAnswer {
  const at = looks.findIndex((look, k) => crosses(look, looks[k + 1] ?? look, level));
  const [left, right] = [looks[at], looks[at + 1] ?? looks[at]];
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined) return { kind: "empty-range" };
  const found =
    left === undefined || right === undefined ? nearestOf(looks, level) : bisect(left, right, level, probe);
  // A jump over the level (a formula with if) narrows to a point but does not reach it.
  if (close(found.value, level)) return { kind: "found", ...found, how: "search" };
  return { kind: "not-reachable", low: first, high: last, nearest: found };
}

function crosses(a: Probe, b: Probe, level: number): boolean {
  return a.value === level || (a.value - level) * (b.value - level) < 0;
}

function bisect(left: Probe, right: Probe, level: number, probe: (setting: number) => Probe): Probe {
  let [a, b] = [left, right];
  for (let k = 0; k < MAX_HALVINGS && a.value !== level; k += 1) {
    const middle = a.setting + (b.setting - a.setting) / 2;
    if (middle === a.setting || middle === b.setting) break;
    const look = probe(middle);
    if ((look.value - level) * (a.value - level) > 0) a = look;
    else b = look;
    if (look.value === level) return look;
  }
  return nearestOf([a, b], level);
}

function nearestOf(looks: readonly Probe[], level: number): Probe {
  const known = looks.filter(({ value }) => !Number.isNaN(value));
  const distance = ({ value }: Probe) => Math.abs(value - level);
  return known.reduce(
    (best, look) => (distance(look) < distance(best) ? look : best),
    known[0] ?? { setting: Number.NaN, value: Number.NaN },
  );
}

/** Equal to about twelve digits. */
function close(value: number, level: number): boolean {
  return Math.abs(value - level) <= 1e-12 * Math.max(1, Math.abs(level), Math.abs(value)) * 100;
}
