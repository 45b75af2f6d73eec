import { cp, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Keeps a copy of the browser's own store before it is emptied, for whoever looks into the damage; one copy, the latest. A copy that cannot
 * be made is no reason to leave a planner without the program: journal and backups lie elsewhere.
 */
export async function copyAside(browserStore: string, dataFolder: string): Promise<void> {
  const aside = join(dataFolder, "damaged-database");
  await rm(aside, { recursive: true, force: true });
  await cp(browserStore, aside, { recursive: true, force: true }).catch(() => undefined);
}
