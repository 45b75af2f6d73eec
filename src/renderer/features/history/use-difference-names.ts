import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useConcepts, useLibrary } from "../../data/use-workbench.ts";
import type { DifferenceNames } from "./difference-text.ts";

/** Names of concepts, plans and their indicators in the reader's language, or in that of documents; an id stands for what is gone. */
export function useDifferenceNames(language?: "zh-CN"): DifferenceNames {
  const { i18n } = useTranslation();
  const concepts = useConcepts();
  const library = useLibrary();
  const english = (language ?? i18n.language) === "en";
  return useMemo(() => {
    const plans = new Map(library?.map((entry) => [entry.id, entry]));
    return {
      concept: (id) => {
        const concept = concepts.get(id);
        return (english ? concept?.en : concept?.zh) ?? id;
      },
      plan: (id) => plans.get(id)?.title ?? id,
      indicator: (plan, id) => plans.get(plan)?.indicatorNames.find((row) => row.id === id)?.name ?? id,
    };
  }, [concepts, library, english]);
}
