import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import { ok, type Result } from "#core/result.ts";
import { copyTitle } from "../copy-title.ts";
import type { StoreError } from "../store-error.ts";
import { useWorkbench } from "../use-workbench.ts";
import type { IncomingPlan } from "./incoming-plans.ts";

/** Where plans come from: a backup, or a plan file. */
export type TakeInReason = "before-restore" | "before-import";

/** What the planner chose for a plan from outside. */
export type Choice = "leave" | "add" | "copy" | "replace";

/** A plan from outside with what is to become of it. */
interface Chosen {
  readonly incoming: IncomingPlan;
  readonly choice: Choice;
}

/** How many plans came in, or why one did not; those before it are in. */
type TakenIn = Result<number, StoreError | { readonly kind: "no-backup" }>;

/**
 * Takes plans from outside in. Before anything is replaced a backup is made, and without one nothing is. `entry` is the journal entry up
 * to which they reach; 0 for a file, which knows of none.
 */
export function useTakingIn(): (
  chosen: readonly Chosen[],
  reason: TakeInReason,
  entry: number,
) => Promise<TakenIn> {
  const { t } = useTranslation();
  const store = useWorkbench();
  return useCallback(
    async (chosen, reason, entry) => {
      const wanted = chosen.filter(({ choice }) => choice !== "leave");
      if (wanted.length === 0) return ok(0);
      if (!(await store.backUp(reason)).ok) return { ok: false, error: { kind: "no-backup" } };
      const titles = (await store.readLibrary()).map(({ title }) => title);
      for (const { incoming, choice } of wanted) {
        const { plan } = incoming;
        const title = copyTitle(plan.title, titles, t("copyMark"));
        titles.push(title);
        const done =
          choice === "replace"
            ? await replace(store, plan, entry)
            : await store.takeIn(plan, choice === "add" ? { kind: "add" } : { kind: "copy", title });
        if (!done.ok) return done;
      }
      return ok(wanted.length);
    },
    [store, t],
  );
}

/** Makes the plan here what the other is, as one edit that undo takes back, and gives it that title. */
async function replace(
  store: ReturnType<typeof useWorkbench>,
  state: IncomingPlan["plan"],
  entry: number,
): Promise<Result<PlanId, StoreError>> {
  const here = await store.readPlan(state.id);
  const done = await store.execute(state.id, { type: "restore", state, entry });
  if (!done.ok) return done;
  if (here?.title === state.title) return ok(state.id);
  const renamed = await store.renameDraft(state.id, state.title);
  return renamed.ok ? ok(state.id) : renamed;
}
