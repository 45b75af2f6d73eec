import { openNatively } from "./open-natively.ts";

/** A table as a version of the schema laid it out. */
export interface PastStore {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly autoIncrement?: boolean;
  readonly indexes?: readonly { readonly name: string; readonly keyPath: string | readonly string[] }[];
}

/** A shipped version of the database: how it was laid out, and rows that its program wrote. It never changes. */
export interface PastVersion {
  readonly version: number;
  readonly stores: readonly PastStore[];
  /** By table, in JSON: `NaN` is `null`, and typed arrays are lists. */
  readonly rows: Readonly<Record<string, readonly object[]>>;
  /** The plans in these rows as its program wrote them into plan files, by their ids; empty where that was not noted. */
  readonly planFiles: Readonly<Record<string, object>>;
}

/** Makes a database as the program of a past version left it. It uses nothing around it, so that it can also be sent into a page. */
export async function createPastDatabase([past, name]: readonly [PastVersion, string]): Promise<void> {
  const typed = (row: object): object => {
    if (!("values" in row && Array.isArray(row.values))) return row;
    const statuses = "statuses" in row && Array.isArray(row.statuses) ? row.statuses : [];
    return {
      ...row,
      values: Float64Array.from(row.values, (value: number | null) => value ?? Number.NaN),
      statuses: Uint8Array.from(statuses),
    };
  };
  const listed = (keyPath: string | readonly string[]) =>
    typeof keyPath === "string" ? keyPath : [...keyPath];
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    // Dexie counts ten native versions for one of ours.
    const request = indexedDB.open(name, past.version * 10);
    request.onupgradeneeded = () => {
      for (const { name: store, keyPath, autoIncrement = false, indexes = [] } of past.stores) {
        const made = request.result.createObjectStore(store, { keyPath: listed(keyPath), autoIncrement });
        for (const index of indexes) made.createIndex(index.name, listed(index.keyPath));
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database was not made"));
  });
  const transaction = db.transaction(
    past.stores.map(({ name: store }) => store),
    "readwrite",
  );
  for (const [store, rows] of Object.entries(past.rows))
    for (const row of rows) transaction.objectStore(store).put(typed(row));
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
}

/** All tables of a database at whatever version it has, row by row, and that version. */
export async function readNatively(
  name: string,
): Promise<{ readonly version: number; readonly rows: Readonly<Record<string, readonly unknown[]>> }> {
  const db = await openNatively(name);
  const { version } = db;
  const rows: Record<string, readonly unknown[]> = {};
  const transaction = db.transaction([...db.objectStoreNames]);
  for (const name of db.objectStoreNames) {
    const request = transaction.objectStore(name).getAll();
    request.onsuccess = () => {
      rows[name] = request.result;
    };
  }
  // Only then does closing really close it.
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  db.close();
  return { version, rows };
}
