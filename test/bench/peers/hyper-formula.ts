import { type BenchModel, COLUMNS, YEARS } from "../model/bench-model.ts";
import { columnLetters, FIRST_VALUE_COLUMN, RATE_COLUMN, spreadsheetRow } from "../model/spreadsheet.ts";
import { processorMs } from "../processor-time.ts";
import { type TemporaryPackage, temporaryPackage } from "./npm-package.ts";

const VERSION = "3.5.0";

interface CellAddress {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

/** The parts of the package that are used. */
interface Engine {
  suspendEvaluation(): void;
  resumeEvaluation(): readonly unknown[];
  setCellContents(address: CellAddress, contents: readonly (readonly number[])[]): readonly unknown[];
  getSheetValues(sheet: number): readonly (readonly unknown[])[];
  destroy(): void;
}
interface HyperFormulaClass {
  buildFromArray(rows: readonly (readonly (number | string)[])[], options: object): Engine;
}

/** A model of benchmarks in a sheet of HyperFormula. */
export class HyperFormulaSheet {
  readonly #engine: Engine;
  readonly #model: BenchModel;
  readonly #package: TemporaryPackage;

  private constructor(engine: Engine, model: BenchModel, installed: TemporaryPackage) {
    this.#engine = engine;
    this.#model = model;
    this.#package = installed;
  }

  /** Installs the package for this run and fills the sheet. */
  static async open(model: BenchModel): Promise<HyperFormulaSheet> {
    const installed = await temporaryPackage("hyperformula", VERSION);
    const { module } = installed;
    if (!hasHyperFormula(module)) throw new Error("the package has another shape");
    const name = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;
    const rows = Array.from(model.observed, (_, row) =>
      spreadsheetRow(model, row, name).map((cell) => (typeof cell === "number" ? cell : `=${cell.formula}`)),
    );
    const engine = module.HyperFormula.buildFromArray(rows, {
      licenseKey: "gpl-v3",
      // Values as they are, not as a user would like to read them.
      smartRounding: false,
    });
    return new HyperFormulaSheet(engine, model, installed);
  }

  /** Milliseconds to compute all formulas with other rates, and in the end the model's; putting them in is not counted. */
  recalculate(): Promise<number> {
    this.#recalculateWith(1);
    return Promise.resolve(this.#recalculateWith(0));
  }

  #recalculateWith(more: number): number {
    const { growing, rates } = this.#model;
    this.#engine.suspendEvaluation();
    for (let row = 0; row < growing; row += 1) {
      this.#putRates(
        row,
        Array.from(rates.subarray(row * COLUMNS, (row + 1) * COLUMNS), (rate) => rate + more),
      );
    }
    const start = processorMs();
    this.#engine.resumeEvaluation();
    return processorMs() - start;
  }

  /** Milliseconds to give a series other rates and compute what needs them. */
  setRates(series: number, rates: readonly number[]): number {
    const start = processorMs();
    this.#putRates(series, rates);
    return processorMs() - start;
  }

  /** The values of the projected years, series by series. */
  values(): Promise<Float64Array> {
    const end = FIRST_VALUE_COLUMN + YEARS * COLUMNS;
    const rows = this.#engine.getSheetValues(0).map((row) => row.slice(FIRST_VALUE_COLUMN, end).map(Number));
    return Promise.resolve(Float64Array.from(rows.flat()));
  }

  async close(): Promise<void> {
    this.#engine.destroy();
    await this.#package.remove();
  }

  #putRates(row: number, rates: readonly number[]): void {
    this.#engine.setCellContents({ sheet: 0, row, col: RATE_COLUMN }, [rates]);
  }
}

function hasHyperFormula(module: unknown): module is { readonly HyperFormula: HyperFormulaClass } {
  if (typeof module !== "object" || module === null || !("HyperFormula" in module)) return false;
  const { HyperFormula } = module;
  return typeof HyperFormula === "function" && "buildFromArray" in HyperFormula;
}
