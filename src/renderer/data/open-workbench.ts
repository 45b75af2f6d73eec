import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { Result } from "#core/result.ts";
import type { OpenError } from "./open-error.ts";
import type { WorkbenchStore } from "./workbench-store.ts";

/** What the store needs from outside: the machine, the clock (ms since the epoch) and fresh unique ids. */
export interface WorkbenchNeeds {
  readonly bridge: Pick<DesktopBridge, "appendJournal" | "log">;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Opens the planner's database, puts the bundled plans in when they are missing or of an older version, and gives the store. */
export function openWorkbench(needs: WorkbenchNeeds): Promise<Result<WorkbenchStore, OpenError>> {
  throw new Error(`The database is not built yet (${needs.now()})`);
}
