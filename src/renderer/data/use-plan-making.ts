import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PlanId } from "#core/plan/ids.ts";
import type { Result } from "#core/result.ts";
import { copyTitle } from "./copy-title.ts";
import type { StoreError } from "./store-error.ts";
import { useLibrary, useWorkbench } from "./use-workbench.ts";

/** Ways to make a draft from a plan. */
export interface PlanMaking {
  /** A copy with all values; its title says that it is one. */
  readonly copy: (id: PlanId) => Promise<Result<PlanId, StoreError>>;
}

/** Makes drafts, in every room under the same names. */
export function usePlanMaking(): PlanMaking {
  const { t } = useTranslation();
  const store = useWorkbench();
  const library = useLibrary();
  return useMemo(() => {
    const titles = library?.map(({ title }) => title) ?? [];
    return {
      copy: (id) => {
        const source = library?.find((entry) => entry.id === id);
        return store.createCopy(id, source && copyTitle(source.title, titles, t("copyMark")));
      },
    };
  }, [t, store, library]);
}
