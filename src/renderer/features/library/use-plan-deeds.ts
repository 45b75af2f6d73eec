import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PlanId } from "#core/plan/ids.ts";
import type { Result } from "#core/result.ts";
import { useCurrentPlan } from "../../data/current-plan.ts";
import type { LibraryEntry } from "../../data/library-entry.ts";
import type { StoreError } from "../../data/store-error.ts";
import { usePlanMaking } from "../../data/use-plan-making.ts";
import { useWorkbench } from "../../data/use-workbench.ts";
import { storeErrorText } from "../../i18n/error-text.ts";
import { paths } from "../../ui/paths.ts";

/** A message about the last deed. */
export interface DeedNotice {
  readonly tone: "done" | "error";
  readonly text: string;
}

/** What the library does with plans; a failure shows as a notice, and nothing was changed then. */
export interface PlanDeeds {
  readonly notice: DeedNotice | null;
  readonly dismiss: () => void;
  readonly open: (id: PlanId) => void;
  readonly copy: (id: PlanId) => void;
  readonly next: (id: PlanId) => void;
  readonly rename: (id: PlanId, title: string) => void;
  readonly remove: (entry: LibraryEntry) => void;
}

/** The deeds of the library room; a new draft is opened at once. */
export function usePlanDeeds(): PlanDeeds {
  const { t } = useTranslation(["shell", "errors", "library"]);
  const store = useWorkbench();
  const making = usePlanMaking();
  const [, go] = useLocation();
  const { choose } = useCurrentPlan();
  const [notice, setNotice] = useState<DeedNotice | null>(null);
  return useMemo(() => {
    const act = async <T>(doing: Promise<Result<T, StoreError>>, then: (value: T) => void) => {
      const done = await doing;
      if (done.ok) then(done.value);
      else setNotice({ tone: "error", text: storeErrorText(t, done.error) });
    };
    const open = (id: PlanId) => {
      choose(id);
      go(paths.indicators(id));
    };
    return {
      notice,
      dismiss: () => setNotice(null),
      open,
      copy: (id) => void act(making.copy(id), open),
      next: (id) => go(paths.drafting(id)),
      rename: (id, title) => void act(store.renameDraft(id, title), () => setNotice(null)),
      remove: ({ id, title }) =>
        void act(store.removeDraft(id), () => {
          choose(null);
          setNotice({ tone: "done", text: t("library:removed", { title }) });
        }),
    };
  }, [t, store, making, go, choose, notice]);
}
