import { NATIVE_VERSIONS } from "./probe-database.ts";
import { z } from "./schema-library.ts";

const pathSchema = z.union([z.string(), z.array(z.string())]);

const layoutSchema = z.object({
  name: z.string(),
  keyPath: pathSchema,
  autoIncrement: z.boolean(),
  indexes: z.array(
    z.object({ name: z.string(), keyPath: pathSchema, unique: z.boolean(), multiEntry: z.boolean() }),
  ),
});

const rawSchema = z.object({
  format: z.literal("wunian-database"),
  /** Version of the schema as this program counts them. */
  version: z.number().int().min(1),
  stores: z.array(layoutSchema),
  /** By table, as JSON; a list of numbers of its own kind stands as a record of one member. */
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/**
 * A whole database as it lies there, in whatever version: what is kept before an upgrade, so that it does not depend on
 * whether the upgrade is right.
 */
export type RawDatabase = z.infer<typeof rawSchema>;

type RawRow = RawDatabase["rows"][string][number];

/** Reads a raw database from JSON data; `null` when it is none. */
export function readRawDatabase(data: unknown): RawDatabase | null {
  const read = rawSchema.safeParse(data);
  return read.success ? read.data : null;
}

/** Takes a database down as it lies there, in one transaction and without Dexie, which would upgrade it. */
export async function takeRawDatabase(name: string, onBegun?: () => void): Promise<RawDatabase> {
  const db = await opened(indexedDB.open(name));
  try {
    const names = [...db.objectStoreNames];
    const transaction = db.transaction(names);
    const ended = endOf(transaction);
    const rows: Record<string, RawRow[]> = {};
    const stores = names.map((store) => layoutOf(transaction.objectStore(store)));
    for (const store of names) {
      const request = transaction.objectStore(store).getAll();
      request.onsuccess = () => {
        onBegun?.();
        rows[store] = request.result.map(toJson);
      };
    }
    await ended;
    return { format: "wunian-database", version: Math.ceil(db.version / NATIVE_VERSIONS), stores, rows };
  } finally {
    db.close();
  }
}

/**
 * A raw database with all that its plans are made of, and without what lies elsewhere or can be made anew: texts of originals, which the planner has
 * as files; all entries of the journal but the last, which the machine holds; and the index of the journal.
 */
export function withPlansAlone(raw: RawDatabase): RawDatabase {
  const { journal = [], documentTexts = [], ...rest } = raw.rows;
  return {
    ...raw,
    rows: {
      ...rest,
      touches: [],
      journal: journal.slice(-1),
      documentTexts: documentTexts.map((row) => ({ ...row, text: "" })),
    },
  };
}

/** After how many rows a word is given. */
const STEP = 1_000;

/** Lays a raw database out under a new name; `onStep` is called again and again meanwhile. */
export async function layOutRawDatabase(
  name: string,
  raw: RawDatabase,
  onStep: () => void = () => undefined,
): Promise<void> {
  const request = indexedDB.open(name, raw.version * NATIVE_VERSIONS);
  request.onupgradeneeded = () => {
    for (const { name: store, keyPath, autoIncrement, indexes } of raw.stores) {
      const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, ...options } of indexes)
        made.createIndex(index, path, options);
    }
  };
  const db = await opened(request);
  try {
    const filled = raw.stores.filter(({ name: store }) => (raw.rows[store] ?? []).length > 0);
    if (filled.length === 0) return;
    const transaction = db.transaction(
      filled.map(({ name: store }) => store),
      "readwrite",
    );
    const ended = endOf(transaction);
    for (const { name: store } of filled)
      for (const [index, row] of (raw.rows[store] ?? []).entries()) {
        if (index % STEP === 0) onStep();
        transaction.objectStore(store).put(fromJson(row));
      }
    await ended;
  } finally {
    db.close();
  }
}

function layoutOf(store: IDBObjectStore): RawDatabase["stores"][number] {
  const indexes = [...store.indexNames].map((name) => {
    const { keyPath, unique, multiEntry } = store.index(name);
    return { name, keyPath, unique, multiEntry };
  });
  // Every table of ours has its key inside its rows.
  return { name: store.name, keyPath: store.keyPath ?? "", autoIncrement: store.autoIncrement, indexes };
}

const floatsSchema = z.object({ floats: z.array(z.number().nullable()) }).strict();
const bytesSchema = z.object({ bytes: z.array(z.number().int().min(0).max(255)) }).strict();

function toJson(row: object): RawRow {
  const members = Object.entries(row).map(([key, value]): [string, unknown] => {
    if (value instanceof Float64Array)
      return [key, { floats: Array.from(value, (each) => (Number.isNaN(each) ? null : each)) }];
    return [key, value instanceof Uint8Array ? { bytes: [...value] } : value];
  });
  return Object.fromEntries(members);
}

function fromJson(row: RawRow): RawRow {
  const members = Object.entries(row).map(([key, value]): [string, unknown] => {
    const floats = floatsSchema.safeParse(value);
    if (floats.success) return [key, Float64Array.from(floats.data.floats, (each) => each ?? Number.NaN)];
    const bytes = bytesSchema.safeParse(value);
    return [key, bytes.success ? Uint8Array.from(bytes.data.bytes) : value];
  });
  return Object.fromEntries(members);
}

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The database was not opened"));
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("The transaction was ended"));
  });
}
