import { ProjectionEngine } from "#core/projection/engine/projection-engine.ts";
import { type BenchRow, rowOf } from "./bench-row.ts";
import { inTurn, inTurnWith } from "./in-turn.ts";
import {
  type BenchModel,
  benchModel,
  COLUMNS,
  dependentsOf,
  growthPlans,
  LANES,
  projected,
  projectionModel,
  seriesWithTwoDependents,
} from "./model/bench-model.ts";
import { HandLoop } from "./model/hand-loop.ts";
import { HyperFormulaSheet } from "./peers/hyper-formula.ts";
import { withPeer } from "./peers/with-peer.ts";
import { expectSame } from "./same-values.ts";

const GOAL = 2;
const SIZE = 10_000;
/** With two more that happen to need the driver, it has 200 dependents. */
const SHARED = 198;
/** The first series is the driver that the shared ratios divide by. */
const DRIVER = 0;
const TARGETS = { hand: 2, hyperFormula: 1 / 800 };
/** Growth in percent that an edit sets, one set after the other, a number a scenario. */
const RATES = Array.from({ length: 9 }, (_, at) => [at, at + 1, at + 2.5]);

/** Goal 2: other rates of growth of one series in all scenarios, and what depends on it, with the list of what changed. */
export async function oneEditGoal(peers: boolean): Promise<readonly BenchRow[]> {
  const model = benchModel(SIZE, SHARED);
  const edited = [seriesWithTwoDependents(model), DRIVER];
  const rows = edited.map((series) => againstHandLoop(model, series));
  if (!peers) return rows;
  await withPeer(
    "HyperFormula",
    () => HyperFormulaSheet.open(model),
    async (sheet) => {
      for (const series of edited) rows.push(await againstSheet(model, series, sheet));
    },
  );
  return rows;
}

function againstHandLoop(model: BenchModel, series: number): BenchRow {
  const about = aboutEdit(model, series, "hand loop", TARGETS.hand);
  const ours = editOf(model, series);
  const hand = new HandLoop(model);
  hand.computeAll();
  hand.prepareEdits(series);
  for (const turn of RATES.keys()) {
    const changed = [ours.edit(turn), hand.setRates(series, ratesOf(turn))] as const;
    expectSame(`goal 2, ${about.against}`, changed[0].toSorted(), changed[1].toSorted(), 0);
    expectSame(`goal 2, ${about.against}`, ours.values(), hand.values, 0);
  }
  let [ourTurn, theirTurn] = [0, 0];
  const pairs = inTurn(
    () => ours.edit((ourTurn += 1)),
    () => hand.setRates(series, ratesOf((theirTurn += 1))),
    600,
  );
  return rowOf(pairs, about);
}

async function againstSheet(model: BenchModel, series: number, sheet: HyperFormulaSheet): Promise<BenchRow> {
  const about = aboutEdit(model, series, "HyperFormula", TARGETS.hyperFormula);
  const ours = editOf(model, series);
  let [ourTurn, theirTurn] = [0, 0];
  const pairs = await inTurnWith(
    () => ours.edit((ourTurn += 1)),
    () => Promise.resolve(sheet.setRates(series, ratesOf((theirTurn += 1)))),
    60,
  );
  sheet.setRates(series, ratesOf(1));
  ours.edit(1);
  expectSame(`goal 2, ${about.against}`, projected(ours.values()), await sheet.values(), 1e-12);
  // The next series is edited in the model as it was.
  sheet.setRates(series, Array.from(model.rates.subarray(series * COLUMNS, (series + 1) * COLUMNS)));
  return rowOf(pairs, about);
}

function aboutEdit(model: BenchModel, series: number, against: string, target: number) {
  const count = dependentsOf(model, series).length;
  const name = `one of ${SIZE} series gets other rates in ${COLUMNS} scenarios: it and ${count} dependents`;
  return { goal: GOAL, name, against: `${against}, ${count} dependents`, target };
}

const ratesOf = (turn: number): readonly number[] => RATES[turn % RATES.length] ?? [];

/** An engine with the model, and edits of one series with rates one after the other. */
function editOf(model: BenchModel, series: number) {
  const engine = new ProjectionEngine(projectionModel(model));
  const plans = RATES.map(growthPlans);
  return {
    edit: (turn: number): readonly number[] => engine.setPlans(series, plans[turn % plans.length] ?? []),
    values: () => engine.evaluation.memory.values.subarray(0, model.observed.length * LANES),
  };
}
