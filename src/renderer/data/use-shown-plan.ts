import { useCallback, useMemo, useState } from "react";
import type { Command } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { editedPlan } from "./edited-plan.ts";
import type { StoreError } from "./store-error.ts";
import { usePlan, useWorkbench } from "./use-workbench.ts";

interface Waiting {
  readonly command: Command;
  readonly stored: boolean;
}

/** A plan as it is shown: what is stored, with the edits on top that are on their way. */
export interface ShownPlan {
  /** `undefined` while loading, `null` when the plan is not there. */
  readonly plan: Plan | null | undefined;
  /** Shows an edit at once and stores it, in place of `former` where that was the last one; resolves to the reason when it could not be stored and is gone again. */
  readonly execute: (command: Command, former?: Command) => Promise<StoreError | null>;
}

/**
 * Shows edits before they are stored, so that typing never waits for the disk. An edit stays on top until the
 * plan is read again after it was stored; carried out twice it changes nothing more.
 */
export function useShownPlan(id: PlanId): ShownPlan {
  const store = useWorkbench();
  const stored = usePlan(id);
  const [seen, setSeen] = useState(stored);
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  if (seen !== stored) {
    setSeen(stored);
    setWaiting(waiting.filter((edit) => !edit.stored));
  }
  const execute = useCallback(
    async (command: Command, former?: Command) => {
      const edit: Waiting = { command, stored: false };
      setWaiting((before) => [...before, edit]);
      const done = await store.execute(id, command, former);
      setWaiting((before) =>
        done.ok
          ? before.map((other) => (other === edit ? { command, stored: true } : other))
          : before.filter((other) => other !== edit),
      );
      return done.ok ? null : done.error;
    },
    [store, id],
  );
  const plan = useMemo(() => (stored ? waiting.reduce(withCommand, stored) : stored), [stored, waiting]);
  return { plan, execute };
}

function withCommand(plan: Plan, { command }: Waiting): Plan {
  const edited = editedPlan(plan, command);
  return edited.ok ? edited.value.plan : plan;
}
