import { useMemo } from "react";
import type { Plan } from "#core/plan/plan.ts";
import type { TextContext } from "#core/report/draft/draft-context.ts";
import { useConcepts, useJurisdictions, useLibrary } from "./use-workbench.ts";

/** What the proposed text of a plan is made from: the catalogues, and the plans that it follows and answers to. */
export function useTextContext({
  jurisdiction,
  predecessor,
  superior,
}: Pick<Plan, "jurisdiction" | "predecessor" | "superior">): TextContext {
  const concepts = useConcepts();
  const jurisdictions = useJurisdictions();
  const library = useLibrary();
  return useMemo(() => {
    const titled = (id: Plan["id"] | null) => library?.find((entry) => entry.id === id) ?? null;
    return {
      concepts,
      jurisdiction: jurisdictions.get(jurisdiction) ?? null,
      predecessor: titled(predecessor),
      superior: titled(superior),
    };
  }, [jurisdiction, predecessor, superior, concepts, jurisdictions, library]);
}
