import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { Frame } from "../e2e/rooms/frame.ts";
import { freshMachine, removeMachine } from "../e2e/start-workbench.ts";
import { openDraft, ROWS, saved, statedIn, type } from "./drafting.ts";
import { randomFrom } from "./random.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";
import type { TortureRow } from "./torture-row.ts";

const RUNS = { short: 3, full: 200 };
const MEGABYTES = 192;

/** What is left free when a run begins, in bytes, at the most: from nothing up to what some edits take. */
const MOST_FREE = 200_000;

/** After how many edits a run ends that nothing refused. */
const EDITS = 12;

/** Within what time a refusal must show, in ms. */
const SHOWN_WITHIN = 1_000;

/** The program is restarted on the full disk after so many runs. */
const RESTART_EVERY = 20;

/** A disk that does not tell how full it is, so that editing is not paused beforehand and runs into its end. */
const untold: Disk = { ...nodeDisk, free: () => Promise.resolve(null) };

/**
 * Goal 3: a real small disk with all of the planner's data fills up while targets are typed. Each edit is called saved or refused in sight; on the full disk
 * plans are exported to another one; with room again all that was typed is there. `smallDisk` is 0 where the system lets this user
 * mount none, and then nothing is tried.
 */
export async function tortureWithFullDisk(short: boolean): Promise<TortureRow> {
  const runs = short ? RUNS.short : RUNS.full;
  const machine = await freshMachine();
  const disk = await mountSmallDisk(join(machine, "data"), MEGABYTES);
  const figures = {
    smallDisk: Number(disk !== null),
    acknowledged: 0,
    refused: 0,
    exported: 0,
    lost: 0,
    slowestMs: 0,
  };
  try {
    if (disk !== null) await fillAgainAndAgain(machine, disk, runs, figures);
  } finally {
    disk?.remove();
    await removeMachine(machine);
  }
  const ok =
    figures.lost === 0 && (disk === null || figures.refused > 0) && figures.slowestMs <= SHOWN_WITHIN;
  return { goal: 3, runs: disk === null ? 0 : runs, ok, figures };
}

async function fillAgainAndAgain(
  machine: string,
  disk: SmallDisk,
  runs: number,
  figures: { acknowledged: number; refused: number; exported: number; lost: number; slowestMs: number },
): Promise<void> {
  const random = randomFrom(3);
  let draft = await openDraft(machine, untold);
  const typed = new Map<string, number>();
  let number = 1_000;
  for (let run = 1; run <= runs; run += 1) {
    const { page } = draft.workbench;
    const refusal = page.locator(".notice").filter({ hasText: /尚未写入数据库|尚未写到磁盘/u });
    await disk.fill(random.below(MOST_FREE));
    for (let edit = 0; edit < EDITS; edit += 1) {
      const row = ROWS[random.below(ROWS.length)] ?? ROWS[0];
      await type(draft.indicators, row, (number += 1));
      typed.set(row, number);
      const from = performance.now();
      while ((await statedIn(draft.indicators, row)) !== number) await wait(5);
      const shown = await Promise.race([
        refusal
          .first()
          .waitFor({ timeout: 30_000 })
          .then(() => "refused" as const),
        saved(draft.workbench).then(() => "saved" as const),
      ]);
      if (shown === "saved") {
        figures.acknowledged += 1;
        continue;
      }
      figures.refused += 1;
      figures.slowestMs = Math.max(figures.slowestMs, Math.round(performance.now() - from));
      await refusal.getByRole("button", { name: "导出全部规划…" }).first().click();
      await page.getByText("已导出“").first().waitFor();
      break;
    }
    if (run % RESTART_EVERY === 0 || run === runs) {
      await draft.workbench.close();
      draft = await openDraft(machine, untold);
    }
    await disk.clear();
    const again = draft.workbench.page.getByRole("button", { name: "重新检查" });
    if (await again.first().isVisible()) await again.first().click();
    await new Frame(draft.workbench.page).saved.filter({ hasText: /^已保存/u }).waitFor();
    for (const [row, wanted] of typed)
      if ((await statedIn(draft.indicators, row)) !== wanted) figures.lost += 1;
  }
  figures.exported = (await readdir(join(machine, "exports"))).length;
  await draft.workbench.close();
}
