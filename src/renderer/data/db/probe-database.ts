import { err, ok, type Result } from "#core/result.ts";
import type { OpenError } from "../open-error.ts";

/** How many native versions Dexie counts for one of ours. */
export const NATIVE_VERSIONS = 10;

/** A database as found before anything opens it for work: absent, or there with a version this program may open. */
export type Found = { readonly kind: "absent" } | FoundDatabase;

/** What a database that is there says of itself. */
export interface FoundDatabase {
  readonly kind: "present";
  /** Version of the schema as this program counts them. */
  readonly version: number;
  /** Its name in the machine's journal; `null` when it was never given one, and then it holds nothing. */
  readonly store: string | null;
  /** The number of its last journal entry; 0 when there is none. */
  readonly last: number;
  /** How many journal entries it holds. */
  readonly count: number;
}

/** Waiting times before another look at one that cannot be read, in ms: a virus scanner may hold a file for a moment. */
const AGAIN_AFTER = [250, 750, 1_500];

/** Reads of a database, several times where it cannot be read, before that counts as damage. */
export async function readPatiently<T>(
  read: () => Promise<Result<T, OpenError>>,
): Promise<Result<T, OpenError>> {
  for (const wait of AGAIN_AFTER) {
    const got = await read();
    // What the browser says it lost is gone, and another look would find nothing at all.
    if (got.ok || got.error.kind !== "corrupt" || got.error.isLost) return got;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return read();
}

/**
 * Looks at a database without changing it: opens it at whatever version it has, creates none, and reports
 * a newer version than `known` and data that the browser says it lost.
 */
export async function probeDatabase(name: string, known: number): Promise<Result<Found, OpenError>> {
  if (!("indexedDB" in globalThis)) return err({ kind: "no-indexeddb" });
  const opened = await openAsItIs(name);
  if (!opened.ok) return opened;
  const db = opened.value;
  if (db === null) return ok({ kind: "absent" });
  try {
    if (db.version > known * NATIVE_VERSIONS)
      return err({ kind: "newer-database", found: Math.ceil(db.version / NATIVE_VERSIONS), known });
    return ok({ kind: "present", version: Math.ceil(db.version / NATIVE_VERSIONS), ...(await factsOf(db)) });
  } catch (error) {
    return err(toOpenError(error));
  } finally {
    db.close();
  }
}

/** A database at its native version, `null` when there is none. */
function openAsItIs(name: string): Promise<Result<IDBDatabase | null, OpenError>> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    let absent = false;
    request.onupgradeneeded = (event) => {
      // Only a database that is not there is upgraded here; ending the transaction leaves it that way.
      absent = true;
      const lost = dataLossOf(event);
      if (lost !== null) resolve(err({ kind: "corrupt", dataLoss: lost, isLost: true }));
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      resolve(ok(request.result));
    };
    request.onerror = () => {
      resolve(absent ? ok(null) : err(toOpenError(request.error)));
    };
  });
}

/** Name, last entry and number of entries; a database that lacks a table of the first version says nothing. */
async function factsOf(db: IDBDatabase): Promise<Pick<FoundDatabase, "store" | "last" | "count">> {
  if (!["meta", "journal"].every((table) => db.objectStoreNames.contains(table))) {
    return { store: null, last: 0, count: 0 };
  }
  const transaction = db.transaction(["meta", "journal"]);
  // Only then is the database really closed, and an upgrade is not held up.
  const ended = new Promise((resolve) => {
    transaction.oncomplete = transaction.onabort = resolve;
  });
  const journal = transaction.objectStore("journal");
  const [named, last, count] = await Promise.all([
    settled<unknown>(transaction.objectStore("meta").get("store")),
    settled(journal.openKeyCursor(null, "prev")).then((cursor) => Number(cursor?.key ?? 0)),
    settled(journal.count()),
  ]);
  await ended;
  return { store: storeNameIn(named), last, count };
}

function storeNameIn(row: unknown): string | null {
  const holds = typeof row === "object" && row !== null && "value" in row;
  return holds && typeof row.value === "string" ? row.value : null;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("The request failed without an error"));
    };
  });
}

/** What Chromium says it lost of a database that it had to start anew (`dataLoss` is not in the standard). */
function dataLossOf(event: IDBVersionChangeEvent): string | null {
  const dataLoss = "dataLoss" in event ? event.dataLoss : "none";
  return typeof dataLoss !== "string" || dataLoss === "none" ? null : dataLoss;
}

/** What a native failure to open means. */
export function toOpenError(error: unknown): OpenError {
  const name = error instanceof Error ? error.name : "";
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (name === "QuotaExceededError") return { kind: "quota" };
  // The last of them is said of a large value whose file is gone.
  if (name === "UnknownError" || name === "DataError" || name === "NotReadableError")
    return { kind: "corrupt", dataLoss: detail, isLost: false };
  return { kind: "unknown", detail };
}
