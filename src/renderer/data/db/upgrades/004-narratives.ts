import type { Transaction } from "dexie";

// The rows as version 3 wrote them, in what this upgrade touches, and as version 4 keeps them; these types never change.

interface PlanRow {
  readonly id: string;
  readonly generation: string;
}

/** What version 4 adds to it. */
interface PlanRowOf4 extends PlanRow {
  readonly narrativeRevision: number;
}

/** The text of a plan, where none is written yet. */
interface NarrativeRow {
  readonly plan: string;
  readonly generation: string;
  readonly narrative: readonly [];
}

/**
 * From version 3 to 4: plans keep the text that the planner writes, in a table of their own. A plan of before has none: what is
 * proposed for it is shown until the planner writes. Runs in the transaction of the upgrade: all of it happens, or none.
 */
export async function upgradeTo4(transaction: Transaction): Promise<void> {
  const rows: NarrativeRow[] = [];
  await transaction
    .table<PlanRow>("plans")
    .toCollection()
    .modify((plan, place) => {
      const upgraded: PlanRowOf4 = { ...plan, narrativeRevision: 0 };
      place.value = upgraded;
      rows.push({ plan: plan.id, generation: plan.generation, narrative: [] });
    });
  await transaction.table<NarrativeRow>("narratives").bulkAdd(rows);
}
