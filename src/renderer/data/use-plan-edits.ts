import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CellEdit, type Command, editCommand, type EditOrigin } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { StoreError } from "./store-error.ts";
import { usePlanMaking } from "./use-plan-making.ts";
import type { EditResult } from "./workbench-store.ts";
import { useWorkbench } from "./use-workbench.ts";
import { storeErrorText } from "../i18n/error-text.ts";
import type { Reckoning } from "./reckoning.ts";
import type { EditCourse, ShownPlan } from "./use-shown-plan.ts";

/** What the room does to its plan; a failure is told in `failure` until the next success or until it is dismissed. */
export interface PlanEdits {
  readonly failure: string | null;
  readonly dismiss: () => void;
  /** One edit is one command, a block of edits is one too; the origin is what the history says of it, and `then` is called once it is shown. */
  readonly edit: (edits: readonly CellEdit[], origin?: EditOrigin, then?: () => void) => void;
  /** Any command, as one step of undo. */
  readonly run: (command: Command, course?: EditCourse) => void;
  /** The edit of many cells under way. */
  readonly reckoning: Reckoning;
  /** Gives up the edit under way, or takes back the last one. */
  readonly undo: () => void;
  /** Does the last undone edit again. */
  readonly redo: () => void;
  /** Makes a copy of the plan and calls back with it. */
  readonly copy: (then: (draft: PlanId) => void) => void;
}

/** How edits of a shown plan are carried out. */
export type PlanExecution = Pick<ShownPlan, "execute" | "reckoning">;

/** Edits of a plan with their failures as sentences. */
export function usePlanEdits(id: PlanId, { execute, reckoning }: PlanExecution): PlanEdits {
  const { t } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  const making = usePlanMaking();
  const [error, setError] = useState<StoreError | null>(null);
  const run = useCallback(
    (command: Command, course?: EditCourse) =>
      void execute(command, course).then((failed) => {
        setError(failed);
        if (failed !== null) course?.refused?.();
      }),
    [execute],
  );
  const edit = useCallback(
    (edits: readonly CellEdit[], origin?: EditOrigin, then?: () => void) => {
      const command = editCommand(edits, origin);
      if (command !== null) run(command, { then });
    },
    [run],
  );
  const undo = useCallback(() => {
    if (!reckoning.stop()) void store.undo(id).then(failureOf).then(setError);
  }, [store, id, reckoning]);
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
  const failure = error === null ? null : storeErrorText(t, error);
  return { failure, dismiss, edit, run, reckoning, undo, redo, copy };
}

// Undo at the beginning is no failure: the button says already that there is nothing to take back.
function failureOf(done: EditResult): StoreError | null {
  const quiet = done.ok || done.error.kind === "nothing-to-undo" || done.error.kind === "nothing-to-redo";
  return quiet ? null : done.error;
}
