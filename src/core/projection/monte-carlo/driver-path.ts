import { assertNever } from "../../assert-never.ts";
import type { PathPoint } from "../../path/path.ts";
import { towardsCeiling } from "../methods/logistic.ts";
import type { ProjectedLanes } from "../projection-method.ts";
import { type DrawnParameter, drawParameter } from "./drawn-parameter.ts";

/** How a driver moves from year to year; `shifts` are what single years add to the parameter. */
export type DriverMove =
  /** ln x_t = ln x_{t−1} + centre_t + sd·z: a lognormal path. */
  | { readonly kind: "log-growth"; readonly centres: Float64Array; readonly sd: number }
  /** x_t = x_{t−1}·(1 + g_t), g in percent; a draw below −100 % takes all that is there. */
  | { readonly kind: "growth"; readonly parameter: DrawnParameter; readonly shifts: Float64Array }
  /** x_t = x_{t−1} + Δ_t. */
  | { readonly kind: "step"; readonly parameter: DrawnParameter; readonly shifts: Float64Array }
  /** The logistic curve to a drawn ceiling; a ceiling that is not above the last value gives none. */
  | { readonly kind: "ceiling"; readonly parameter: DrawnParameter; readonly rate: number };

/** A driver that can be drawn: from its last observation over so many years, which are counted from 0. */
export interface DriverPath {
  readonly last: PathPoint;
  readonly years: number;
  /** Of these, the years before the model begins: drawn, but given no lanes. */
  readonly hidden: number;
  readonly move: DriverMove;
  /** Whether every year has a draw of its own; else the draw of the first year holds for all. */
  readonly yearly: boolean;
}

/** Standard normals of a driver for its k-th year (from 0), to be read from an offset on. */
export type NormalsOfYear = (k: number) => Float64Array;

/** Where the values of a driver go. */
export type DriverLanes = Omit<ProjectedLanes, "count">;

/** Which draws of a block to fill. */
export interface DrawSpan {
  readonly from: number;
  readonly count: number;
}

/**
 * Fills the lanes of a driver, one for each draw of the span: those of its k-th year that is not hidden from
 * `at + k·stride` on. A value that is too large to be a number is NaN.
 */
export function fillDriver(
  path: DriverPath,
  normalsOf: NormalsOfYear,
  span: DrawSpan,
  lanes: DriverLanes,
): void {
  const { move } = path;
  switch (move.kind) {
    case "log-growth":
      fillLogs(path, normalsOf, span, lanes);
      exponentiate(path, span, lanes);
      return;
    case "growth":
    case "step":
      fillYearly(path, move, normalsOf, span, lanes);
      return;
    case "ceiling":
      fillToCeiling(path, move, normalsOf, span, lanes);
      return;
    default:
      assertNever(move);
  }
}

/** The logarithm of the largest number, and normals that are never drawn, not even mixed ones. */
const LARGEST_LOG = Math.log(Number.MAX_VALUE);
const FARTHEST_NORMAL = 40;

/** Whether a path is lognormal, and no draw of it can be too large to be a number: its logarithms then say all. */
export function staysInLogs({ last, years, move }: DriverPath): boolean {
  if (move.kind !== "log-growth") return false;
  let log = Math.log(last.value);
  let highest = log;
  for (let k = 0; k < years; k += 1) {
    log += (move.centres[k] ?? NaN) + FARTHEST_NORMAL * move.sd;
    highest = Math.max(highest, log);
  }
  return highest < LARGEST_LOG;
}

/** As {@link fillDriver} for a lognormal path, but its logarithms, for those who need no more than their order. */
export function fillLogs(
  { last, years, hidden, yearly, move }: DriverPath,
  normalsOf: NormalsOfYear,
  { from, count }: DrawSpan,
  { values, at, stride }: DriverLanes,
): void {
  if (move.kind !== "log-growth") throw new TypeError(`A path of ${move.kind} has no logarithms`);
  const { centres, sd } = move;
  // The last row is kept apart: lanes of two years can lie so that they push each other out of the processor's cache.
  const logs = new Float64Array(count).fill(Math.log(last.value));
  for (let k = 0; k < years; k += 1) {
    const normals = normalsOf(yearly ? k : 0);
    const centre = centres[k] ?? NaN;
    const row = at + (k - hidden) * stride;
    for (let i = 0; i < count; i += 1) {
      const log = (logs[i] ?? NaN) + (centre + sd * (normals[from + i] ?? NaN));
      logs[i] = log;
      if (k >= hidden) values[row + i] = log;
    }
  }
}

function exponentiate(
  { years, hidden }: DriverPath,
  { count }: DrawSpan,
  { values, at, stride }: DriverLanes,
): void {
  for (let k = 0; k < years - hidden; k += 1) {
    const row = at + k * stride;
    for (let i = row; i < row + count; i += 1) {
      const value = Math.exp(values[i] ?? NaN);
      values[i] = value - value + value;
    }
  }
}

function fillYearly(
  path: DriverPath,
  { kind, parameter, shifts }: Extract<DriverMove, { kind: "growth" | "step" }>,
  normalsOf: NormalsOfYear,
  { from, count }: DrawSpan,
  { values, at, stride }: DriverLanes,
): void {
  const drawn = new Float64Array(count);
  const reached = new Float64Array(count).fill(path.last.value);
  for (let k = 0; k < path.years; k += 1) {
    if (path.yearly || k === 0) drawParameter(parameter, normalsOf(k), from, drawn);
    const shift = shifts[k] ?? 0;
    const row = at + (k - path.hidden) * stride;
    for (let i = 0; i < count; i += 1) {
      const before = reached[i] ?? NaN;
      const move = (drawn[i] ?? NaN) + shift;
      const value = kind === "step" ? before + move : before * Math.max(0, 1 + move / 100);
      reached[i] = value;
      if (k >= path.hidden) values[row + i] = value - value + value;
    }
  }
}

function fillToCeiling(
  path: DriverPath,
  { parameter, rate }: Extract<DriverMove, { kind: "ceiling" }>,
  normalsOf: NormalsOfYear,
  { from, count }: DrawSpan,
  { values, at, stride }: DriverLanes,
): void {
  const ceilings = new Float64Array(count);
  drawParameter(parameter, normalsOf(0), from, ceilings);
  const last = path.last.value;
  for (let k = path.hidden; k < path.years; k += 1) {
    const left = Math.exp(-rate * (k + 1));
    const row = at + (k - path.hidden) * stride;
    for (let i = 0; i < count; i += 1) {
      const ceiling = ceilings[i] ?? NaN;
      values[row + i] = ceiling > last ? towardsCeiling(last, ceiling, left) : NaN;
    }
  }
}
