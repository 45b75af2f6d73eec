import { compileForDraws, DrawModel } from "./draw-model.ts";
import { DriverNormals } from "./driver-normals.ts";
import { fillDriver, fillLogs, staysInLogs } from "./driver-path.ts";
import type { NormalStore } from "./normal-store.ts";
import { freeYears, type PreparedSimulation, seriesAt } from "./prepare-simulation.ts";
import type { SimulationPart } from "./simulation-question.ts";
import { BLOCK_DRAWS } from "./standard-normals.ts";
import { TALLY_SIZE, TargetJudge } from "./target-judge.ts";

/** Blocks in a row: the first, and the first that is no longer among them. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Draws the blocks of a range; yields how many of its draws are done. A part depends on its range alone. `room` gives
 * memory for samples.
 */
export function* drawPart(
  prepared: PreparedSimulation,
  range: BlockRange,
  store: NormalStore,
  room: RoomFor = (length) => new Float64Array(length),
): Generator<number, SimulationPart> {
  const drawing = new PartDrawing(prepared, range, store, room);
  const wanted = drawing.wanted();
  const model =
    wanted.length === 0 ? null : new DrawModel(yield* compiled(prepared, wanted), driving(prepared));
  for (let block = range.from; block < range.to; block += 1) {
    drawing.drawAlone(block);
    if (model !== null) {
      for (let from = 0; from < drawing.drawsIn(block); from += model.columns) {
        drawing.drawModel(model, block, from);
        yield drawing.done(block, from + model.columns);
      }
    } else yield drawing.done(block, BLOCK_DRAWS);
  }
  return drawing.part;
}

function* compiled({ question }: PreparedSimulation, wanted: readonly number[]) {
  const compiling = compileForDraws(question.model, question.column, wanted);
  for (let step = compiling.next(); ; step = compiling.next()) {
    if (step.done === true) return step.value;
    yield 0;
  }
}

const driving = ({ question }: PreparedSimulation): readonly number[] =>
  question.drivers.map(({ series }) => series);

/** Memory for so many numbers. */
type RoomFor = (length: number) => Float64Array;

/** A part that is being filled. */
class PartDrawing {
  readonly part: SimulationPart;
  readonly #prepared: PreparedSimulation;
  readonly #normals: DriverNormals;
  readonly #judges: readonly TargetJudge[];

  constructor(prepared: PreparedSimulation, { from, to }: BlockRange, store: NormalStore, room: RoomFor) {
    const { question, sampled } = prepared;
    const draws = Math.min(question.draws, to * BLOCK_DRAWS) - from * BLOCK_DRAWS;
    this.#prepared = prepared;
    this.#normals = new DriverNormals(prepared, store);
    this.#judges = question.targets.map((target) => {
      const { known } = seriesAt(question, target.series);
      return new TargetJudge(target, known, freeYears(question.model, known));
    });
    this.part = {
      from,
      to,
      draws,
      samples: sampled.map(({ years, driver }) => {
        const path = driver === null ? undefined : prepared.paths[driver];
        const scale = path !== undefined && staysInLogs(path) ? "log" : "linear";
        return { scale, numbers: room(years * draws) };
      }),
      tallies: new Uint32Array(question.targets.length * (to - from) * TALLY_SIZE),
    };
  }

  /** Series that the model must compute: those judged, and those sampled that are more than a driver's own path. */
  wanted(): readonly number[] {
    const { question, sampled } = this.#prepared;
    const banded = sampled.flatMap(({ series, driver }) => (driver === null ? [series] : []));
    return [...new Set([...banded, ...question.targets.map(({ series }) => series)])];
  }

  drawsIn(block: number): number {
    return Math.min(BLOCK_DRAWS, this.#prepared.question.draws - block * BLOCK_DRAWS);
  }

  /** Draws done when a block is done up to a column. */
  done(block: number, end: number): number {
    return Math.min(this.part.draws, this.#offset(block) + end);
  }

  /** Draws series that are a driver's own path: they need no model, and a lognormal path no more than its logarithms. */
  drawAlone(block: number): void {
    const span = { from: 0, count: this.drawsIn(block) };
    for (const [at, { driver }] of this.#prepared.sampled.entries()) {
      const path = driver === null ? undefined : this.#prepared.paths[driver];
      const sample = this.part.samples[at];
      if (driver === null || path === undefined || sample === undefined) continue;
      const lanes = { values: sample.numbers, at: this.#offset(block), stride: this.part.draws };
      const fill = sample.scale === "log" ? fillLogs : fillDriver;
      fill(path, this.#normals.of(driver, block), span, lanes);
    }
  }

  /** Draws as many columns of the block as the model takes at once, from the given one on. */
  drawModel(model: DrawModel, block: number, from: number): void {
    const count = model.columns;
    model.compute((driver, lanes) => {
      const path = this.#prepared.paths[driver];
      if (path !== undefined) fillDriver(path, this.#normals.of(driver, block), { from, count }, lanes);
    });
    const used = Math.min(count, this.drawsIn(block) - from);
    this.#sample(model, this.#offset(block) + from, used);
    this.#judge(model, block, used);
  }

  #offset(block: number): number {
    return (block - this.part.from) * BLOCK_DRAWS;
  }

  #sample(model: DrawModel, offset: number, used: number): void {
    for (const [at, { series, driver, years }] of this.#prepared.sampled.entries()) {
      const numbers = driver === null ? this.part.samples[at]?.numbers : undefined;
      if (numbers === undefined) continue;
      const lanes = model.lanesOf(series);
      for (let k = 0; k < years; k += 1) {
        const row = lanes.at + k * lanes.stride;
        numbers.set(lanes.values.subarray(row, row + used), k * this.part.draws + offset);
      }
    }
  }

  #judge(model: DrawModel, block: number, used: number): void {
    const blocks = this.part.to - this.part.from;
    for (const [at, { series }] of this.#prepared.question.targets.entries()) {
      const lanes = model.lanesOf(series);
      const place = (at * blocks + block - this.part.from) * TALLY_SIZE;
      this.#judges[at]?.judge(lanes, used, this.part.tallies.subarray(place, place + TALLY_SIZE));
    }
  }
}
