import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellEdit, Command } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
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
  /** One edit is one command, a block of edits is one too. */
  readonly edit: (edits: readonly CellEdit[]) => void;
  /** Any command, as one step of undo. */
  readonly run: (command: Command) => void;
  /** Takes back the last edit; resolves to what it changed, nothing where there was none. */
  readonly undo: () => Promise<readonly PlanChange[]>;
  /** Does the last undone edit again. */
  readonly redo: () => Promise<readonly PlanChange[]>;
  /** Makes a copy of the plan and calls back with it. */
  readonly copy: (then: (draft: PlanId) => void) => void;
}

/** Edits of a plan with their failures as sentences. */
export function usePlanEdits(id: PlanId, execute: ShownPlan["execute"]): PlanEdits {
  const { t } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  const making = usePlanMaking();
  const [error, setError] = useState<StoreError | null>(null);
  const run = useCallback((command: Command) => void execute(command).then(setError), [execute]);
  const edit = useCallback(
    (edits: readonly CellEdit[]) => {
      const [first] = edits;
      if (first === undefined) return;
      const command =
        edits.length === 1
          ? ({ type: "editCell", ...first } as const)
          : ({ type: "editCells", edits } as const);
      run(command);
    },
    [run],
  );
  const undo = useCallback(() => store.undo(id).then(changesOf(setError)), [store, id]);
  const redo = useCallback(() => store.redo(id).then(changesOf(setError)), [store, id]);
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
function changesOf(show: (error: StoreError | null) => void) {
  return (done: EditResult): readonly PlanChange[] => {
    const quiet = done.ok || done.error.kind === "nothing-to-undo" || done.error.kind === "nothing-to-redo";
    show(quiet ? null : done.error);
    return done.ok ? done.value : [];
  };
}
