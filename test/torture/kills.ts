import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { assertNever } from "#core/assert-never.ts";
import { freshMachine, removeMachine } from "../e2e/start-workbench.ts";
import type { Said } from "./editing-page/said.ts";
import { buildEditingParts, type EditingParts, EditingProgram } from "./editing-parts.ts";
import { randomFrom } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const KILLS = { short: 50, full: 1_000 };

/** Edits that count as saved before each kill, at the least. */
const SAVED = 6;

/** How long after that a kill may come, in ms: several edits are always under way then. */
const LATEST = 120;

/** The database is thrown away after so many kills, and at the end. */
const LOSE_DATABASE_EVERY = 250;

/** After so many programs that did not come to work the torture ends. */
const MOST_HANGS = 3;

/** How often a long torture says how far it is, in kills. */
const SAY_EVERY = 100;

/**
 * Goal 1: the program (its machine side, the browser and all that belongs to it) is killed again and again at a random moment, while its store edits
 * three drafts as fast as edits count as saved. A number that was called saved may only be followed by a greater one of the same draft, anything else is
 * lost; an edit of which a part is there is torn. In the end, and now and then, the database is thrown away, and what the machine keeps outside it is
 * judged as well. A program that does not come to work is reported with what it was waited for and counted as `hung`.
 */
export async function tortureWithKills(short: boolean): Promise<TortureRow> {
  const wanted = short ? KILLS.short : KILLS.full;
  const random = randomFrom(1);
  const machine = await freshMachine();
  const parts = await buildEditingParts();
  const judge = new Judge();
  const begun = performance.now();
  let runs = 0;
  try {
    while (runs < wanted && judge.figures.hung < MOST_HANGS) {
      const killed = await lifeOf({ machine, parts, judge, late: random.below(LATEST) });
      if (!killed) continue;
      runs += 1;
      const isLast = runs === wanted;
      if (isLast || runs % LOSE_DATABASE_EVERY === 0)
        await rm(join(machine, "data/chromium-profile"), { recursive: true, maxRetries: 5 });
      if (runs % SAY_EVERY === 0) console.error(progress(runs, wanted, begun, judge));
    }
    await lifeOf({ machine, parts, judge, late: 0 });
  } finally {
    await parts.remove();
    await removeMachine(machine);
  }
  const { figures } = judge;
  const failed = figures.lost + figures.torn + figures.refused + figures.hung;
  return { goal: 1, runs, ok: failed === 0 && runs === wanted, figures };
}

/** One start, work and sudden end of the program; `false` where it did not come to work. */
async function lifeOf(life: {
  readonly machine: string;
  readonly parts: EditingParts;
  readonly judge: Judge;
  readonly late: number;
}): Promise<boolean> {
  const { machine, parts, judge } = life;
  const program = EditingProgram.start({ machine, parts, hear: (said) => judge.hear(said) });
  try {
    await program.heard("saved", SAVED);
    await wait(life.late);
    return true;
  } catch (error) {
    judge.figures.hung += 1;
    console.error(error);
    return false;
  } finally {
    await program.kill();
    await rm(join(machine, "tmp"), { recursive: true, force: true, maxRetries: 5 });
  }
}

function progress(runs: number, wanted: number, begun: number, { figures }: Judge): string {
  const seconds = Math.round((performance.now() - begun) / 1000);
  return `${runs} of ${wanted} kills after ${seconds} s: ${JSON.stringify(figures)}`;
}

/** Keeps what was called saved beside what is found. */
class Judge {
  readonly figures = { acknowledged: 0, broughtBack: 0, lost: 0, torn: 0, refused: 0, hung: 0 };
  #saved: number[] = [];

  hear(said: Said): void {
    switch (said.kind) {
      case "browser":
        return;
      case "found": {
        this.#find(said);
        return;
      }
      case "saved":
        this.figures.acknowledged += 1;
        this.#saved[said.draft] = Math.max(this.#saved[said.draft] ?? 0, said.number);
        return;
      case "refused":
      case "broken":
        this.figures.refused += 1;
        console.error(said.why);
        return;
      default:
        assertNever(said);
    }
  }

  #find({ numbers, recovered }: Extract<Said, { kind: "found" }>): void {
    if (recovered !== null) this.figures.broughtBack += 1;
    this.#saved.forEach((saved, draft) => {
      const cells = numbers[draft] ?? [];
      const [number = 0] = cells;
      const isWhole = cells.every((cell) => cell === number) && number % numbers.length === draft;
      if (number < saved) this.figures.lost += 1;
      else if (number > 0 && !isWhole) this.figures.torn += 1;
    });
    this.#saved = numbers.map(([number = 0]) => number);
  }
}
