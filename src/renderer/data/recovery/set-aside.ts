import { Dexie } from "dexie";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";

/** How many databases that were set aside are kept; the oldest go. */
const KEPT = 2;

/**
 * Copies the planner's records as they are into a database of their own, before they are replaced, so that whoever looks into the
 * damage finds them. Tables that cannot be read are left out.
 */
export async function setAside(db: WorkbenchDatabase, at: number): Promise<void> {
  const prefix = `${db.name}-aside-`;
  const aside = new Dexie(`${prefix}${String(at).padStart(15, "0")}`, { autoOpen: false });
  const tables = ["plans", "chunks", "programmes", "scenarios", "narratives", "names", "journal", "meta"];
  aside.version(1).stores(Object.fromEntries(tables.map((table) => [table, "++"])));
  await aside.open();
  for (const { name } of aside.tables) {
    const rows = await readable(() => db.table<object>(name).toArray());
    await aside.table<object>(name).bulkAdd(rows);
  }
  aside.close();
  const known = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix)).sort();
  for (const name of known.slice(0, -KEPT)) await Dexie.delete(name);
}

async function readable(read: () => Promise<object[]>): Promise<object[]> {
  try {
    return await read();
  } catch {
    // What cannot be read cannot be kept; it is replaced from the machine's journal.
    return [];
  }
}
