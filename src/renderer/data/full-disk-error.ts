import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { OpenError } from "./open-error.ts";

/** Why the database could not be opened: on a disk without room the browser fails in ways that do not say so, and then the disk is named all the same; what it said goes to the log. */
export async function fullDiskError(
  error: OpenError,
  bridge: Pick<DesktopBridge, "diskSpace" | "log">,
): Promise<OpenError> {
  if (error.kind !== "unknown") return error;
  const space = await bridge.diskSpace();
  if (!space.ok || space.value.level !== "read-only") return error;
  await bridge.log({
    level: "error",
    message: `The database was not opened on a full disk: ${error.detail}`,
  });
  return { kind: "quota" };
}
