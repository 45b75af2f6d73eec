import { compileModel } from "#core/projection/engine/compile-model.ts";
import { computeModel, createMemory, type Evaluation } from "#core/projection/engine/evaluate-model.ts";
import { type BenchRow, rowOf } from "./bench-row.ts";
import { inTurn, inTurnWith } from "./in-turn.ts";
import {
  type BenchModel,
  benchModel,
  COLUMNS,
  LANES,
  projected,
  projectionModel,
  YEARS,
} from "./model/bench-model.ts";
import { HandLoop } from "./model/hand-loop.ts";
import { HyperFormulaSheet } from "./peers/hyper-formula.ts";
import { LibreOfficeSheet } from "./peers/libre-office.ts";
import { type Peer, withPeer } from "./peers/with-peer.ts";
import { expectSame } from "./same-values.ts";

const GOAL = 1;
const SIZE = 10_000;
/** With two more that happen to need the driver, it has 200 dependents. */
const SHARED = 198;
const HAND_TARGET = 3;

/** A spreadsheet with the model in it. */
interface Sheet extends Peer {
  recalculate(): Promise<number>;
  values(): Promise<Float64Array>;
}

const SHEETS: readonly {
  readonly against: string;
  readonly target: number;
  readonly open: (model: BenchModel) => Promise<Sheet>;
}[] = [
  { against: "LibreOffice", target: 1 / 200, open: (model) => LibreOfficeSheet.open(model) },
  { against: "HyperFormula", target: 1 / 600, open: (model) => HyperFormulaSheet.open(model) },
];

/** Goal 1: recalculation of a whole model, against a hand-written loop and spreadsheets; with how it grows with size. */
export async function recalculationGoal(peers: boolean): Promise<readonly BenchRow[]> {
  const model = benchModel(SIZE, SHARED);
  const rows = [againstHandLoop(model, HAND_TARGET)];
  for (const size of [1000, 100_000]) rows.push(againstHandLoop(benchModel(size, SHARED), null));
  if (!peers) return rows;
  for (const { against, target, open } of SHEETS) {
    await withPeer(
      against,
      () => open(model),
      async (sheet) => {
        rows.push(await againstSheet(model, sheet, against, target));
      },
    );
  }
  return rows;
}

function againstHandLoop(model: BenchModel, target: number | null): BenchRow {
  const { compute, values } = computed(model);
  const hand = new HandLoop(model);
  hand.computeAll();
  expectSame("goal 1, hand loop", values, hand.values, 0);
  const size = model.observed.length;
  const pairs = inTurn(compute, () => hand.computeAll(), size > SIZE ? 100 : 400);
  return rowOf(pairs, { goal: GOAL, name: nameOf(size), against: "hand loop", target });
}

async function againstSheet(
  model: BenchModel,
  sheet: Sheet,
  against: string,
  target: number,
): Promise<BenchRow> {
  const { compute, values } = computed(model);
  expectSame(`goal 1, ${against}`, projected(values), await sheet.values(), 1e-12);
  const pairs = await inTurnWith(compute, () => sheet.recalculate(), 9);
  return rowOf(pairs, { goal: GOAL, name: nameOf(SIZE), against, target });
}

const nameOf = (size: number) => `full recalculation, ${size} series × ${YEARS} years × ${COLUMNS} scenarios`;

/** A compiled model in its memory, computed once, and how to compute it again. */
function computed(model: BenchModel): { readonly compute: () => void; readonly values: Float64Array } {
  const compiled = compileModel(projectionModel(model));
  const evaluation: Evaluation = { memory: createMemory(compiled), errors: new Map(), cycles: new Map() };
  const compute = () => computeModel(compiled, evaluation);
  compute();
  return { compute, values: evaluation.memory.values.subarray(0, model.observed.length * LANES) };
}
