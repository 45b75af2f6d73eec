import type { BridgeErrorCode, DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { TaskFailure, TaskWatch } from "../../workers/one-shot-worker.ts";
import { readPlansInWorker } from "../../workers/file-reading.ts";
import { pickFiles } from "../sources/pick-files.ts";
import { DATABASE_NAME } from "../db/workbench-database.ts";
import type { BackupError, ExportedPlans } from "./read-backup.ts";

/** Why no plans were read: the machine refused, the file is no good, its reading did not end well, or one of several could not be opened. */
export type ReadPlansError =
  | { readonly kind: "machine"; readonly code: BridgeErrorCode }
  | { readonly kind: "file"; readonly name: string; readonly error: BackupError }
  | { readonly kind: "task"; readonly name: string; readonly failure: TaskFailure }
  | { readonly kind: "unread"; readonly name: string };

/** The plans of a backup, and which of them do not hold together. */
export async function readBackupPlans(
  bridge: Pick<DesktopBridge, "readBackup">,
  id: string,
  watch: TaskWatch = {},
): Promise<Result<ExportedPlans, ReadPlansError>> {
  const bytes = await bridge.readBackup(id);
  if (!bytes.ok) return err({ kind: "machine", code: bytes.code });
  const read = await readPlansInWorker("backup", bytes.value, DATABASE_NAME, watch);
  if (!read.ok) return err({ kind: "task", name: id, failure: read.error });
  return read.value.ok
    ? ok({ ...read.value.value, ancestors: new Map() })
    : err({ kind: "file", name: id, error: read.value.error });
}

/** The plans of the plan files that the planner chooses, all or none; `null` when none was chosen. */
export async function choosePlanFiles(
  bridge: Pick<DesktopBridge, "capabilities" | "openFiles">,
  watch: TaskWatch = {},
): Promise<Result<ExportedPlans | null, ReadPlansError>> {
  const picked = await pickFiles(bridge, ["plan"]);
  if (!picked.ok) return err({ kind: "machine", code: picked.code });
  if (picked.value.kind === "cancelled") return ok(null);
  const plans = new Map<PlanId, Plan>();
  const ancestors = new Map<PlanId, Plan>();
  for (const file of picked.value.files) {
    const { name } = file;
    if (file.kind === "unread") return err({ kind: "unread", name });
    const read = await readPlansInWorker("plan-file", file.bytes, DATABASE_NAME, watch);
    if (!read.ok) return err({ kind: "task", name, failure: read.error });
    if (!read.value.ok) return err({ kind: "file", name, error: read.value.error });
    for (const plan of read.value.value.plans) plans.set(plan.id, plan);
    for (const [id, common] of read.value.value.ancestors) ancestors.set(id, common);
  }
  return ok({ plans: [...plans.values()], ancestors, broken: [] });
}
