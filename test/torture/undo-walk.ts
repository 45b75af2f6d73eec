import { createHash } from "node:crypto";
import fc from "fast-check";
import { applyChanges, invertChanges } from "#core/command/apply-command.ts";
import { afterDo, afterRedo, afterUndo, EMPTY_HISTORY, type EditHistory } from "#core/command/history.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Result } from "#core/result.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { changesOf, walk } from "../core/command/arbitraries.ts";
import { randomFrom } from "./random.ts";
import type { TortureRow } from "./torture-row.ts";

const STEPS = { short: 1_000, full: 10_000 };

/** After so many steps another plan is walked. */
const STEPS_A_PLAN = 50;

interface Entry {
  readonly changes: readonly PlanChange[];
  readonly parent: number | null;
}

/**
 * Goal 12: random edits, undos and redos of generated plans. Wherever the history stands at an entry again, the plan must have the very bytes that it had
 * there before; in the end everything is taken back to the first ones.
 */
export function tortureWithUndoWalk(short: boolean): TortureRow {
  const steps = short ? STEPS.short : STEPS.full;
  const figures = { edits: 0, undos: 0, redos: 0, differing: 0 };
  const plans = fc.sample(walk, { numRuns: Math.ceil(steps / STEPS_A_PLAN), seed: 12 });
  const random = randomFrom(12);
  for (const { plan, commands } of plans) {
    const walker = new Walker(plan);
    for (let step = 0; step < STEPS_A_PLAN; step += 1) {
      const turn = random.below(5);
      const command = commands[random.below(Math.max(1, commands.length))];
      if (turn < 2) figures.undos += walker.undo();
      else if (turn < 3) figures.redos += walker.redo();
      else if (command !== undefined) figures.edits += walker.edit(changesOf(walker.plan, command));
    }
    while (walker.undo() > 0) figures.undos += 1;
    figures.differing += walker.differing;
  }
  return { goal: 12, runs: plans.length * STEPS_A_PLAN, ok: figures.differing === 0, figures };
}

/** A plan with its history, as the database keeps it. */
class Walker {
  plan: Plan;
  differing = 0;
  #history: EditHistory = EMPTY_HISTORY;
  readonly #entries = new Map<number, Entry>();
  /** What the plan was where undo reaches this entry next; 0 stands for none. */
  readonly #hashes = new Map<number, string>();

  constructor(plan: Plan) {
    this.plan = plan;
    this.#hashes.set(0, hashOf(plan));
  }

  edit(changes: readonly PlanChange[]): number {
    const sequence = this.#entries.size + 1;
    this.#entries.set(sequence, { changes, parent: this.#history.undo });
    this.plan = applyChanges(this.plan, changes);
    this.#history = afterDo(this.#history, sequence);
    this.#hashes.set(sequence, hashOf(this.plan));
    return 1;
  }

  undo(): number {
    const entry = this.#entries.get(this.#history.undo ?? 0);
    if (entry === undefined) return 0;
    return this.#go(invertChanges(entry.changes), afterUndo(this.#history, entry.parent));
  }

  redo(): number {
    const entry = this.#entries.get(this.#history.redo[0] ?? 0);
    return entry === undefined ? 0 : this.#go(entry.changes, afterRedo(this.#history));
  }

  #go(changes: readonly PlanChange[], next: Result<EditHistory, unknown>): number {
    if (!next.ok) throw new Error("The history refuses what it offered");
    this.plan = applyChanges(this.plan, changes);
    this.#history = next.value;
    if (this.#hashes.get(this.#history.undo ?? 0) !== hashOf(this.plan)) this.differing += 1;
    return 1;
  }
}

function hashOf(plan: Plan): string {
  return createHash("sha256")
    .update(JSON.stringify(writePlanFile(plan)))
    .digest("hex");
}
