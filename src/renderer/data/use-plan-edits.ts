import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CellEdit, type Command, editCommand, type EditOrigin } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { StoreError } from "./store-error.ts";
import { usePlanMaking } from "./use-plan-making.ts";
import type { EditResult } from "./workbench-store.ts";
import { useWorkbench } from "./use-workbench.ts";
import { storeErrorText } from "../i18n/error-text.ts";
import type { ShownPlan } from "./use-shown-plan.ts";

/** What the room does to its plan; a failure is told in `failure` until the next success or until it is dismissed. */
export interface PlanEdits {
  readonly failure: string | null;
  readonly dismiss: () => void;
  /** One edit is one command, a block of edits is one too; the origin is what the history says of it. */
  readonly edit: (edits: readonly CellEdit[], origin?: EditOrigin) => void;
  /** Any command, as one step of undo; in place of `former` where that was the last one. */
  readonly run: (command: Command, former?: Command) => void;
  /** Takes back the last edit. */
  readonly undo: () => void;
  /** Does the last undone edit again. */
  readonly redo: () => void;
  /** Makes a copy of the plan and calls back with it. */
  readonly copy: (then: (draft: PlanId) => void) => void;
}

/** Edits of a plan with their failures as sentences. */
export function usePlanEdits(id: PlanId, execute: ShownPlan["execute"]): PlanEdits {
  const { t } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  const making = usePlanMaking();
  const [error, setError] = useState<StoreError | null>(null);
  const run = useCallback(
    (command: Command, former?: Command) => void execute(command, former).then(setError),
    [execute],
  );
  const edit = useCallback(
    (edits: readonly CellEdit[], origin?: EditOrigin) => {
      const command = editCommand(edits, origin);
      if (command !== null) run(command);
    },
    [run],
  );
  const undo = useCallback(() => void store.undo(id).then(failureOf).then(setError), [store, id]);
  const redo = useCallback(() => void store.redo(id).then(failureOf).then(setError), [store, id]);
  const copy = useCallback(
    (then: (draft: PlanId) => void) => {
      void making.copy(id).then((made) => {
        if (made.ok) then(made.value);
        else setError(made.error);
      });
    },
    [making, id],
  );
  const dismiss = useCallback(() => setError(null), []);
  return { failure: error === null ? null : storeErrorText(t, error), dismiss, edit, run, undo, redo, copy };
}

// Undo at the beginning is no failure: the button says already that there is nothing to take back.
function failureOf(done: EditResult): StoreError | null {
  const quiet = done.ok || done.error.kind === "nothing-to-undo" || done.error.kind === "nothing-to-redo";
  return quiet ? null : done.error;
}
