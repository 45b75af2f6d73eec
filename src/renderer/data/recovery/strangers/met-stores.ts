import { parseJson } from "../../db/read-journal-row.ts";
import { z } from "../../db/schema-library.ts";
import type { WorkbenchDatabase } from "../../db/workbench-database.ts";
import type { MetStores } from "./judge-strangers.ts";

const metSchema = z.array(z.tuple([z.string(), z.number().int().min(1)]));

/** Which other databases this one has met, and up to which entry; none where that was never noted. */
export async function readMet({ meta }: WorkbenchDatabase): Promise<MetStores> {
  const noted = (await meta.get("met"))?.value;
  const read = metSchema.safeParse(parseJson(String(noted ?? "")));
  return new Map(read.success ? read.data : []);
}

/** Notes which others it has met. */
export async function writeMet({ meta }: WorkbenchDatabase, met: MetStores): Promise<void> {
  await meta.put({ key: "met", value: JSON.stringify([...met]) });
}

/** Notes that it has met another one up to an entry, and forgets nothing that it met before. */
export function meetStore(db: WorkbenchDatabase, store: string, last: number): Promise<void> {
  return db.transaction("rw", db.meta, async () => {
    const met = await readMet(db);
    await writeMet(db, new Map(met).set(store, Math.max(last, met.get(store) ?? 0)));
  });
}
