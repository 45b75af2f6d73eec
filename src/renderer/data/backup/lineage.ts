import { Dexie } from "dexie";
import { planBefore } from "#core/history/plan-before.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { planStateHash } from "#exchange/plan-file/plan-archive.ts";
import type { JournalRow } from "../db/journal-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import { readEntry } from "../history/read-entry.ts";

/** How many rows of former states are looked at in all; of a small plan that is its whole past, of a large one the last states. */
const ROWS = 100_000;

/** Former states are at most so many. */
const STATES = 500;

/** How many of a plan's last entries are looked back through. */
const mostEntries = ({ indicators }: Plan) =>
  Math.max(2, Math.min(STATES, Math.floor(ROWS / Math.max(1, indicators.length))));

/** The states of a plan from now back to its beginning: what was before it was removed and brought back is another past. */
async function* statesOf(db: WorkbenchDatabase, now: Plan): AsyncGenerator<Plan> {
  yield* statesBack(
    now,
    await db.journal
      .where("[plan+sequence]")
      .between([now.id, Dexie.minKey], [now.id, Dexie.maxKey])
      .reverse()
      .limit(mostEntries(now))
      .toArray(),
  );
}

/** The states of a plan from now back through its entries, the last one first. */
function* statesBack(now: Plan, entries: readonly JournalRow[]): Generator<Plan> {
  let state = now;
  yield state;
  for (const row of entries) {
    if (row.kind === "create") return;
    const entry = readEntry(row, () => null);
    if (!("changes" in entry)) continue;
    state = planBefore(state, [entry]);
    yield state;
  }
}

/** The hashes of a plan's states, the newest first, for a file that goes out. */
export function lineageOf(db: WorkbenchDatabase, now: Plan): Promise<readonly string[]> {
  return hashesOf(statesOf(db, now));
}

/** As {@link lineageOf}, of a plan that its entries, in order, lead to. */
export function lineageIn(now: Plan, entries: readonly JournalRow[]): Promise<readonly string[]> {
  return hashesOf(statesBack(now, entries.slice(-mostEntries(now)).reverse()));
}

async function hashesOf(states: AsyncIterable<Plan> | Iterable<Plan>): Promise<readonly string[]> {
  const hashes: string[] = [];
  for await (const state of states) hashes.push(await planStateHash(state));
  return [...new Set(hashes)];
}

/** The newest state of a plan here that a copy of it from outside also went through; `null` where none is known. */
export async function commonAncestor(
  db: WorkbenchDatabase,
  here: Plan,
  lineage: readonly string[],
): Promise<Plan | null> {
  const known = new Set(lineage);
  for await (const state of statesOf(db, here)) if (known.has(await planStateHash(state))) return state;
  return null;
}

/** Common states of plans here with copies of theirs from outside, by the plan. */
export type Ancestors = ReadonlyMap<PlanId, Plan>;
