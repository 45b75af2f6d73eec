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
  /** The ends are no numbers, or the lower one is above the higher. */
  | { readonly kind: "empty-range" };

/** Settings at which the range is looked at before the search; a level that is only touched between two is not seen. */
const LOOKS = 64;
const MAX_HALVINGS = 200;
/** Part of the level, or of what the cell moves by, that rounding may leave between a found value and the level. */
const TOLERANCE = 1e-10;

/** Turns the knob to a setting and looks at the cell. */
type Look = (setting: number) => Probe;

/**
 * Finds the setting of a knob at which a cell is at a level (domain.md section 5): in closed form where the knob drives
 * its own series alone, else by bisection between two settings that lie on either side of the level, the lowest first.
 */
export function goalSeek(engine: ProjectionEngine, request: GoalRequest): GoalAnswer {
  const { knob, low, high, cell, level } = request;
  if (knobValue(engine, knob) === null) return { kind: "no-such-knob" };
  if (!(low <= high && Number.isFinite(high - low))) return { kind: "empty-range" };
  return withKnobs(engine, [knob], (turn) => {
    const look = (setting: number): Probe => {
      turn([setting]);
      return { setting, value: engine.valueAt(cell) };
    };
    const direct = closedForm(engine, request);
    if (direct !== null && direct >= low && direct <= high) {
      const { value } = look(direct);
      const start = engine.model.series[cell.series]?.series.known.at(-1)?.value ?? 0;
      if (isAt(value, level, start)) return { kind: "found", setting: direct, value, how: "closed-form" };
    }
    const looks = looksOver(low, high, look);
    if (looks.every(({ value }) => Number.isNaN(value))) {
      return { kind: "no-value", gap: engine.explain(cell) };
    }
    return search(looks, level, look);
  });
}

function looksOver(low: number, high: number, look: Look): readonly Probe[] {
  const count = low === high ? 0 : LOOKS;
  return Array.from({ length: count + 1 }, (_, at) =>
    look(at === count ? high : low + ((high - low) * at) / count),
  );
}

function search(looks: readonly Probe[], level: number, look: Look): GoalAnswer {
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined) return { kind: "empty-range" };
  let nearest = nearestOf(looks, level);
  if (isAt(nearest.value, level)) return found(nearest);
  for (const [k, right] of looks.slice(1).entries()) {
    const bracket = withValues(looks[k] ?? right, right, look);
    if (bracket === null) continue;
    const ends = crosses(bracket, level) ? bisect(bracket, level, look) : bracket;
    const end = nearestOf(ends, level);
    if (isAt(end.value, level) || (crosses(ends, level) && isClosed(ends, bracket))) return found(end);
    nearest = nearestOf([nearest, end], level);
  }
  return { kind: "not-reachable", low: first, high: last, nearest };
}

const found = ({ setting, value }: Probe): GoalAnswer => ({ kind: "found", setting, value, how: "search" });

/** Two neighbouring looks; where only one has a value, it and the last before values end. `null` where neither has. */
function withValues(left: Probe, right: Probe, look: Look): Bracket | null {
  const [isLeft, isRight] = [!Number.isNaN(left.value), !Number.isNaN(right.value)];
  if (isLeft && isRight) return [left, right];
  if (!isLeft && !isRight) return null;
  const start = isLeft ? left : right;
  const edge = halve(start, isLeft ? right : left, look, ({ value }) => !Number.isNaN(value))[0];
  return [start, edge];
}

/** Two settings, between which a level may lie. */
type Bracket = readonly [Probe, Probe];

const crosses = ([a, b]: Bracket, level: number): boolean => a.value < level !== b.value < level;

/** A jump over the level (a formula with if) is as high between neighbouring settings as between distant ones. */
const isClosed = ([a, b]: Bracket, [from, to]: Bracket): boolean =>
  Math.abs(b.value - a.value) <= TOLERANCE * Math.abs(to.value - from.value);

function bisect([left, right]: Bracket, level: number, look: Look): Bracket {
  const isBelow = left.value < level;
  return halve(left, right, look, ({ value }) => value < level === isBelow);
}

/** Narrows two settings to neighbours: the first stays on the side of those that are `like` it. */
function halve(from: Probe, to: Probe, look: Look, like: (probe: Probe) => boolean): Bracket {
  let [a, b] = [from, to];
  for (let k = 0; k < MAX_HALVINGS; k += 1) {
    const middle = a.setting + (b.setting - a.setting) / 2;
    if (middle === a.setting || middle === b.setting) break;
    const probe = look(middle);
    if (like(probe)) a = probe;
    else b = probe;
  }
  return [a, b];
}

function nearestOf(looks: readonly Probe[], level: number): Probe {
  const known = looks.filter(({ value }) => !Number.isNaN(value));
  const distance = ({ value }: Probe) => Math.abs(value - level);
  return known.reduce(
    (best, look) => (distance(look) < distance(best) ? look : best),
    known[0] ?? { setting: Number.NaN, value: Number.NaN },
  );
}

/** Whether a value is the level but for rounding, by the size of the level or of a number that leads to the value. */
function isAt(value: number, level: number, scale = 0): boolean {
  return Math.abs(value - level) <= TOLERANCE * Math.max(Math.abs(level), Math.abs(scale));
}
