import type { TargetQuestion } from "./target-judge.ts";
import { type Band, BAND_PERCENTS, bandOf } from "./band.ts";
import { closedFormBand } from "./closed-form-band.ts";
import type { PreparedSimulation, SampledSeries } from "./prepare-simulation.ts";
import { convergenceOf, probabilityOf, type Tally } from "./probability.ts";
import { RankSelector } from "./rank-selector.ts";
import type { Attainment, SeriesBands, SimulationPart, SimulationResult } from "./simulation-question.ts";
import { BLOCK_DRAWS } from "./standard-normals.ts";
import { TALLY_SIZE } from "./target-judge.ts";

/**
 * Bands and probabilities of all draws, from parts in any order that together hold every block once. The result does not
 * depend on how the blocks were shared out. Yields after every year of a band.
 */
export function* summariseDraws(
  prepared: PreparedSimulation,
  parts: readonly SimulationPart[],
): Generator<void, SimulationResult> {
  const ordered = [...parts].sort((a, b) => a.from - b.from);
  const end = ordered.reduce((next, { from, to }) => (from === next ? to : NaN), 0);
  if (end !== prepared.blocks) throw new RangeError("The parts do not hold every block once");
  const selector = new RankSelector();
  const bands: SeriesBands[] = [];
  for (const [at, sampled] of prepared.sampled.entries()) {
    bands.push(yield* bandsOf(prepared, sampled, at, ordered, selector));
  }
  const { draws, targets } = prepared.question;
  const attainments = targets.map((target, at) => attainmentOf(target, at, draws, ordered));
  return { draws, bands, attainments };
}

function* bandsOf(
  prepared: PreparedSimulation,
  { series, firstYear, years, driver }: SampledSeries,
  at: number,
  parts: readonly SimulationPart[],
  selector: RankSelector,
): Generator<void, SeriesBands> {
  const found: Band[] = [];
  for (let k = 0; k < years; k += 1) {
    const scale = parts[0]?.samples[at]?.scale ?? "linear";
    found.push(bandOf(selector, samplesOf(parts, at, k), scale));
    yield;
  }
  const path = driver === null ? undefined : prepared.paths[driver];
  const quantiles = new Float64Array(years * BAND_PERCENTS.length);
  for (const [k, band] of found.entries()) quantiles.set(band.quantiles, k * BAND_PERCENTS.length);
  return {
    series,
    firstYear,
    quantiles,
    counted: Uint32Array.from(found, ({ counted }) => counted),
    missing: Uint32Array.from(found, ({ missing }) => missing),
    closedForm: path === undefined ? null : closedFormBand(path),
  };
}

/** The draws of a series in its k-th year from all parts. */
function samplesOf(parts: readonly SimulationPart[], at: number, k: number): Float64Array {
  const pieces = parts.map(
    ({ samples, draws }) => samples[at]?.numbers.subarray(k * draws, (k + 1) * draws) ?? new Float64Array(0),
  );
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const all = new Float64Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let next = 0;
  for (const piece of pieces) {
    all.set(piece, next);
    next += piece.length;
  }
  return all;
}

function attainmentOf(
  { target }: TargetQuestion,
  at: number,
  draws: number,
  parts: readonly SimulationPart[],
): Attainment {
  const tallies = parts.flatMap(({ tallies: numbers, from, to }) =>
    Array.from({ length: to - from }, (_, block) => tallyAt(numbers, at * (to - from) + block)),
  );
  const [attained, missed, stretch] = [
    sum(tallies, "attained"),
    sum(tallies, "missed"),
    sum(tallies, "stretch"),
  ];
  const judged = target.form !== "qualitative";
  return {
    target: at,
    attained,
    missed,
    unknown: draws - attained - missed,
    probability: judged
      ? probabilityOf({ attained, missed })
      : { ok: false, error: { kind: "judged-by-person" } },
    stretch:
      target.form === "floorStretch"
        ? probabilityOf({ attained: stretch, missed: attained + missed - stretch })
        : null,
    convergence: convergenceOf(tallies, (blocks) => Math.min(draws, blocks * BLOCK_DRAWS)),
  };
}

function tallyAt(numbers: Uint32Array, place: number): Tally & { readonly stretch: number } {
  const [attained = 0, missed = 0, stretch = 0] = numbers.subarray(
    place * TALLY_SIZE,
    (place + 1) * TALLY_SIZE,
  );
  return { attained, missed, stretch };
}

const sum = <Name extends string>(list: readonly Readonly<Record<Name, number>>[], name: Name): number =>
  list.reduce((total, each) => total + each[name], 0);
