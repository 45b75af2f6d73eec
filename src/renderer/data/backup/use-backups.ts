import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { BackupList } from "#bridge/backup.ts";
import type { BridgeErrorCode, Reply } from "#bridge/desktop-bridge.ts";
import { useBridge } from "../machine.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { useWorkbench } from "../use-workbench.ts";

/** The backups as listed last; `undefined` while loading. */
export interface Backups {
  readonly list: BackupList | undefined;
  /** Why they could not be listed, or why the last deed on them failed. */
  readonly problem: BridgeErrorCode | null;
  readonly reload: () => Promise<void>;
  /** Makes one now. */
  readonly make: (watch?: TaskWatch) => Promise<void>;
  /** Reads one whole, wherever it lies, and shows the result as its mark. */
  readonly verify: (id: string) => Promise<void>;
}

/** The backups of this machine; listed anew after each one that is made. */
export function useBackups(): Backups {
  const bridge = useBridge();
  const store = useWorkbench();
  const [list, setList] = useState<BackupList>();
  const [problem, setProblem] = useState<BridgeErrorCode | null>(null);
  const state = useStore(store.backupState);
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
    async (id: string) => {
      const reply = await bridge.verifyBackup(id);
      const damaged = reply.ok && reply.value.verifiedAt === null;
      setProblem(reply.ok ? (damaged ? "damaged" : null) : reply.code);
      await reload();
    },
    [bridge, reload],
  );
  return { list, problem, reload, make, verify };
}
