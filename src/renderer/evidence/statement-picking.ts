import { createContext, useContext } from "react";
import type { StatementId } from "#core/plan/ids.ts";

/** How one goes from a mention of a statement to the statement itself. */
export interface StatementPicking {
  /** Whether the plan that is open holds it; those of a linked plan are only named. */
  readonly has: (id: StatementId) => boolean;
  readonly pick: (id: StatementId) => void;
}

/** Where the evidence panel finds it. */
export const StatementPickingContext = createContext<StatementPicking>({
  has: () => false,
  pick: () => undefined,
});

/** Goes from a mention of a statement to the statement itself. */
export function useStatementPicking(): StatementPicking {
  return useContext(StatementPickingContext);
}
