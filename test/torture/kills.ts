import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { assertNever } from "#core/assert-never.ts";
import { freshMachine, removeMachine } from "../e2e/start-workbench.ts";
import type { Said } from "./editing-page/said.ts";
import { buildEditingParts, EditingProgram } from "./editing-parts.ts";
import { randomFrom } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const KILLS = { short: 5, full: 1_000 };

/** Edits that count as saved before each kill, at the least. */
const SAVED = 6;

/** How long after that a kill may come, in ms: several edits are always under way then. */
const LATEST = 120;

/**
 * Goal 1: the program (its machine side, the browser and all that belongs to it) is killed again and again at a random moment, while its store edits
 * three drafts as fast as edits count as saved. A number that was called saved may only be followed by a greater one of the same draft, anything else is
 * lost; an edit of which a part is there is torn. In the end the database is thrown away, and what the machine's journal alone brings back is judged as well.
 */
export async function tortureWithKills(short: boolean): Promise<TortureRow> {
  const runs = short ? KILLS.short : KILLS.full;
  const random = randomFrom(1);
  const machine = await freshMachine();
  const parts = await buildEditingParts();
  const judge = new Judge();
  const start = () => EditingProgram.start({ machine, parts, hear: (said) => judge.hear(said) });
  try {
    for (let run = 0; run < runs; run += 1) {
      const program = start();
      await program.heard("saved", SAVED);
      await wait(random.below(LATEST));
      await program.kill();
    }
    await rm(join(machine, "data/chromium-profile"), { recursive: true });
    const last = start();
    await last.heard("found", 1);
    await last.kill();
  } finally {
    await parts.remove();
    await removeMachine(machine);
  }
  const { figures } = judge;
  return { goal: 1, runs, ok: figures.lost + figures.torn + figures.refused === 0, figures };
}

/** Keeps what was called saved beside what is found. */
class Judge {
  readonly figures = { acknowledged: 0, broughtBack: 0, lost: 0, torn: 0, refused: 0 };
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
