import { readBackupContents, readExportedPlans } from "../data/backup/read-backup.ts";
import { answerOnce } from "./answer-once.ts";
import type { PlanReadRequest, ReadOutcomes } from "./file-reading-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<PlanReadRequest, ReadOutcomes["plan-file" | "backup"]>(
  self,
  ({ kind, bytes, database }, { onProgress }) => {
    const onStep = () => onProgress?.({ done: 0, of: 1 });
    return kind === "backup"
      ? readBackupContents(bytes, onStep, "leave-out")
      : readExportedPlans(bytes, database, onStep);
  },
);
