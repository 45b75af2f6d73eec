import type { PathPoint } from "../path/path.ts";
import type { Assumption, YearNumber } from "../projection/assumption.ts";

/** What a drag of a point needs to know of the series: its last known value, the year before, and whether it moves by steps. */
export interface DragGround {
  readonly start: PathPoint;
  /** Value of the year before the dragged one. */
  readonly before: number;
  /** The last year on show. */
  readonly lastYear: number;
  /** Whether the series moves by steps where it has no pace yet: shares, and what is not positive. */
  readonly bySteps: boolean;
}

/**
 * The assumption after a point of its path has been dragged to a value; `null` where the method does not let it (formulas,
 * fitted trends, or a value no such path can have). The last point turns the constant number, so that the whole path follows; a point
 * before it sets its own year. A series that was held begins to move, and a path that followed the plan's target keeps its own.
 */
export function draggedAssumption(
  assumption: Assumption,
  to: PathPoint,
  ground: DragGround,
): Assumption | null {
  const isLast = to.year >= ground.lastYear;
  switch (assumption.method) {
    case "hold":
    case "trend":
      return isLast ? pace(ground, to) : null;
    case "growth":
      return growthThrough(assumption, to, ground, isLast);
    case "step":
      return stepThrough(assumption, to, ground, isLast);
    case "toTarget":
      if (to.year >= assumption.year) return { ...assumption, level: readable(to.value), aim: null };
      return { ...assumption, held: withYear(assumption.held, to), aim: null };
    case "series":
      return { ...assumption, values: withYear(assumption.values, to) };
    case "logistic":
      return isLast ? ceilingThrough(assumption, to, ground) : null;
    case "formula":
      return null;
  }
}

/** The pace that leads from the start to a value in so many years. */
function pace({ start, bySteps }: DragGround, to: PathPoint): Assumption | null {
  const years = to.year - start.year;
  if (bySteps || !(start.value > 0)) {
    return { method: "step", delta: readablePace((to.value - start.value) / years), byYear: [] };
  }
  if (!(to.value > 0)) return null;
  const rate = readablePace(((to.value / start.value) ** (1 / years) - 1) * 100);
  return { method: "growth", rate, byYear: [] };
}

function growthThrough(
  assumption: Extract<Assumption, { method: "growth" }>,
  to: PathPoint,
  { start, before }: DragGround,
  isLast: boolean,
): Assumption | null {
  if (!(to.value > 0 && start.value > 0 && before > 0)) return null;
  const own = assumption.byYear.filter(({ year }) => year > start.year && year <= to.year);
  const free = to.year - start.year - own.length;
  if (!isLast || free === 0) {
    const rate = (to.value / before - 1) * 100;
    return { ...assumption, byYear: withYear(assumption.byYear, { year: to.year, value: rate }) };
  }
  const fixed = own.reduce((product, { value }) => product * (1 + value / 100), start.value);
  if (!(fixed > 0)) return null;
  return { ...assumption, rate: readablePace(((to.value / fixed) ** (1 / free) - 1) * 100) };
}

function stepThrough(
  assumption: Extract<Assumption, { method: "step" }>,
  to: PathPoint,
  { start, before }: DragGround,
  isLast: boolean,
): Assumption {
  const own = assumption.byYear.filter(({ year }) => year > start.year && year <= to.year);
  const free = to.year - start.year - own.length;
  if (!isLast || free === 0) {
    return {
      ...assumption,
      byYear: withYear(assumption.byYear, { year: to.year, value: to.value - before }),
    };
  }
  const fixed = own.reduce((sum, { value }) => sum + value, start.value);
  return { ...assumption, delta: readablePace((to.value - fixed) / free) };
}

/** `K = L(1 − q)/(1 − Lq/b)` with `q = exp(−rn)`: the curve from b that is at L after n years. */
function ceilingThrough(
  assumption: Extract<Assumption, { method: "logistic" }>,
  to: PathPoint,
  { start }: DragGround,
): Assumption | null {
  const left = Math.exp(-assumption.rate * (to.year - start.year));
  const ceiling = (to.value * (1 - left)) / (1 - (to.value * left) / start.value);
  return ceiling > start.value && Number.isFinite(ceiling)
    ? { ...assumption, ceiling: readable(ceiling) }
    : null;
}

/** Few significant digits, so that a planner can read the number and type it: three of a pace, four of a value. */
const readable = (number: number, digits = 4): number => Number(number.toPrecision(digits));
const readablePace = (number: number): number => readable(number, 3);

function withYear(numbers: readonly YearNumber[], set: YearNumber): readonly YearNumber[] {
  const kept = numbers.filter(({ year }) => year !== set.year);
  return [...kept, { year: set.year, value: readable(set.value) }].sort((a, b) => a.year - b.year);
}
