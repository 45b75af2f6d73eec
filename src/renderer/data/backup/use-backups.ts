import { useCallback, useEffect, useState } from "react";
import type { BackupList } from "#bridge/backup.ts";
import type { BridgeErrorCode, Reply } from "#bridge/desktop-bridge.ts";
import { checkBackup, type BackupCheckOutcome } from "./check-backup.ts";
import { useBridge } from "../machine.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { useBackupState, useWorkbench } from "../use-workbench.ts";

/** What a look at a backup found. */
type CheckedBackup = Exclude<BackupCheckOutcome, { readonly kind: "refused" }>;

/** The backups as listed last; `undefined` while loading. */
export interface Backups {
  readonly list: BackupList | undefined;
  /** Why they could not be listed, or why the last deed on them failed. */
  readonly problem: BridgeErrorCode | null;
  readonly reload: () => Promise<void>;
  /** Makes one now. */
  readonly make: (watch?: TaskWatch) => Promise<void>;
  /** Reads one whole, wherever it lies, and shows the result as its mark. */
  readonly verify: (id: string, watch?: TaskWatch) => Promise<void>;
  /** What the last such look found; `null` before the first and after it was dismissed. */
  readonly checked: CheckedBackup | null;
  readonly dismiss: () => void;
}

/** The backups of this machine; listed anew after each one that is made. */
export function useBackups(): Backups {
  const bridge = useBridge();
  const store = useWorkbench();
  const [list, setList] = useState<BackupList>();
  const [checked, setChecked] = useState<CheckedBackup | null>(null);
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
      const reply = await store.backUp("manual", watch);
      setProblem(reply.ok || watch?.signal?.aborted === true ? null : reply.code);
      await reload();
    },
    [store, reload],
  );
  const verify = useCallback(
    async (id: string, watch?: TaskWatch) => {
      setChecked(null);
      const outcome = await checkBackup(bridge, id, watch);
      if (outcome !== null && outcome.kind !== "refused") setChecked(outcome);
      setProblem(outcome?.kind === "refused" ? outcome.code : null);
      await reload();
    },
    [bridge, reload],
  );
  const dismiss = useCallback(() => setChecked(null), []);
  return { list, problem, checked, dismiss, reload, make, verify };
}
