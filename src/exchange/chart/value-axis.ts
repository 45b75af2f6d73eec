/** Ends and step of a value axis; every tick is a multiple of `step`, shown with `decimals` digits. */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
}

/** A spread below this is none: no planner's figure is so small, and powers of ten beyond it lose their digits. */
const SMALLEST = 1e-9;

/** Nor one below this share of the values themselves: its ticks would differ in digits that numbers do not have. */
const SMALLEST_SHARE = 1e-12;

/**
 * An axis that holds all `values` with air above and below, in about `count` steps of 1, 2, 2.5 or 5 times a power of ten. It
 * does not start at zero unless the values come near it, and stays at or above zero when they do. `airAbove` is the least
 * room above the highest value, in steps, for the labels that stand there.
 */
export function valueAxis(values: readonly number[], count: number, airAbove: number): ValueAxis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const least = Math.max(SMALLEST, SMALLEST_SHARE * Math.max(Math.abs(low), Math.abs(high)));
  const spread = high - low > least ? high - low : Math.abs(high);
  const step = niceStep(spread > SMALLEST ? spread : count, count);
  const below = Math.ceil(low / step - 0.25) - 1;
  const above = Math.floor(high / step + airAbove) + 1;
  const first = low >= 0 ? Math.max(0, below) : below;
  return { min: exact(first * step), max: exact(above * step), step, decimals: decimalsOf(step) };
}

/** A number without the noise of binary fractions. */
const exact = (value: number): number => Number(value.toPrecision(15));

function niceStep(span: number, count: number): number {
  const raw = span / count;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5].find((candidate) => candidate * magnitude >= raw * 0.999) ?? 10;
  return exact(factor * magnitude);
}

function decimalsOf(step: number): number {
  return String(step).split(".")[1]?.length ?? 0;
}
