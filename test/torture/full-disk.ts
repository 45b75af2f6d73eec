import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { filesIn, freshMachine, removeMachine, startWorkbench } from "../e2e/start-workbench.ts";
import { acknowledgeRecovery, recoveryDialog } from "../e2e/rooms/recovery-dialog.ts";
import { LONGEST_WAIT, type OpenDraft, openDraft, ROWS, saved, statedIn, TARGET, type } from "./drafting.ts";
import { type Random, randomFrom } from "./random.ts";
import { mountSmallDisk, type SmallDisk } from "./small-disk.ts";
import type { TortureRow } from "./torture-row.ts";

const RUNS = { short: 3, full: 200 };
const MEGABYTES = 192;

/** What is left free when a run begins, in bytes, at the most: from nothing up to what some edits take. */
const MOST_FREE = 600_000;

/** In so many runs one start is made without a free byte, to take the plans elsewhere. */
const START_FULL_EVERY = 3;

/** After how many edits a run ends that nothing refused. */
const EDITS = 12;

/** Within what time a refusal must show, in ms. */
const SHOWN_WITHIN = 1_000;

/** How often a long torture says how far it is, in runs. */
const SAY_EVERY = 20;

/** A disk that does not tell how full it is, so that editing is not paused beforehand and runs into its end. */
const untold: Disk = { ...nodeDisk, free: () => Promise.resolve(null) };

/** What a planner reads when an edit is not saved. */
const REFUSALS = "尚未写入数据库|尚未写到磁盘|没有存入|连接已断开";

/** Of these, what only another start mends: the browser has closed the database. */
const CUT_OFF = /没有存入|连接已断开/u;

/**
 * Goal 3: a real small disk with all of the planner's data fills up while targets are typed. Each edit is called saved or refused in sight; a
 * start without any room takes no edits, and takes the plans to another disk; with room again, and where the browser gave its database up after another start, all that was
 * called saved is there and editing goes on. `smallDisk` is 0 where the system lets this user mount none, and then nothing is tried.
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
    closed: 0,
    restarted: 0,
    lost: 0,
    slowestMs: 0,
  };
  try {
    if (disk !== null) await new FillingUp(machine, disk, figures).runs(runs);
  } finally {
    disk?.remove();
    await removeMachine(machine);
  }
  const isTried = disk === null || (figures.refused > 0 && figures.exported + figures.closed > 0);
  const ok = isTried && figures.lost === 0 && figures.slowestMs <= SHOWN_WITHIN;
  return { goal: 3, runs: disk === null ? 0 : runs, ok, figures };
}

interface Figures {
  acknowledged: number;
  refused: number;
  exported: number;
  closed: number;
  restarted: number;
  lost: number;
  slowestMs: number;
}

/** What a cell may hold: the number last called saved, and those typed since. */
interface Expected {
  readonly sure: number | null;
  readonly maybe: readonly number[];
}

/** A disk that is filled up again and again under a draft. */
class FillingUp {
  readonly #machine: string;
  readonly #disk: SmallDisk;
  readonly #figures: Figures;
  readonly #random: Random = randomFrom(3);
  readonly #expected = new Map<string, Expected>();
  #number = 1_000;

  constructor(machine: string, disk: SmallDisk, figures: Figures) {
    this.#machine = machine;
    this.#disk = disk;
    this.#figures = figures;
  }

  async runs(runs: number): Promise<void> {
    let draft = await this.#open();
    for (let run = 1; run <= runs; run += 1) {
      await this.#disk.fill(this.#random.below(MOST_FREE));
      for (let edit = 0; edit < EDITS; edit += 1) if (!(await this.#edit(draft))) break;
      const startsFull = run % START_FULL_EVERY === 0;
      const isCutOff = await draft.workbench.page.getByText(CUT_OFF).first().isVisible();
      if (startsFull || isCutOff) await draft.workbench.close();
      if (startsFull) await this.#exportAfterStart();
      await this.#disk.clear();
      if (startsFull || isCutOff) {
        draft = await this.#open();
        this.#figures.restarted += 1;
      }
      const again = draft.workbench.page.getByRole("button", { name: "重新检查" }).first();
      if (await again.isVisible()) await again.click();
      await this.#compare(draft);
      if (run % SAY_EVERY === 0)
        console.error(`${run} of ${runs} full disks: ${JSON.stringify(this.#figures)}`);
    }
    await draft.workbench.close();
    this.#figures.exported = (await filesIn(join(this.#machine, "exports"))).length;
  }

  #open(): Promise<OpenDraft> {
    return openDraft(this.#machine, untold);
  }

  /** Types a number into a row; whether it was called saved. */
  async #edit(draft: OpenDraft): Promise<boolean> {
    const row = ROWS[this.#random.below(ROWS.length)] ?? ROWS[0];
    const number = (this.#number += 1);
    const { sure, maybe } = this.#expected.get(row) ?? { sure: null, maybe: [] };
    this.#expected.set(row, { sure, maybe: [...maybe, number] });
    const refusal = refusalOf(draft.workbench.page);
    await type(draft.indicators, row, number);
    const after = await Promise.race([refusal, shownAsSaved(draft, row, number)]);
    if (after === null) {
      this.#figures.acknowledged += 1;
      this.#expected.set(row, { sure: number, maybe: [] });
      return true;
    }
    this.#figures.refused += 1;
    this.#figures.slowestMs = Math.max(this.#figures.slowestMs, Math.round(after));
    return false;
  }

  /**
   * A program that is started on a disk without a free byte takes no edits, and takes the plans to another disk; where the browser does not
   * open its database there, a sentence says why.
   */
  async #exportAfterStart(): Promise<void> {
    await this.#disk.clear();
    await this.#disk.fill(0);
    const { page, close } = await startWorkbench({ machine: this.#machine });
    page.setDefaultTimeout(LONGEST_WAIT);
    try {
      const closed = page.locator("main.screen").getByRole("alert").filter({ hasText: "磁盘" });
      await closed.or(page.getByText("已暂停编辑")).first().waitFor();
      if (await closed.isVisible()) {
        this.#figures.closed += 1;
      } else {
        // What the browser lost when it was ended on the full disk may have come back, which is told first.
        await page.addLocatorHandler(recoveryDialog(page), () => acknowledgeRecovery(page));
        await page.getByRole("button", { name: "导出全部规划…" }).first().click();
        await page.getByText("已导出“").first().waitFor();
      }
    } catch (error) {
      const shown = await page.locator("body").innerText({ timeout: 1_000 }).catch(String);
      throw new Error(`A start on the full disk showed: ${shown}`, { cause: error });
    } finally {
      await close();
    }
  }

  /** With room again: one more edit is saved, and every cell holds what it may hold. */
  async #compare(draft: OpenDraft): Promise<void> {
    const [row] = ROWS;
    const number = (this.#number += 1);
    await type(draft.indicators, row, number);
    await shownAsSaved(draft, row, number);
    this.#expected.set(row, { sure: number, maybe: [] });
    for (const [each, { sure, maybe }] of this.#expected) {
      const found = await statedIn(draft.indicators, each);
      if (found !== sure && !(found !== null && maybe.includes(found))) this.#figures.lost += 1;
      this.#expected.set(each, { sure: found, maybe: [] });
    }
  }
}

/** The time from the next Enter until a refusal shows, in ms, as the page itself sees it. */
function refusalOf(page: Page): Promise<number> {
  const seen = page.evaluate(
    (words) =>
      new Promise<number>((resolve) => {
        let entered = performance.now();
        const onKey = (event: KeyboardEvent) => {
          if (event.key === "Enter") entered = performance.now();
        };
        addEventListener("keydown", onKey, { capture: true });
        const pattern = new RegExp(words, "u");
        const observer = new MutationObserver(() => {
          const notices = [...document.querySelectorAll(".notice")];
          if (!notices.some(({ textContent }) => pattern.test(textContent))) return;
          observer.disconnect();
          removeEventListener("keydown", onKey, { capture: true });
          resolve(performance.now() - entered);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    REFUSALS,
  );
  // Where no refusal came the page is closed one day, and nobody waits any more.
  return seen.catch(() => new Promise<never>(() => undefined));
}

/** Waits until a cell shows its number and the program calls it saved. */
async function shownAsSaved(
  { workbench, indicators }: OpenDraft,
  row: string,
  number: number,
): Promise<null> {
  const cell = await indicators.cell(row, TARGET);
  await cell.filter({ hasText: `达到${number}` }).waitFor();
  await saved(workbench);
  return null;
}
