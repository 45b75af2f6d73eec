/**
 * How yearly values move between two points (domain.md section 4). `steepness` k > 0 of the logistic curve, `power` p > 0
 * on the time share (below 1 early years do more, above 1 late ones), and the number of equal `steps`.
 */
export type PathShape =
  | { readonly kind: "linear" }
  | { readonly kind: "geometric" }
  | { readonly kind: "s-curve"; readonly steepness: number }
  | { readonly kind: "loaded"; readonly power: number }
  | { readonly kind: "stepwise"; readonly steps: number };

/** Equal amounts a year. */
export const LINEAR: PathShape = { kind: "linear" };
/** Equal rates a year. */
export const GEOMETRIC: PathShape = { kind: "geometric" };

/** Accepted parameters of the shapes, ends included. */
export const SHAPE_RANGES = {
  steepness: { min: 0.1, max: 50 },
  power: { min: 0.05, max: 20 },
  steps: { min: 1, max: 100 },
} as const;

/** Adds up where a step has been reached, so that 2 of 3 equal years reach the second of three steps exactly. */
const STEP_TOLERANCE = 1e-9;

/** The parameter of a shape that is outside its range, else `null`. */
export function wrongShapeParameter(
  shape: PathShape,
): { readonly name: keyof typeof SHAPE_RANGES; readonly value: number } | null {
  switch (shape.kind) {
    case "linear":
    case "geometric":
      return null;
    case "s-curve":
      return outside("steepness", shape.steepness);
    case "loaded":
      return outside("power", shape.power);
    case "stepwise":
      return Number.isInteger(shape.steps)
        ? outside("steps", shape.steps)
        : { name: "steps", value: shape.steps };
  }
}

/** The value at a share of the way, 0 to 1, from `from` to `to`; geometric paths need both positive. */
export function valueOnPath(shape: PathShape, from: number, to: number, share: number): number {
  if (share >= 1) return to;
  if (shape.kind === "geometric") return from * (to / from) ** share;
  return from + (to - from) * progress(shape, share);
}

function progress(shape: Exclude<PathShape, { kind: "geometric" }>, share: number): number {
  switch (shape.kind) {
    case "linear":
      return share;
    case "s-curve": {
      // The logistic curve around the middle of the time, stretched so that it runs from 0 to 1.
      const { steepness } = shape;
      const start = logistic(-steepness / 2);
      return (logistic(steepness * (share - 0.5)) - start) / (logistic(steepness / 2) - start);
    }
    case "loaded":
      return share ** shape.power;
    case "stepwise":
      return Math.floor(share * shape.steps + STEP_TOLERANCE) / shape.steps;
  }
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function outside(
  name: keyof typeof SHAPE_RANGES,
  value: number,
): { readonly name: keyof typeof SHAPE_RANGES; readonly value: number } | null {
  const { min, max } = SHAPE_RANGES[name];
  return value >= min && value <= max ? null : { name, value };
}
