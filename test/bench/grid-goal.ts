import type { Page } from "playwright-core";
import { freshMachine, removeMachine, startWorkbench } from "../e2e/start-workbench.ts";
import { openBenchPage } from "./bench-page.ts";
import { type BenchRow, type Pair, rowOf } from "./bench-row.ts";
import { makeDraft } from "./draft-page.ts";
import { growDraft } from "./grow-draft.ts";
import type { GridBench } from "./grid-page/grid-page.ts";

const FEW = 100;
const MANY = 100_000;
const EDITS = 30;

declare global {
  interface Window {
    readonly gridBench: GridBench;
  }
}

/**
 * Goal 6: the grid with 100 000 rows of 20 columns against one of 100, an edit of a cell against a transaction of the grid;
 * and the program itself, from the address of a plan of 100 000 rows to its first drawn rows, all data read.
 */
export async function gridGoal(runs: number): Promise<readonly BenchRow[]> {
  return [...(await bareGrid(runs)), await wholeRoom(Math.min(runs, 3))];
}

async function bareGrid(runs: number): Promise<readonly BenchRow[]> {
  const { page, close } = await openBenchPage("grid-page");
  await page.waitForFunction(() => "gridBench" in window);
  const paints: Pair[] = [];
  for (let run = 0; run < runs; run += 1) {
    paints.push({ theirs: await openGrid(page, FEW), ours: await openGrid(page, MANY) });
  }
  const edits: Pair[] = [];
  for (let run = 1; run <= EDITS; run += 1) edits.push(await page.evaluate(editPair, run));
  const frames = await page.evaluate(() => window.gridBench.framesToPaint(-7));
  await close();
  return [
    rowOf(paints, { goal: 6, name: "grid of 100000 rows: first paint", against: "100 rows", target: 1.5 }),
    rowOf(edits, {
      goal: 6,
      name: `grid of 100000 rows: an edit, painted ${frames === 1 ? "in the next frame" : `after ${frames} frames`}`,
      against: "applyTransaction",
      target: 0.01,
    }),
  ];
}

const openGrid = (page: Page, rows: number): Promise<number> =>
  page.evaluate((count) => window.gridBench.open(count), rows);

/** Both ways of changing a cell in turn; runs in the page. */
const editPair = (run: number): Pair => ({
  ours: window.gridBench.edit(run * 2),
  theirs: window.gridBench.transaction(run * 2 + 1),
});

async function wholeRoom(runs: number): Promise<BenchRow> {
  const machine = await freshMachine();
  const { page, close } = await startWorkbench({ machine });
  page.setDefaultTimeout(120_000);
  const room = await makeDraft(page);
  const opened = async (rows: number): Promise<number> => {
    await growDraft(page, rows);
    const from = performance.now();
    await page.reload();
    await room.ready();
    return performance.now() - from;
  };
  const pairs: Pair[] = [];
  for (let run = 0; run < runs; run += 1) {
    pairs.push({ theirs: await opened(FEW), ours: await opened(MANY) });
  }
  await close();
  await removeMachine(machine);
  return rowOf(pairs, {
    goal: 6,
    name: "plan of 100000 rows opened in the program, data read and checked",
    against: "100 rows",
    target: null,
  });
}
