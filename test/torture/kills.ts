import { setTimeout as wait } from "node:timers/promises";
import { freshMachine, removeMachine } from "../e2e/start-workbench.ts";
import { killBrowser, openDraft, ROWS, saved, statedIn, type } from "./drafting.ts";
import { randomFrom } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const KILLS = { short: 4, full: 1_000 };

/** How long after the last key a kill may come, in ms: from before the database has the edit to after the journal has it. */
const LATEST = 40;

/**
 * Goal 1: the browser is killed again and again at a random moment while targets are typed, each with a greater number. A number that was
 * acknowledged may only be followed by one that was typed after it; anything else is lost, and what was never typed is torn.
 */
export async function tortureWithKills(short: boolean): Promise<TortureRow> {
  const runs = short ? KILLS.short : KILLS.full;
  const random = randomFrom(1);
  const machine = await freshMachine();
  const figures = { acknowledged: 0, pending: 0, lost: 0, torn: 0 };
  const acknowledged = new Map<string, number>(ROWS.map((row) => [row, 0]));
  let typed = 1_000;
  try {
    for (let run = 0; run <= runs; run += 1) {
      const { workbench, indicators } = await openDraft(machine);
      for (const row of ROWS) {
        const found = (await statedIn(indicators, row)) ?? 0;
        if (found < (acknowledged.get(row) ?? 0)) figures.lost += 1;
        if (found > typed) figures.torn += 1;
        acknowledged.set(row, found);
      }
      if (run === runs) {
        await workbench.close();
        break;
      }
      for (const row of ROWS) await type(indicators, row, (typed += 1));
      await saved(workbench);
      ROWS.forEach((row, at) => acknowledged.set(row, typed - ROWS.length + 1 + at));
      figures.acknowledged += ROWS.length;
      for (let pending = random.below(4); pending > 0; pending -= 1) {
        await type(indicators, ROWS[random.below(ROWS.length)] ?? ROWS[0], (typed += 1));
        figures.pending += 1;
      }
      await wait(random.below(LATEST));
      await killBrowser(workbench);
    }
  } finally {
    await removeMachine(machine);
  }
  return { goal: 1, runs, ok: figures.lost + figures.torn === 0, figures };
}
