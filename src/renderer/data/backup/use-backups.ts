import { useCallback, useEffect, useState } from "react";
import type { Backup, BackupList, BackupOutcome } from "#bridge/backup.ts";
import type { BridgeErrorCode, Reply } from "#bridge/desktop-bridge.ts";
import { checkBackup, type BackupCheckOutcome } from "./check-backup.ts";
import { useBridge } from "../machine.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { useBackupState, useWorkbench } from "../use-workbench.ts";

/** What a look at a backup found. */
type CheckedBackup = Exclude<BackupCheckOutcome, { readonly kind: "refused" }> & { readonly backup: Backup };

/** The backups as listed last; `undefined` while loading. */
export interface Backups {
  readonly list: BackupList | undefined;
  /** Why they could not be listed or looked at. */
  readonly problem: BridgeErrorCode | null;
  readonly reload: () => Promise<void>;
  /** Makes one now; `null` when it failed or was stopped. */
  readonly make: (watch?: TaskWatch) => Promise<BackupOutcome["kind"] | null>;
  /** Reads one whole, wherever it lies, and shows the result as its mark. */
  readonly verify: (backup: Backup, watch?: TaskWatch) => Promise<void>;
  /** What the last such look found; `null` before the first and after it was dismissed. */
  readonly checked: CheckedBackup | null;
  readonly dismiss: () => void;
  /** Those that a look since the room was opened found damaged. */
  readonly damaged: ReadonlySet<string>;
}

/** The backups of this machine; listed anew after each one that is made. */
export function useBackups(): Backups {
  const bridge = useBridge();
  const store = useWorkbench();
  const [list, setList] = useState<BackupList>();
  const [checked, setChecked] = useState<CheckedBackup | null>(null);
  const [damaged, setDamaged] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<BridgeErrorCode | null>(null);
  const state = useBackupState();
  const take = useCallback((reply: Reply<BackupList>) => {
    if (reply.ok) setList(reply.value);
    else setProblem(reply.code);
  }, []);
  const reload = useCallback(() => bridge.listBackups().then(take), [bridge, take]);
  useEffect(() => {
    void bridge.listBackups().then(take);
  }, [bridge, take, state]);
  const make = useCallback(
    async (watch?: TaskWatch) => {
      // That it failed is told in every room.
      const reply = await store.backUp("manual", watch);
      setProblem(null);
      await reload();
      return reply.ok ? reply.value.kind : null;
    },
    [store, reload],
  );
  const verify = useCallback(
    async (backup: Backup, watch?: TaskWatch) => {
      setChecked(null);
      const outcome = await checkBackup(bridge, backup.id, watch);
      if (outcome !== null && outcome.kind !== "refused") {
        setChecked({ ...outcome, backup });
        setDamaged((before) => withMark(before, backup.id, outcome.kind === "damaged"));
      }
      setProblem(outcome?.kind === "refused" ? outcome.code : null);
      await reload();
    },
    [bridge, reload],
  );
  const dismiss = useCallback(() => setChecked(null), []);
  return { list, problem, checked, dismiss, damaged, reload, make, verify };
}

function withMark(marked: ReadonlySet<string>, id: string, isMarked: boolean): ReadonlySet<string> {
  const others = [...marked].filter((each) => each !== id);
  return new Set(isMarked ? [...others, id] : others);
}
