import { Dexie } from "dexie";
import { DamagedRecordError } from "./repositories/plan-mapping.ts";
import type { StorageError, StorageReason } from "./store-error.ts";

const CLOSED = new Set(["DatabaseClosedError", "InvalidStateError", "DatabaseClosed", "InvalidState"]);

/** What a thrown error says about the database, or `null` when it is a bug of the program and must be thrown on. */
export function storageErrorOf(error: unknown): StorageError | null {
  if (error instanceof DamagedRecordError) return failure("corrupt", error);
  const named = error instanceof DOMException || error instanceof Dexie.DexieError;
  if (!named) return null;
  const names = namesOf(error);
  if (names.some((name) => name.startsWith("QuotaExceeded"))) return failure("quota", error);
  if (names.some((name) => CLOSED.has(name))) return failure("closed", error);
  return failure("unknown", error);
}

function failure(reason: StorageReason, error: Error): StorageError {
  return { kind: "storage", reason, detail: `${error.name}: ${error.message}` };
}

/** The names of an error and of those inside it: Dexie wraps what the browser says. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const inner = "inner" in error ? namesOf(error.inner) : [];
  return [error.name, ...inner];
}
