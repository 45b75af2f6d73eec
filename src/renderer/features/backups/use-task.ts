import { useCallback, useRef, useState } from "react";
import type { TaskProgress, TaskWatch } from "../../workers/one-shot-worker.ts";

/** A task of the room that is under way; `progress` is `null` until it tells any. */
export interface RunningTask {
  readonly kind: "export" | "backup" | "read" | "verify";
  readonly progress: TaskProgress | null;
  readonly stop: () => void;
}

/** Runs tasks that may last, one at a time: how far the one under way is, and how to stop it. */
export function useTask() {
  const [running, setRunning] = useState<RunningTask | null>(null);
  const isRunning = useRef(false);
  const run = useCallback(
    async (kind: RunningTask["kind"], work: (watch: TaskWatch) => Promise<unknown>): Promise<void> => {
      if (isRunning.current) return;
      isRunning.current = true;
      const ending = new AbortController();
      setRunning({ kind, progress: null, stop: () => ending.abort() });
      const onProgress = (progress: TaskProgress) =>
        setRunning((before) => before && { ...before, progress: progress.of > 1 ? progress : null });
      try {
        await work({ signal: ending.signal, onProgress });
      } finally {
        isRunning.current = false;
        setRunning(null);
      }
    },
    [],
  );
  return { running, run };
}
