import type { PathPoint } from "../../path/path.ts";
import { err, ok, type Result } from "../../result.ts";
import type { ModelSeries, ProjectionModel, SeriesPlan } from "../engine/projection-model.ts";
import { type Mixing, mixingOf } from "./correlation.ts";
import type { DriverPath } from "./driver-path.ts";
import { driverPathOf } from "./driver-path-of.ts";
import type { MonteCarloError } from "./monte-carlo-error.ts";
import { DRAW_RANGE, type SimulationQuestion } from "./simulation-question.ts";
import { BLOCK_DRAWS } from "./standard-normals.ts";

/** Numbers that the samples of one question may take: 256 MiB. */
const MAX_NUMBERS = 2 ** 25;
const MAX_WORD = 2 ** 32 - 1;

/** A series whose draws are kept for its bands. */
export interface SampledSeries {
  readonly series: number;
  readonly firstYear: number;
  readonly years: number;
  /** The place of its driver where its values are that driver's own path, without shocks or limits; else `null`. */
  readonly driver: number | null;
}

/** A question that can be answered. */
export interface PreparedSimulation {
  readonly question: SimulationQuestion;
  readonly paths: readonly DriverPath[];
  readonly mixing: Mixing | null;
  readonly blocks: number;
  readonly sampled: readonly SampledSeries[];
}

/** Checks a question and reads its drivers, or says why it cannot be answered. */
export function prepareSimulation(question: SimulationQuestion): Result<PreparedSimulation, MonteCarloError> {
  const wrong = checkNumbers(question) ?? checkSeries(question);
  if (wrong !== null) return err(wrong);
  const paths: DriverPath[] = [];
  const span = { firstYear: question.model.firstYear, until: question.model.lastYear };
  for (const [driver, { series, uncertainty }] of question.drivers.entries()) {
    const { known, plan } = seriesAt(question, series);
    const path = driverPathOf({ known, ...span }, plan.assumption, uncertainty);
    if (!path.ok) return err({ kind: "driver", driver, error: path.error });
    paths.push(path.value);
  }
  const mixing = mixingOf(paths.length, question.correlations);
  if (!mixing.ok) return mixing;
  const sampled = question.bands.map((series) => sampledSeries(question, series));
  const numbers = question.draws * sampled.reduce((total, { years }) => total + years, 0);
  if (numbers > MAX_NUMBERS) return err({ kind: "too-large", numbers, max: MAX_NUMBERS });
  const blocks = Math.ceil(question.draws / BLOCK_DRAWS);
  return ok({ question, paths, mixing: mixing.value, blocks, sampled });
}

function checkNumbers({ draws, seed, drivers }: SimulationQuestion): MonteCarloError | null {
  const { min, max } = DRAW_RANGE;
  if (!(Number.isInteger(draws) && draws >= min && draws <= max)) {
    return { kind: "draws-out-of-range", draws, min, max };
  }
  if (!isWord(seed)) return { kind: "seed-out-of-range", seed };
  const odd = drivers.find(({ stream }) => !isWord(stream));
  return odd === undefined ? null : { kind: "stream-out-of-range", stream: odd.stream };
}

function checkSeries({ model, drivers, bands, targets }: SimulationQuestion): MonteCarloError | null {
  const driving = drivers.map(({ series }) => series);
  const named = [...driving, ...bands, ...targets.map(({ series }) => series)];
  const unknown = named.find((series) => model.series[series] === undefined);
  if (unknown !== undefined) return { kind: "unknown-series", series: unknown };
  const twice = driving.find((series, at) => driving.indexOf(series) !== at);
  return twice === undefined ? null : { kind: "driver-twice", series: twice };
}

/** A checked series and its plan; a column outside of the model is a mistake of the caller. */
export function seriesAt(
  { model, column }: SimulationQuestion,
  index: number,
): ModelSeries & { plan: SeriesPlan } {
  const [series, plan] = [model.series[index], model.plans[index]?.[column]];
  if (series === undefined || plan === undefined)
    throw new RangeError(`No series ${index} in column ${column}`);
  return { ...series, plan };
}

function sampledSeries(question: SimulationQuestion, series: number): SampledSeries {
  const { known, range, plan } = seriesAt(question, series);
  const driver = question.drivers.findIndex((each) => each.series === series);
  const plain = plan.shocks.length === 0 && !(plan.clamp && range !== null);
  return { series, ...freeYears(question.model, known), driver: plain && driver >= 0 ? driver : null };
}

/** The years of a model after the last observation. */
export function freeYears(
  { firstYear, lastYear }: Pick<ProjectionModel, "firstYear" | "lastYear">,
  known: readonly PathPoint[],
): { readonly firstYear: number; readonly years: number } {
  const first = Math.max(firstYear, (known.at(-1)?.year ?? 0) + 1);
  return { firstYear: first, years: Math.max(0, lastYear - first + 1) };
}

const isWord = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MAX_WORD;
