import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BAND_PERCENTS, bandOf } from "#core/projection/monte-carlo/band.ts";
import { RankSelector } from "#core/projection/monte-carlo/rank-selector.ts";
import { fillStandardNormals } from "#core/projection/monte-carlo/standard-normals.ts";
import { type BenchRow, rowOf } from "./bench-row.ts";
import type { NumpyPeer } from "./numpy-peer.ts";
import { expectSame } from "./same-values.ts";
import { timeInTurn } from "./time-in-turn.ts";

const GOAL = 4;

/** The draws that a simulation makes unless told, those of goal 3, and more. */
const SIZES = [10_000, 300_000, 3_000_000];
const SORT_TARGET = 0.13;
const NUMPY_TARGET = 0.45;
/** Each size is timed over about so many values, so that small ones are measured as surely as large ones. */
const VALUES_A_RUN = 600_000;

/** Goal 4: five exact quantiles against sorting a Float64Array, on values of a lognormal distribution. */
export async function quantileGoal(runs: number): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const values = lognormals(size);
    const selector = new RankSelector();
    const [ours, theirs] = [bandOf(selector, values).quantiles, bySorting(values.slice().sort())];
    expectSame("goal 4, sorting", ours, theirs, 0);
    const pairs = await timeInTurn(
      runs,
      () =>
        repeated(
          size,
          () => values,
          (each) => bandOf(selector, each),
        ),
      () =>
        repeated(
          size,
          () => values.slice(),
          (each) => each.sort(),
        ),
    );
    rows.push(
      rowOf(pairs, { goal: GOAL, name: nameOf(size), against: "Float64Array.sort", target: SORT_TARGET }),
    );
  }
  return rows;
}

/** Goal 4 against numpy.percentile, on the same values. */
export async function quantileGoalAgainstNumpy(runs: number, numpy: NumpyPeer): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "wunian-quantiles-"));
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const values = lognormals(size);
    const file = join(folder, `${size}.f64`);
    await writeFile(file, values);
    const selector = new RankSelector();
    const peer = async () => {
      const { ms, quantiles } = await numpy.ask({ kind: "percentile", file });
      expectSame("goal 4, numpy", bandOf(selector, values).quantiles, quantiles, 1e-14);
      return ms;
    };
    const pairs = await timeInTurn(
      runs,
      () =>
        repeated(
          size,
          () => values,
          (each) => bandOf(selector, each),
        ),
      peer,
    );
    rows.push(
      rowOf(pairs, { goal: GOAL, name: nameOf(size), against: "numpy.percentile", target: NUMPY_TARGET }),
    );
  }
  await rm(folder, { recursive: true, force: true });
  return rows;
}

const nameOf = (size: number): string => `five quantiles of ${size / 1000} k values`;

function lognormals(size: number): Float64Array {
  const normals = new Float64Array(size);
  fillStandardNormals(normals, { seed: 7, stream: 0, year: 2030, block: 0 });
  return normals.map((z) => 150 * Math.exp(0.4 + 0.16 * z));
}

/** Milliseconds that one use takes, over as many as make a run; what is prepared for each is not counted. */
function repeated(size: number, prepare: () => Float64Array, use: (values: Float64Array) => void): number {
  const times = Math.max(1, Math.round(VALUES_A_RUN / size));
  const prepared = Array.from({ length: times }, prepare);
  const from = performance.now();
  for (const values of prepared) use(values);
  return (performance.now() - from) / times;
}

function bySorting(sorted: Float64Array): readonly number[] {
  return BAND_PERCENTS.map((percent) => {
    const place = ((sorted.length - 1) * percent) / 100;
    const [low = NaN, high = low] = sorted.subarray(Math.floor(place), Math.floor(place) + 2);
    return place % 1 === 0 ? low : Math.min(high, low + (place % 1) * (high - low));
  });
}
