import { Dexie } from "dexie";
import type { PlanId } from "#core/plan/ids.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";

/** The number of the last entry of a plan's journal, `null` where it has none. Its record, which is larger, is not read for it. */
export async function lastEntryOf({ journal }: WorkbenchDatabase, id: PlanId): Promise<number | null> {
  const key: unknown = await journal
    .where("[plan+sequence]")
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .lastKey();
  return Array.isArray(key) ? Number(key[1]) : null;
}
