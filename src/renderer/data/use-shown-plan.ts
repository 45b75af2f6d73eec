import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Command } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { editedPlan, isOutcome } from "./edited-plan.ts";
import { Reckoning } from "./reckoning.ts";
import type { StoreError } from "./store-error.ts";
import { usePlan, useWorkbench } from "./use-workbench.ts";

interface Waiting {
  readonly command: Command;
}

/** A plan as it is shown: what is stored, with the edits on top that are on their way. */
export interface ShownPlan {
  /** `undefined` while loading, `null` when the plan is not there. */
  readonly plan: Plan | null | undefined;
  readonly execute: ExecuteEdit;
  /** Edits of so many cells that they are shown only once they are reckoned. */
  readonly reckoning: Reckoning;
}

/** How an edit is carried out. */
export interface EditCourse {
  /** The edit that it replaces, where that was the last one. */
  readonly former?: Command | undefined;
  /** Called once the edit is shown; never for one that is given up before. */
  readonly then?: (() => void) | undefined;
  /** Called where it could not be stored and is gone again. */
  readonly refused?: (() => void) | undefined;
  /** Called once it is in the database. */
  readonly stored?: (() => void) | undefined;
}

/** Shows an edit as soon as it is reckoned, and stores it; resolves to the reason when it could not be stored and is gone again. */
export type ExecuteEdit = (command: Command, course?: EditCourse) => Promise<StoreError | null>;

/**
 * Shows edits before they are stored, so that typing never waits for the disk. An edit stays on top until the
 * plan is read again after it was stored; carried out twice it changes nothing more.
 */
export function useShownPlan(id: PlanId): ShownPlan {
  const store = useWorkbench();
  const stored = usePlan(id);
  const [seen, setSeen] = useState(stored);
  const [sent, setWaiting] = useState<readonly Waiting[]>([]);
  // That an edit is stored shows nothing; it matters once the plan is read again.
  const [done] = useState(() => new WeakSet<Waiting>());
  const waiting = useMemo(
    () => (seen === stored ? sent : stillWaiting(sent, stored, done)),
    [seen, stored, sent, done],
  );
  if (seen !== stored) {
    setSeen(stored);
    setWaiting(waiting);
  }
  const [reckoning] = useState(() => new Reckoning());
  const shown = useRef<Plan | null | undefined>(null);
  const execute: ExecuteEdit = useCallback(
    async (command, { former, then, stored: whenStored } = {}) => {
      const ahead = reckoning.ahead(() => shown.current, command);
      if (ahead !== null) store.expect(ahead);
      if (ahead !== null && !(await ahead)) return null;
      const edit: Waiting = { command };
      // Before it is drawn, which the database need not wait for.
      const storing = store.execute(id, command, former);
      setWaiting((before) => [...before, edit]);
      then?.();
      const ended = await storing;
      if (ended.ok) {
        done.add(edit);
        whenStored?.();
        return null;
      }
      setWaiting((before) => before.filter((other) => other !== edit));
      return ended.error;
    },
    [store, id, reckoning, done],
  );
  const plan = useMemo(() => (stored ? waiting.reduce(withCommand, stored) : stored), [stored, waiting]);
  useLayoutEffect(() => {
    shown.current = plan;
  }, [plan]);
  return { plan, execute, reckoning };
}

/** The edits that a plan does not hold that was read again; the reading may be here before the word that an edit is stored. */
function stillWaiting(
  waiting: readonly Waiting[],
  stored: Plan | null | undefined,
  done: WeakSet<Waiting>,
): readonly Waiting[] {
  const held = stored ? waiting.findLastIndex(({ command }) => isOutcome(stored, command)) : -1;
  return waiting.slice(held + 1).filter((edit) => !done.has(edit));
}

function withCommand(plan: Plan, { command }: Waiting): Plan {
  const edited = editedPlan(plan, command);
  return edited.ok ? edited.value.plan : plan;
}
