import { err, ok, type Result } from "#core/result.ts";
import type { OpenError } from "../open-error.ts";

/** How many native versions Dexie counts for one of ours. */
export const NATIVE_VERSIONS = 10;

/** A database as found before anything opens it for work: absent, or there with a version this program may open. */
export type Found = "absent" | "present";

/**
 * Looks at a database without changing it: opens it at whatever version it has, creates none, and reports
 * a newer version than `known` and data that the browser says it lost.
 */
export async function probeDatabase(name: string, known: number): Promise<Result<Found, OpenError>> {
  if (!("indexedDB" in globalThis)) return err({ kind: "no-indexeddb" });
  const found = await openAsItIs(name);
  if (!found.ok) return found;
  if (found.value === null) return ok("absent");
  if (found.value > known * NATIVE_VERSIONS) {
    return err({ kind: "newer-database", found: Math.ceil(found.value / NATIVE_VERSIONS), known });
  }
  return ok("present");
}

/** The native version of a database, `null` when there is none. */
function openAsItIs(name: string): Promise<Result<number | null, OpenError>> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    let absent = false;
    request.onupgradeneeded = (event) => {
      // Only a database that is not there is upgraded here; ending the transaction leaves it that way.
      absent = true;
      const lost = dataLossOf(event);
      if (lost !== null) resolve(err({ kind: "corrupt", dataLoss: lost }));
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(ok(version));
    };
    request.onerror = () => {
      resolve(absent ? ok(null) : err(toOpenError(request.error)));
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
  if (name === "UnknownError" || name === "DataError") return { kind: "corrupt", dataLoss: detail };
  return { kind: "unknown", detail };
}
