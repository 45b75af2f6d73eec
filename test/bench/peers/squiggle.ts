import { BAND_PERCENTS } from "#core/projection/monte-carlo/band.ts";
import { type TemporaryPackage, temporaryPackage } from "./npm-package.ts";

const VERSION = "0.10.0";

/** Lognormal paths: from `start`, the logarithm moves by N(centre, sd²) a year. */
export interface LognormalPaths {
  readonly paths: number;
  readonly years: number;
  readonly start: number;
  readonly centre: number;
  readonly sd: number;
}

type Run = (code: string, options: object) => Promise<unknown>;

/** Squiggle, a language of estimates, drawing paths as sample sets that are multiplied year by year. */
export class Squiggle {
  readonly #run: Run;
  readonly #package: TemporaryPackage;

  private constructor(run: Run, installed: TemporaryPackage) {
    this.#run = run;
    this.#package = installed;
  }

  /** Installs the package for this run. */
  static async open(): Promise<Squiggle> {
    const installed = await temporaryPackage("@quri/squiggle-lang", VERSION);
    const { module } = installed;
    if (!hasRun(module)) throw new Error("the package has another shape");
    return new Squiggle(module.run, installed);
  }

  /** Milliseconds to draw the paths, and five quantiles a year. */
  async draw({ paths, years, start, centre, sd }: LognormalPaths) {
    const ahead = Array.from({ length: years }, (_, k) => k + 1);
    const code = [
      `x0 = ${start}`,
      ...ahead.map((k) => `x${k} = x${k - 1} * SampleSet.fromDist(lognormal(${centre}, ${sd}))`),
      `[${ahead.flatMap((k) => BAND_PERCENTS.map((p) => `quantile(x${k}, ${p / 100})`)).join(", ")}]`,
    ].join("\n");
    const environment = { sampleCount: paths, xyPointLength: 1000, seed: "7" };
    const from = performance.now();
    const output = await this.#run(code, { environment });
    const ms = performance.now() - from;
    return { ms, quantiles: numbersOf(output) };
  }

  close(): Promise<void> {
    return this.#package.remove();
  }
}

/** The list that the program ends with. */
function numbersOf(output: unknown): readonly number[] {
  const list = at(at(at(output, "result"), "value"), "result");
  const numbers: unknown = isReadable(list) ? list.asJS() : null;
  if (!Array.isArray(numbers)) throw new Error(`Squiggle answered ${String(at(output, "result"))}`);
  return numbers.map(Number);
}

function isReadable(value: unknown): value is { asJS(): unknown } {
  return typeof at(value, "asJS") === "function";
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function hasRun(module: unknown): module is { readonly run: Run } {
  return typeof at(module, "run") === "function";
}
