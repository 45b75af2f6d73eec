import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BenchRow } from "./bench-row.ts";
import { monteCarloGoal, monteCarloGoalAgainstSquiggle } from "./monte-carlo-goal.ts";
import { NumpyPeer } from "./numpy-peer.ts";
import { officeGoal, OfficePeer } from "./office-goal.ts";
import { oneEditGoal } from "./one-edit-goal.ts";
import { Squiggle } from "./peers/squiggle.ts";
import { type Peer, withPeer } from "./peers/with-peer.ts";
import { quantileGoal, quantileGoalAgainstNumpy } from "./quantile-goal.ts";
import { recalculationGoal } from "./recalculation-goal.ts";

const MONTE_CARLO_RUNS = 15;
const QUANTILE_RUNS = 25;
const SQUIGGLE_RUNS = 5;

// Each goal runs in a process of its own, so that what one leaves in memory does not slow the next.
const { values } = parseArgs({
  options: { goal: { type: "string" }, peers: { type: "boolean" }, folder: { type: "string" } },
});
const folder = values.folder ?? ".";
const rows = await measure(Number(values.goal), values.peers === true);
process.stdout.write(JSON.stringify(rows));

/** Measures a goal that needs nothing but the processor; `peers` asks for programs of others. */
async function measure(goal: number, peers: boolean): Promise<readonly BenchRow[]> {
  switch (goal) {
    case 1:
      return recalculationGoal(peers);
    case 2:
      return oneEditGoal(peers);
    case 3:
      if (!peers) return [];
      return [
        ...(await withNumpy((numpy) => monteCarloGoal(MONTE_CARLO_RUNS, numpy))),
        ...(await withSquiggle((squiggle) => monteCarloGoalAgainstSquiggle(SQUIGGLE_RUNS, squiggle))),
      ];
    case 4: {
      const own = await quantileGoal(QUANTILE_RUNS);
      if (!peers) return own;
      return [...own, ...(await withNumpy((numpy) => quantileGoalAgainstNumpy(QUANTILE_RUNS, numpy)))];
    }
    case 7:
      return peers
        ? withOffice((office) => officeGoal(office, join(folder, "../../docs/images/grid.png")))
        : [];
    default:
      throw new RangeError(`No goal ${goal}`);
  }
}

type Measure<P> = (peer: P) => Promise<readonly BenchRow[]>;

async function withNumpy(use: Measure<NumpyPeer>): Promise<readonly BenchRow[]> {
  return rowsWith("numpy", () => NumpyPeer.open(join(folder, "numpy-peer.py")), use);
}

async function withOffice(use: Measure<OfficePeer>): Promise<readonly BenchRow[]> {
  return rowsWith("python-docx and openpyxl", () => OfficePeer.open(join(folder, "office-peer.py")), use);
}

async function withSquiggle(use: Measure<Squiggle>): Promise<readonly BenchRow[]> {
  return rowsWith("Squiggle", () => Squiggle.open(), use);
}

async function rowsWith<P extends Peer>(
  name: string,
  open: () => Promise<P>,
  use: Measure<P>,
): Promise<readonly BenchRow[]> {
  let found: readonly BenchRow[] = [];
  await withPeer(name, open, async (peer) => {
    found = await use(peer);
  });
  return found;
}
