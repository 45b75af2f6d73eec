import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { BackupReason } from "#bridge/backup.ts";
import { conflictKey, type Side } from "#core/merge/merge-conflict.ts";
import { ok, type Result } from "#core/result.ts";
import type { TaskWatch } from "../../workers/one-shot-worker.ts";
import { copyTitle } from "../copy-title.ts";
import type { TakenPlan } from "../journal/take-in-plans.ts";
import type { StoreError } from "../store-error.ts";
import { useWorkbench } from "../use-workbench.ts";
import { type DifferentPlan, type IncomingPlan, mergeIncoming } from "./incoming-plans.ts";

/** Where plans come from: a backup, a plan file, or another database of the data folder. */
export type TakeInReason = "before-restore" | "before-import" | "before-merge";

/** How the conflicts of a merge are settled. */
export interface MergeChoices {
  /** By {@link conflictKey}; what is not named stays as it is here. */
  readonly sides: ReadonlyMap<string, Side>;
  /** Whether the plan from outside also comes in whole, as a copy. */
  readonly alsoCopy: boolean;
}

/** What the planner chose for a plan from outside. */
export type Choice =
  | { readonly kind: "leave" | "add" | "copy" | "replace" }
  | ({ readonly kind: "merge" } & MergeChoices);

/** A plan from outside with what is to become of it. */
interface Chosen {
  readonly incoming: IncomingPlan;
  readonly choice: Choice;
}

/** How many plans came in, or why none did. */
type TakenIn = Result<number, StoreError | { readonly kind: "no-backup" }>;

/**
 * Takes plans from outside in, all that were chosen or none. A backup is made before, and without one nothing is taken in. `entry` is the
 * journal entry up to which they reach; 0 for a file and another database, which know of none.
 */
export function useTakingIn(): (
  chosen: readonly Chosen[],
  reason: TakeInReason,
  entry: number,
  watch: TaskWatch,
) => Promise<TakenIn> {
  const { t } = useTranslation();
  const store = useWorkbench();
  return useCallback(
    async (chosen, reason, entry, watch) => {
      const wanted = chosen.filter(({ choice }) => choice.kind !== "leave");
      if (wanted.length === 0) return ok(0);
      if (!(await store.backUp(backupReasonOf(wanted, reason), watch)).ok)
        return { ok: false, error: { kind: "no-backup" } };
      const titles = (await store.readLibrary()).map(({ title }) => title);
      const copied = (incoming: IncomingPlan): TakenPlan => {
        const title = copyTitle(incoming.plan.title, titles, t("copyMark"));
        titles.push(title);
        return { plan: incoming.plan, how: { kind: "copy", title } };
      };
      const taken = wanted.flatMap(({ incoming, choice }) => takenOf(incoming, choice, { copied, entry }));
      const done = await store.takeIn(taken);
      return done.ok ? ok(wanted.length) : done;
    },
    [store, t],
  );
}

function backupReasonOf(wanted: readonly Chosen[], reason: TakeInReason): BackupReason {
  return wanted.every(({ choice }) => choice.kind === "merge") ? "before-merge" : reason;
}

interface TakingTools {
  readonly copied: (incoming: IncomingPlan) => TakenPlan;
  readonly entry: number;
}

function takenOf(
  incoming: IncomingPlan,
  choice: Choice,
  { copied, entry }: TakingTools,
): readonly TakenPlan[] {
  const { plan } = incoming;
  switch (choice.kind) {
    case "leave":
      return [];
    case "add":
      return [{ plan, how: { kind: "add" } }];
    case "copy":
      return [copied(incoming)];
    case "replace":
      return [{ plan, how: { kind: "replace", entry, ...seenIn(incoming) } }];
    case "merge": {
      if (incoming.kind !== "different") return [];
      const merged: TakenPlan = {
        plan: mergedBy(incoming, choice),
        how: { kind: "merge", ...seenIn(incoming) },
      };
      return choice.alsoCopy ? [merged, copied(incoming)] : [merged];
    }
  }
}

/** The plan here as the choice was made on it. */
const seenIn = (incoming: IncomingPlan) => (incoming.kind === "different" ? { seen: incoming.here } : {});

/** The plan here merged with the one from outside as the planner chose. */
export function mergedBy(incoming: DifferentPlan, { sides }: Pick<MergeChoices, "sides">) {
  return mergeIncoming(incoming, (conflict) => sides.get(conflictKey(conflict)) ?? "ours").plan;
}
