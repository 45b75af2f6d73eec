import { Dexie } from "dexie";
import { afterEach } from "vitest";
import type { JournalEntry } from "#bridge/journal.ts";
import type { Command } from "#core/command/command.ts";
import { type PlanId, planId, year } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { openWorkbench, type StoreBridge } from "#renderer/data/open-workbench.ts";
import type { SeedBundle } from "#renderer/data/seeding/seed-bundle.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { memoryMachine } from "./memory-machine.ts";
import { seedBundleOf } from "./seed-bundle-of.ts";

const opened: WorkbenchStore[] = [];
const names: string[] = [];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const name of names.splice(0)) await Dexie.delete(name);
});

/** A database name that no other test uses; the database is removed after the test. */
export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  names.push(name);
  return name;
}

/** A machine side that takes every entry and keeps it; at every start it stands for a machine that knows nothing yet. */
export function keepingBridge(): StoreBridge & { readonly kept: JournalEntry[] } {
  const kept: JournalEntry[] = [];
  return {
    kept,
    ...bridgeThatAppends((entry) => {
      kept.push(entry);
      return Promise.resolve({ ok: true, value: { sequence: entry.sequence } });
    }),
  };
}

/** A machine side whose journal takes entries as `append` does and was never behind. */
export function bridgeThatAppends(append: StoreBridge["appendJournal"]): StoreBridge {
  return { ...memoryMachine().bridge, appendJournal: append };
}

/** Opens a store, which is closed after the test; throws when it cannot be opened. */
export async function openStore(
  database: string,
  seeds: SeedBundle,
  bridge: StoreBridge = keepingBridge(),
): Promise<WorkbenchStore> {
  const result = await openWorkbench({
    bridge,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    seeds,
    database,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  opened.push(result.value);
  return result.value;
}

/** A store over one bundled plan and a draft copied from it; `typed` types a value for 2016 into a row of the draft. */
export interface WithDraft {
  readonly store: WorkbenchStore;
  readonly draft: PlanId;
  readonly database: string;
  readonly seeds: SeedBundle;
  readonly typed: (row: number, text: string) => Command;
}

/** Opens a store over one bundled plan and copies it into a draft. */
export async function openWithDraft(plan: Plan, bridge: StoreBridge = keepingBridge()): Promise<WithDraft> {
  const database = freshName();
  const seeds = await seedBundleOf(1, [plan]);
  const store = await openStore(database, seeds, bridge);
  const draft = await store.createCopy(planId(plan.id), "草案");
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  const { indicators } = await planOf(store, draft.value);
  const typed = (row: number, text: string): Command => {
    const indicator = indicators[row]?.id;
    if (indicator === undefined) throw new Error(`The draft has no row ${row}`);
    return { type: "editCell", indicator, field: { kind: "observation", year: year(2016) }, text };
  };
  return { store, draft: draft.value, database, seeds, typed };
}

/** The value of a result that a test takes for granted. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A plan that a test takes for granted. */
export async function planOf(store: WorkbenchStore, id: PlanId): Promise<Plan> {
  const plan = await store.readPlan(id);
  if (plan === null) throw new Error(`${id} is not there`);
  return plan;
}
