import { useLiveQuery } from "dexie-react-hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { Result } from "#core/result.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import type { StorageError } from "../store-error.ts";
import { useWorkbench } from "../use-workbench.ts";
import type { Arrangement, SavedView } from "./arrangement.ts";

/** The saved views that a plan can be shown by, live; `undefined` while loading. */
export function useViews(plan: PlanId): readonly SavedView[] | undefined {
  const store = useWorkbench();
  return useLiveQuery(() => store.readViews(plan), [store, plan]);
}

/** How the grid of a plan was left; `undefined` while loading, `null` when it was never arranged. */
export function useLeftView(plan: PlanId): Arrangement | null | undefined {
  const store = useWorkbench();
  const read = useLiveQuery(async () => ({ plan, left: await store.readLeft(plan) }), [store, plan]);
  return read?.plan === plan ? read.left : undefined;
}

/** What is done to saved views; each tells why it could not be stored, `null` where it was. */
export interface ViewDeeds {
  /** Saves a view, in place of the one with its id; without an id as a new one. */
  readonly keep: (view: Omit<SavedView, "id"> & { readonly id?: string }) => Promise<string | null>;
  readonly remove: (id: string) => Promise<string | null>;
}

/** Saving and deleting of views. */
export function useViewDeeds(): ViewDeeds {
  const { t } = useTranslation(["shell", "errors"]);
  const store = useWorkbench();
  return useMemo(() => {
    const told = (done: Result<null, StorageError>) => (done.ok ? null : storeErrorText(t, done.error));
    return {
      keep: async (view) => told(await store.keepView({ id: crypto.randomUUID(), ...view })),
      remove: async (id) => told(await store.removeView(id)),
    };
  }, [store, t]);
}
