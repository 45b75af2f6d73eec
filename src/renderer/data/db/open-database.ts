import { err, ok, type Result } from "#core/result.ts";
import type { OpenError } from "../open-error.ts";
import { NATIVE_VERSIONS, probeDatabase, toOpenError } from "./probe-database.ts";
import { SCHEMA_VERSION, WorkbenchDatabase } from "./workbench-database.ts";

/** How long windows of an older program get to let go of the database, in ms. */
const BLOCKED_AFTER = 5_000;

/** What is to be done when the database goes away under the open window. */
export type OnClosed = (because: "newer-program" | "lost") => void;

/** Opens the database after a look at it; a newer one is refused and stays as it is. */
export async function openDatabase(
  name: string,
  onClosed: OnClosed,
): Promise<Result<WorkbenchDatabase, OpenError>> {
  const found = await probeDatabase(name, SCHEMA_VERSION);
  if (!found.ok) return found;
  const db = new WorkbenchDatabase(name);
  watch(db, onClosed);
  const opened = await openOrBlocked(db);
  if (!opened.ok) return opened;
  // A newer window may have upgraded it between the look and the opening; Dexie opens such a database silently.
  const { version } = db.backendDB();
  if (version > SCHEMA_VERSION * NATIVE_VERSIONS) {
    db.close();
    return err({
      kind: "newer-database",
      found: Math.ceil(version / NATIVE_VERSIONS),
      known: SCHEMA_VERSION,
    });
  }
  return ok(db);
}

function watch(db: WorkbenchDatabase, onClosed: OnClosed): void {
  db.on("versionchange", (event) => {
    db.close();
    onClosed(event.newVersion === null ? "lost" : "newer-program");
    // Keeps Dexie from closing in its own way, after which it would open again by itself.
    return false;
  });
  db.on("close", () => {
    onClosed("lost");
  });
}

function openOrBlocked(db: WorkbenchDatabase): Promise<Result<null, OpenError>> {
  return new Promise((resolve) => {
    db.on("blocked", () => {
      setTimeout(() => {
        resolve(err({ kind: "blocked" }));
        if (!db.isOpen()) db.close();
      }, BLOCKED_AFTER);
    });
    db.open().then(
      () => {
        resolve(ok(null));
      },
      (error: unknown) => {
        resolve(err(toOpenError(error)));
      },
    );
  });
}
