import type { Transaction } from "dexie";

// The rows as version 2 wrote them, in what this upgrade touches, and as version 3 keeps them; these types never change.

interface PlanRow {
  readonly id: string;
  readonly generation: string;
}

/** What version 3 adds to it. */
interface PlanRowOf3 extends PlanRow {
  readonly scenariosRevision: number;
}

/** The scenarios and drivers of a plan, where none are kept yet. */
interface ScenariosRow {
  readonly plan: string;
  readonly generation: string;
  readonly scenarios: readonly [];
  readonly drivers: readonly [];
}

/**
 * From version 2 to 3: plans keep scenarios and drivers, in a table of their own. A plan of before keeps none: those that are proposed
 * for it are shown until the planner edits them. Runs in the transaction of the upgrade: all of it happens, or none.
 */
export async function upgradeTo3(transaction: Transaction): Promise<void> {
  const rows: ScenariosRow[] = [];
  await transaction
    .table<PlanRow>("plans")
    .toCollection()
    .modify((plan, place) => {
      const upgraded: PlanRowOf3 = { ...plan, scenariosRevision: 0 };
      place.value = upgraded;
      rows.push({ plan: plan.id, generation: plan.generation, scenarios: [], drivers: [] });
    });
  await transaction.table<ScenariosRow>("scenarios").bulkAdd(rows);
}
