import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import { type PlanArchiveError, readPlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { pickFiles } from "../sources/pick-files.ts";

/** Why no plans were read: the machine refused, the file is no good, or one of several could not be opened. */
export type ReadPlansError =
  | { readonly kind: "machine"; readonly code: BridgeErrorCode }
  | { readonly kind: "file"; readonly name: string; readonly error: PlanArchiveError }
  | { readonly kind: "unread"; readonly name: string };

/** The plans of a backup. */
export async function readBackupPlans(
  bridge: Pick<DesktopBridge, "readBackup">,
  id: string,
): Promise<Result<readonly Plan[], ReadPlansError>> {
  const bytes = await bridge.readBackup(id);
  if (!bytes.ok) return err({ kind: "machine", code: bytes.code });
  const archive = await readPlanArchive(bytes.value);
  return archive.ok ? ok(archive.value.plans) : err({ kind: "file", name: id, error: archive.error });
}

/** The plans of the plan files that the planner chooses, all or none; `null` when none was chosen. */
export async function choosePlanFiles(
  bridge: Pick<DesktopBridge, "capabilities" | "openFiles">,
): Promise<Result<readonly Plan[] | null, ReadPlansError>> {
  const picked = await pickFiles(bridge, ["plan"]);
  if (!picked.ok) return err({ kind: "machine", code: picked.code });
  if (picked.value.kind === "cancelled") return ok(null);
  const plans = new Map<string, Plan>();
  for (const file of picked.value.files) {
    const { name } = file;
    if (file.kind === "unread") return err({ kind: "unread", name });
    const archive = await readPlanArchive(file.bytes);
    if (!archive.ok) return err({ kind: "file", name, error: archive.error });
    for (const plan of archive.value.plans) plans.set(plan.id, plan);
  }
  return ok([...plans.values()]);
}
