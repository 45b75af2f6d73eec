import { useEffect, useEffectEvent } from "react";
import { useDiskSpace, useSaveState } from "./use-workbench.ts";

/**
 * Has the planner asked before the window goes with text that is still being typed, while the disk refuses: what is kept for the next time
 * of such text may not reach the disk then.
 */
export function useStayOnFullDisk(isTyping: () => boolean): void {
  const disk = useDiskSpace();
  const save = useSaveState();
  const refuses =
    disk?.level === "read-only" || (save.kind === "failed" && save.reason.kind === "not-stored");
  const stay = useEffectEvent((event: Event) => {
    if (isTyping()) event.preventDefault();
  });
  useEffect(() => {
    if (!refuses) return undefined;
    const leaving = (event: Event) => stay(event);
    window.addEventListener("beforeunload", leaving);
    return () => window.removeEventListener("beforeunload", leaving);
  }, [refuses]);
}
