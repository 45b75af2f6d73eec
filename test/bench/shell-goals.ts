import type { BenchRow } from "./bench-row.ts";
import { editGoal } from "./edit-goal.ts";
import { gridGoal } from "./grid-goal.ts";
import { largePlanGoal } from "./large-plan-goal.ts";
import { pictureGoal } from "./picture-goal.ts";
import { scenarioGoal } from "./scenario-goal.ts";
import { startGoal } from "./start-goal.ts";

const STARTS = 7;
const EDITS = 60;
const GRIDS = 7;
const LARGE_PLANS = 3;
const SLIDES = 60;
const BATCHES = 5;

/** Measures a goal that needs the program in its shell. */
export async function runShellGoal(goal: number): Promise<readonly BenchRow[]> {
  if (goal === 6) return [...(await gridGoal(GRIDS)), ...(await largePlanGoal(LARGE_PLANS))];
  if (goal === 7) return pictureGoal(BATCHES);
  if (goal === 11) return scenarioGoal(SLIDES);
  if (goal === 9) return [await startGoal(STARTS)];
  return goal === 10 ? editGoal(EDITS) : [];
}
