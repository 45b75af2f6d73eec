import { ok } from "#core/result.ts";
import { ARCHIVE_LIMITS } from "#exchange/archive/archive-limits.ts";
import { readPlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { readBackupContents } from "../data/backup/read-backup.ts";
import { answerOnce } from "./answer-once.ts";
import type { PlanReadRequest, ReadOutcomes } from "./file-reading-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<PlanReadRequest, ReadOutcomes["plan-file" | "backup"]>(
  self,
  async ({ kind, bytes }, { onProgress }) => {
    const onStep = () => onProgress?.({ done: 0, of: 1 });
    if (kind === "backup") return readBackupContents(bytes, onStep);
    const archive = await readPlanArchive(bytes, ARCHIVE_LIMITS, onStep);
    return archive.ok ? ok(archive.value.plans) : archive;
  },
);
