import { openNatively } from "./open-natively.ts";
import rows from "./rows-of-version-1.json";

// Version 1 as it was shipped. The rows are what its program wrote over one bundled plan of three indicators: a copy with three edits of
// which one was taken back, and one more taken back (so that it can be brought again); a draft of the next period; a
// copy that was renamed and removed. In JSON, NaN is null and typed arrays are lists.

/** Makes a database as version 1 left it. */
export async function createVersion1(name: string): Promise<void> {
  const db = await openNatively(name, 10, (made) => {
    made.createObjectStore("plans", { keyPath: "id" });
    made.createObjectStore("chunks", { keyPath: ["plan", "index"] });
    made
      .createObjectStore("journal", { keyPath: "sequence", autoIncrement: true })
      .createIndex("plan", "plan");
    made.createObjectStore("meta", { keyPath: "key" });
  });
  const transaction = db.transaction(["plans", "chunks", "journal", "meta"], "readwrite");
  for (const row of rowsOfVersion1().plans) transaction.objectStore("plans").put(row);
  for (const row of rows.chunks) transaction.objectStore("chunks").put(row);
  for (const row of rows.journal) transaction.objectStore("journal").put(row);
  for (const row of rows.meta) transaction.objectStore("meta").put(row);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
}

/** The rows of {@link createVersion1} as the database gives them. */
export function rowsOfVersion1() {
  const plans = rows.plans.map((row) => ({
    ...row,
    values: Float64Array.from(row.values, (value) => value ?? Number.NaN),
    statuses: Uint8Array.from(row.statuses),
  }));
  return { ...rows, plans };
}

/** All rows of a store of a database at whatever version it has, and that version. */
export async function readNatively(name: string, store: string): Promise<{ version: number; rows: unknown }> {
  const db = await openNatively(name);
  const { version } = db;
  const found = await new Promise((resolve) => {
    const request = db.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  db.close();
  return { version, rows: found };
}
